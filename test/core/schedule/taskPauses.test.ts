import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { findPauses } from '../../../src/core/schedule/taskPauses.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';

/** The pauses of the one task of a plan, as `03-03T18:00 03-09T09:00`. */
function check(task: TaskWords, expected: readonly string[], statusDate?: string): void {
  const plan = buildPlan({
    tasks: { 'T-AAAA': task },
    ...(statusDate === undefined ? {} : { statusDate }),
  });
  const schedule = computeSchedule(plan);
  const item = plan.tasks.get('T-AAAA');
  const dates = schedule.datesOf('T-AAAA');
  assert.ok(item && dates);
  const scale = plan.project.durationScale;
  const pauses = findPauses(item, dates, { calendar: schedule.calendarOf('T-AAAA'), scale });
  const short = (at: number): string => formatInstant(at).slice(5);
  assert.deepEqual(
    pauses.map(({ from, to }) => `${short(from)} ${short(to)}`),
    expected,
  );
}

test('[SPLIT-1] a pause lies after the work of the part before it, over days off', () => {
  check({ duration: '5d', split: ['2d', '3d'] }, ['03-03T18:00 03-09T09:00']);
  check({ duration: '6d', split: ['1d', '1d', '2d', '1d'] }, [
    '03-02T18:00 03-04T09:00',
    '03-05T18:00 03-09T09:00',
  ]);
  check({ duration: '5d' }, []);
  check({ duration: '2d', split: ['0d', '1d', '5d', '1d'] }, []);
  check({ duration: '3ed', split: ['1ed', '2ed'] }, ['03-03T09:00 03-05T09:00']);
});

test('[SPLIT-2] of begun work, what is left after the pause lies before the finish', () => {
  const begun = { duration: '5d', split: ['2d', '3d'], started: '2026-03-02' };
  check({ ...begun, progress: 0.4 }, ['03-03T18:00 03-09T09:00'], '2026-03-04');
  check({ ...begun, progress: 0.4 }, ['03-03T18:00 03-11T09:00'], '2026-03-10');
  check({ ...begun, progress: 0.2 }, ['03-11T18:00 03-17T09:00'], '2026-03-10');
  check({ ...begun, progress: 0.6 }, ['03-03T18:00 03-09T09:00'], '2026-03-10');
});

test('of work that is done sooner than was planned, no pause lies behind its finish', () => {
  const done = { duration: '5d', split: ['2d', '3d'], started: '2026-03-02' };
  check({ ...done, status: 'done', finished: '2026-03-11' }, ['03-03T18:00 03-09T09:00']);
  check({ ...done, status: 'done', finished: '2026-03-04' }, []);
});
