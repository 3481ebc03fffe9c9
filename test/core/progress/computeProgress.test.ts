import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, parsePlanDate } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeProgress, type ProgressView } from '../../../src/core/progress/computeProgress.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan } from '../../support/buildPlan.ts';

function progressOf(plan: Plan, on: string): ProgressView {
  return computeProgress(plan, computeSchedule(plan), parsePlanDate(on)?.at ?? 0);
}

test('weeks tell what was done and what was left, of tasks that are no summaries and not dropped', () => {
  const done = { status: 'done' as const, duration: '2d' };
  const plan = buildPlan({
    tasks: {
      'T-0001': { ...done, started: '2026-03-02', finished: '2026-03-03' },
      'T-0002': { ...done, started: '2026-03-09', finished: '2026-03-13', parent: 'T-0005' },
      'T-0003': { duration: '3d', started: '2026-03-12' },
      'T-0004': { duration: '9d', status: 'dropped' },
      'T-0005': {},
      'T-0006': done,
      'T-0007': { duration: '4d', parent: 'T-0004' },
    },
  });
  const progress = progressOf(plan, '2026-03-16');
  const monday = dayNumber(2026, 3, 2);
  assert.deepEqual(progress.weeks, [
    {
      firstDay: monday,
      doneTasks: 1,
      doneMinutes: 960,
      leftTasks: 3,
      leftMinutes: 3360,
      inWork: 0,
    },
    {
      firstDay: monday + 7,
      doneTasks: 1,
      doneMinutes: 960,
      leftTasks: 2,
      leftMinutes: 2400,
      inWork: 1,
    },
  ]);
  assert.deepEqual([progress.tasks, progress.doneTasks, progress.undated], [4, 3, ['T-0006']]);
  assert.deepEqual(progress.cycle, { half: 960, most: 2400 });
  assert.deepEqual(progress.ageing, [{ id: 'T-0003', title: 'T-0003', age: 960 }]);
  assert.equal(progress.velocity, 960);
});

test('an empty plan, and one in which nothing is done, have no pace', () => {
  for (const tasks of [{}, { 'T-0001': { duration: '1d' } }]) {
    const progress = progressOf(buildPlan({ tasks }), '2026-03-16');
    assert.deepEqual(
      [progress.weeks, progress.weeksLeft, progress.cycle],
      [[], undefined, undefined],
    );
  }
});
