import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { withTask } from '../../support/drawPlans.ts';

const day = { estimate: '1d' };
const circle = {
  'T-AAAA': { ...day, dependsOn: ['T-BBBB'] },
  'T-BBBB': { ...day, dependsOn: ['T-AAAA'] },
  'T-CCCC': { ...day, dependsOn: ['T-BBBB SS'] },
  'T-DDDD': { ...day, dependsOn: ['T-CCCC'] },
};

test('[LOOP-3] what follows a circle says that it is placed without it', () => {
  const { problems } = computeSchedule(buildPlan({ tasks: circle }));
  const told = problems.filter(({ code }) => code === 'predecessor-undated');
  assert.deepEqual(
    told.map(({ message, field, file }) => ({ message, field, file })),
    [
      {
        message:
          'T-CCCC "T-CCCC" depends on T-BBBB, which has no dates, and is placed without it; mend T-BBBB first',
        field: ['dependsOn', 0],
        file: 'tasks/T-CCCC.yaml',
      },
    ],
  );
});

test('[LOOP-3] of a milestone that has no date yet nothing is told', () => {
  const plan = buildPlan({
    tasks: { 'T-BBBB': { ...day, dependsOn: ['M-AAAA'] } },
    milestones: { 'M-AAAA': {} },
  });
  assert.deepEqual(computeSchedule(plan).problems, []);
});

test('[LOOP-3] the engine that goes on from the last plan forgets what was mended', () => {
  const schedule = createScheduler();
  const plan = buildPlan({ tasks: circle });
  assert.equal(schedule(plan).problems.length, 2);
  assert.deepEqual(schedule(withTask(plan, 'T-AAAA', day)).problems, []);
});
