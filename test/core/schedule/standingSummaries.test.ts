import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { createExplainContext } from '../../../src/core/schedule/explainContext.ts';
import { explainDates } from '../../../src/core/schedule/explainDates.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { buildPlan, buildTask } from '../../support/buildPlan.ts';
import { checkTasks, codes, late } from '../../support/scheduleWords.ts';

const tasks = {
  'T-SSSS': { pinned: '2026-03-03', duration: '5d' },
  'T-AAAA': { duration: '2d', parent: 'T-SSSS' },
  'T-BBBB': { duration: '1d', parent: 'T-SSSS', dependsOn: ['T-AAAA'] },
  'T-CCCC': { duration: '1d', dependsOn: ['T-SSSS'] },
  'T-DDDD': { duration: '1d', dependsOn: ['T-SSSS SS+1d'] },
} as const;

test('[SUM-7] a pinned summary with a duration stands, and what depends on it follows', () => {
  const schedule = checkTasks(tasks, {
    'T-SSSS': '03-03T09:00 03-09T18:00',
    'T-AAAA': '03-02T09:00 03-03T18:00',
    'T-BBBB': '03-04T09:00 03-04T18:00',
    'T-CCCC': '03-10T09:00 03-10T18:00',
    'T-DDDD': '03-04T09:00 03-04T18:00',
  });
  assert.deepEqual(codes(schedule), []);
  assert.equal(schedule.datesOf('T-SSSS')?.kind, 'summary');
  assert.equal(late(schedule.datesOf('T-SSSS')), '03-03T09:00 03-10T09:00');
  assert.equal(late(schedule.datesOf('T-BBBB')), '03-10T09:00 03-10T18:00');
});

test('[SUM-7] its length counts for the summary around it, and its parts for their own end', () => {
  checkTasks(
    {
      'T-WWWW': {},
      'T-SSSS': { ...tasks['T-SSSS'], parent: 'T-WWWW' },
      'T-AAAA': { duration: '10d', parent: 'T-SSSS' },
      'T-EEEE': { duration: '1d', dependsOn: ['T-WWWW'] },
    },
    { 'T-WWWW': '03-03T09:00 03-09T18:00', 'T-EEEE': '03-10T09:00 03-10T18:00' },
  );
});

test('[SUM-7] what it depends on holds its parts, and its progress is theirs', () => {
  const schedule = checkTasks(
    {
      'T-PPPP': { duration: '4d' },
      'T-SSSS': { ...tasks['T-SSSS'], dependsOn: ['T-PPPP'], status: 'done', progress: 1 },
      'T-AAAA': { duration: '1d', parent: 'T-SSSS' },
      'T-BBBB': { duration: '1d', parent: 'T-SSSS', started: '2026-03-06', progress: 0.5 },
    },
    { 'T-SSSS': '03-03T09:00 03-09T18:00', 'T-AAAA': '03-06T09:00 03-06T18:00' },
  );
  assert.equal(schedule.datesOf('T-SSSS')?.progress, 0.25);
});

test('[SUM-7] a pin without a duration holds nothing', () => {
  checkTasks(
    { ...tasks, 'T-SSSS': { pinned: '2026-03-03' } },
    { 'T-SSSS': '03-02T09:00 03-04T18:00', 'T-CCCC': '03-05T09:00 03-05T18:00' },
  );
});

test('[SUM-7] a part without dates leaves its dates', () => {
  checkTasks(
    {
      'T-SSSS': tasks['T-SSSS'],
      'T-AAAA': { duration: '1d', parent: 'T-SSSS', dependsOn: ['T-BBBB'] },
      'T-BBBB': { duration: '1d', parent: 'T-SSSS', dependsOn: ['T-AAAA'] },
    },
    { 'T-SSSS': '03-03T09:00 03-09T18:00', 'T-AAAA': 'no dates' },
  );
});

test('[SUM-7] why it has its dates is its pin, and its parts are held by the finish alone', () => {
  const plan = buildPlan({ tasks });
  const ctx = createExplainContext(plan, computeSchedule(plan));
  const reasonOf = (id: string): unknown => {
    const explained = explainDates(ctx, id);
    return explained.kind === 'dated' && explained.steps.map(({ reason }) => reason.kind);
  };
  assert.deepEqual(reasonOf('T-SSSS'), ['pinned']);
  assert.deepEqual(reasonOf('T-CCCC'), ['dependency', 'pinned']);
});

test('[SUM-7] a change of a part is followed as if the plan were scheduled anew', () => {
  const plan = buildPlan({
    tasks: { ...tasks, 'T-SSSS': { ...tasks['T-SSSS'], parent: 'T-WWWW' }, 'T-WWWW': {} },
  });
  const schedule = createScheduler();
  schedule(plan);
  for (const words of [
    { duration: '3d', progress: 0.5, started: '2026-03-02' },
    { duration: '12d' },
    { duration: '1d', finished: '2026-03-02', status: 'done' },
  ] as const) {
    const task = buildTask('T-AAAA', { ...words, parent: 'T-SSSS' });
    const edited = { ...plan, tasks: new Map(plan.tasks).set('T-AAAA', task) };
    const [followed, anew] = [schedule(edited), computeSchedule(edited)];
    for (const id of anew.ids) assert.deepEqual(followed.datesOf(id), anew.datesOf(id), id);
    assert.deepEqual(followed.problems, anew.problems);
  }
});
