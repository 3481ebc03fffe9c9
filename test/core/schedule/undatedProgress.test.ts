import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { checkPlan, codes } from '../../support/scheduleWords.ts';

const half = { estimate: '10d', progress: 0.5, status: 'doing' } as const;

test('[ACT-9] of work that nobody said when it began, what is done is not planned again', () => {
  checkPlan(
    {
      statusDate: '2026-03-09',
      tasks: {
        'T-AAAA': half,
        'T-BBBB': { ...half, dependsOn: ['T-DDDD'] },
        'T-CCCC': { ...half, constraint: 'SNET 2026-03-04' },
        'T-DDDD': { estimate: '1d', started: '2026-03-02', finished: '2026-03-02', status: 'done' },
      },
    },
    {
      'T-AAAA': '03-02T09:00 03-16T18:00',
      'T-BBBB': '03-03T09:00 03-16T18:00',
      'T-CCCC': '03-04T09:00 03-17T18:00',
    },
  );
});

test('[ACT-9] it is placed as if it had begun there', () => {
  const datesOf = (words: TaskWords): unknown => {
    const tasks = { 'T-AAAA': { ...half, ...words }, 'T-LLLL': { estimate: '20d' } };
    return computeSchedule(buildPlan({ statusDate: '2026-03-09', tasks })).datesOf('T-AAAA');
  };
  assert.deepEqual(datesOf({}), datesOf({ started: '2026-03-02' }));
});

test('[ACT-9] without a status date it moves nothing', () => {
  checkPlan({ tasks: { 'T-AAAA': half } }, { 'T-AAAA': '03-02T09:00 03-13T18:00' });
});

test('[ACT-9] [PRJ-7] scheduled back, what is done lies before the status date and the rest follows', () => {
  const back = { start: undefined, finish: '2026-03-27', statusDate: '2026-03-12' } as const;
  const begun = { duration: '5d', progress: 0.4, status: 'doing' } as const;
  const next = { duration: '5d', dependsOn: ['T-AAAA'] };
  const schedule = checkPlan(
    { ...back, tasks: { 'T-AAAA': begun, 'T-BBBB': next } },
    { 'T-AAAA': '03-11T09:00 03-17T18:00', 'T-BBBB': '03-23T09:00 03-27T18:00' },
  );
  assert.deepEqual(codes(schedule), []);
  const late = { ...begun, progress: 0.6 };
  checkPlan(
    { ...back, statusDate: '2026-03-26', tasks: { 'T-AAAA': late, 'T-LLLL': { duration: '1d' } } },
    { 'T-AAAA': '03-23T09:00 03-30T18:00' },
  );
});

test('[PRJ-7] what cannot end in time ends later, and breaks no dependency', () => {
  const schedule = checkPlan(
    {
      start: undefined,
      finish: '2026-03-13',
      tasks: {
        'T-AAAA': { duration: '2d', constraint: 'SNET 2026-03-11' },
        'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'] },
        'T-CCCC': { duration: '1d' },
      },
    },
    {
      'T-AAAA': '03-11T09:00 03-12T18:00',
      'T-BBBB': '03-13T09:00 03-16T18:00',
      'T-CCCC': '03-13T09:00 03-13T18:00',
    },
  );
  assert.deepEqual(codes(schedule), ['deadline-missed']);
});
