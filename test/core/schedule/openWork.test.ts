import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { createExplainContext } from '../../../src/core/schedule/explainContext.ts';
import { explainDates } from '../../../src/core/schedule/explainDates.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { checkPlan, codes, span } from '../../support/scheduleWords.ts';

const tasks = {
  'T-AAAA': { duration: '2d' },
  'T-BBBB': { duration: '4d', started: '2026-03-02', progress: 0.25, status: 'doing' },
  'T-CCCC': { duration: '2d', progress: 0.5, status: 'doing' },
} as const;
const still = {
  statusDate: '2026-03-11',
  project: { movesOpenWork: false },
  tasks,
} as const;

test('[ACT-10] a status date that moves nothing leaves open work where it is planned', () => {
  checkPlan(still, {
    'T-AAAA': '03-02T09:00 03-03T18:00',
    'T-BBBB': '03-02T09:00 03-05T18:00',
    'T-CCCC': '03-02T09:00 03-03T18:00',
  });
});

test('[ACT-10] what is said to have happened after it is reported all the same', () => {
  const later = { 'T-AAAA': { duration: '1d', started: '2026-03-12', status: 'doing' } } as const;
  assert.deepEqual(codes(computeSchedule(buildPlan({ ...still, tasks: later }))), [
    'progress-mismatch',
  ]);
});

test('[ACT-10] a status date that is given to the computation moves all the same', () => {
  const options = { statusDate: parsePlanDate('2026-03-04') };
  const plan = buildPlan(still);
  const schedule = computeSchedule(plan, options);
  assert.equal(span(schedule.datesOf('T-AAAA')), '03-05T09:00 03-06T18:00');
  const explained = explainDates(createExplainContext(plan, schedule, options), 'T-AAAA', 'start');
  assert.equal(explained.kind === 'dated' && explained.steps[0]?.reason.kind, 'status-date');
  const unmoved = computeSchedule(plan);
  const reason = explainDates(createExplainContext(plan, unmoved), 'T-AAAA', 'start');
  assert.equal(reason.kind === 'dated' && reason.steps[0]?.reason.kind, 'project-start');
});

test('[FLOAT-3] work is critical up to the float that the project says', () => {
  const schedule = computeSchedule(
    buildPlan({
      project: { criticalFloat: 480 },
      tasks: {
        'T-AAAA': { duration: '5d' },
        'T-BBBB': { duration: '4d' },
        'T-CCCC': { duration: '2d' },
        'T-DDDD': { duration: '5d', finished: '2026-03-06', status: 'done' },
      },
    }),
  );
  const critical = schedule.ids.filter(id => schedule.datesOf(id)?.isCritical);
  assert.deepEqual(critical, ['T-AAAA', 'T-BBBB']);
});
