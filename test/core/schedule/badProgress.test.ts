import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { checkProblems } from '../../support/scheduleWords.ts';

const day = { duration: '1d' };

test('[ACT-7] status, progress and dates that contradict are reported', () => {
  checkProblems(
    {
      tasks: {
        'T-AAAA': { ...day, status: 'done', progress: 0.5 },
        'T-BBBB': { ...day, status: 'doing', finished: '2026-03-03' },
        'T-CCCC': { ...day, status: 'done', started: '2026-03-04', finished: '2026-03-03' },
        'T-DDDD': { ...day, status: 'todo', progress: 0.5 },
        'T-EEEE': { ...day, status: 'doing', progress: 1 },
        'T-FFFF': { ...day, status: 'review', progress: 1 },
      },
    },
    [
      ['progress-mismatch', 'T-AAAA'],
      ['progress-mismatch', 'T-BBBB'],
      ['progress-mismatch', 'T-CCCC'],
      ['progress-mismatch', 'T-DDDD'],
      ['progress-mismatch', 'T-EEEE'],
    ],
    ['T-AAAA', 'T-BBBB', 'T-CCCC', 'T-DDDD', 'T-EEEE', 'T-FFFF'],
  );
});

test('[ACT-7] a summary that is done has no open parts', () => {
  const parent = { status: 'done' } as const;
  const part = (words: TaskWords): TaskWords => ({ ...day, ...words, parent: 'T-AAAA' });
  const open = { 'T-AAAA': parent, 'T-BBBB': part({ status: 'done' }), 'T-CCCC': part({}) };
  const found = [['progress-mismatch', 'T-AAAA']] as const;
  const ids = ['T-AAAA', 'T-BBBB', 'T-CCCC'];
  checkProblems({ tasks: open }, found, ids);
  checkProblems({ tasks: { ...open, 'T-AAAA': { ...parent, estimate: '3d' } } }, found, ids);
  checkProblems({ tasks: { ...open, 'T-CCCC': part({ status: 'done' }) } }, [], ids);
  checkProblems(
    { tasks: { ...open, 'T-CCCC': part({ status: 'dropped' }) } },
    [],
    ['T-AAAA', 'T-BBBB'],
  );
});

test('[ACT-7] all the work done without a date is told in one sentence, and placed as done', () => {
  const schedule = computeSchedule(
    buildPlan({
      statusDate: '2026-03-04',
      tasks: {
        'T-AAAA': { duration: '5d', progress: 1 },
        'T-BBBB': { ...day, status: 'doing', started: '2026-03-05' },
        'T-CCCC': { ...day, status: 'done', started: '2026-03-04', finished: '2026-03-04T20:00' },
        'T-DDDD': { duration: '5d', status: 'doing', progress: 1, remaining: '1d' },
        'T-EEEE': { duration: '1d', remaining: '0d' },
      },
    }),
  );
  assert.deepEqual(
    schedule.problems.map(({ message }) => message),
    [
      'T-AAAA "T-AAAA" has all its work done but its status is todo; set the status to done, or lower the progress',
      'T-BBBB "T-BBBB" was started on 2026-03-05, after the status date 2026-03-04; correct one of the two dates',
      'T-DDDD "T-DDDD" has a progress of 100% and work remaining; correct the one or take the other out',
      'T-EEEE "T-EEEE" has all its work done but its status is todo; set the status to done, or say what remains',
    ],
  );
  const done = schedule.datesOf('T-AAAA');
  assert.equal(formatInstant(done?.finish ?? 0), '2026-03-04T18:00');
  assert.deepEqual([done?.progress, done?.isCritical], [1, false]);
});
