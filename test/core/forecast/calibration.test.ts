import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calibrate } from '../../../src/core/forecast/calibration.ts';
import { correctedPlan } from '../../../src/core/forecast/correctedPlan.ts';
import { tellThroughput } from '../../../src/core/forecast/tellPast.ts';
import { forecastThroughput } from '../../../src/core/forecast/throughput.ts';
import { formatEstimate } from '../../../src/core/model/duration.ts';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { simulate } from '../../../src/core/forecast/simulate.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { planToForecast } from '../../support/buildForecast.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { rate } from '../../support/riskRatings.ts';

/** A task of two days, finished after so many working days from Monday on. */
function finished(days: number, more: Partial<TaskWords> = {}): TaskWords {
  const last = String(1 + days).padStart(2, '0');
  return {
    estimate: '1d..2d..3d',
    status: 'done',
    started: '2026-03-02',
    finished: `2026-03-${last}`,
    ...more,
  };
}

const past = {
  'T-AAAA': finished(2, { assignees: ['ada'] }),
  'T-BBBB': finished(4, { assignees: ['ada'] }),
  'T-CCCC': finished(4, { assignees: ['ada'] }),
  'T-DDDD': finished(3),
  'T-FFFF': finished(5),
};

test('finished tasks tell by how much estimates are off', () => {
  const plan = buildPlan({ tasks: past });
  const found = calibrate(plan, computeSchedule(plan));
  assert.deepEqual(
    found && [found.count, found.p10, found.p50, found.p90, found.inside, found.ranged],
    [5, 1, 2, 2.5, 2, 5],
  );
  assert.deepEqual(
    found?.groups.map(({ by, name, count, p50 }) => [by, name, count, p50]),
    [
      ['person', 'ada', 3, 2],
      ['size', 'up to a week', 5, 2],
    ],
  );
});

test('tasks that tell too little are left out, and too few tasks tell nothing', () => {
  const { 'T-AAAA': first, ...others } = past;
  assert.ok(first);
  for (const dull of [{ started: undefined }, { estimate: undefined }, { duration: '3d' }]) {
    const tasks = { ...others, 'T-AAAA': { ...first, ...dull } as TaskWords };
    const plan = buildPlan({ tasks });
    assert.equal(calibrate(plan, computeSchedule(plan)), undefined);
  }
});

test('a corrected plan has the ranges that the past would have given', () => {
  const plan = buildPlan({ tasks: { ...past, 'T-GGGG': { estimate: '4d' } } });
  const found = calibrate(plan, computeSchedule(plan));
  assert.ok(found);
  const corrected = correctedPlan(plan, found);
  const { estimate, distribution } = corrected.tasks.get('T-GGGG') ?? {};
  assert.equal(estimate && formatEstimate(estimate), '4d..8d..10d');
  assert.equal(distribution, 'lognormal');
  assert.equal(corrected.tasks.get('T-AAAA'), plan.tasks.get('T-AAAA'));
});

test('where half of the tasks took what was estimated, so does the median of the corrected forecast', () => {
  const tasks: Record<string, TaskWords> = { 'T-GGGG': { estimate: '10d' } };
  [2, 2, 2, 2, 5].forEach((days, i) => (tasks[`T-100${i}`] = finished(days)));
  const plan = buildPlan({ tasks, statusDate: '2026-03-09' });
  const found = calibrate(plan, computeSchedule(plan));
  assert.deepEqual(found && [found.p10, found.p50, found.p90], [1, 1, 2.5]);
  const extent = { iterations: 4000, mayStopEarly: false };
  const of = found && correctedPlan(plan, found);
  const forecast = of && simulate({ plan: of, options: {}, seed: 1, extent });
  assert.equal(forecast?.finish.quantiles.p50.value, computeSchedule(plan).finish);
});

test('a corrected plan leaves alone what no finished task speaks of', () => {
  const tasks: Record<string, TaskWords> = {
    'T-1001': { estimate: '5ed..9ed..30ed' },
    'T-1002': { dependsOn: ['T-1001'] },
    'T-1003': { duration: '8d', dependsOn: ['T-1002'] },
  };
  [2, 2, 2, 2, 5].forEach((days, i) => (tasks[`T-200${i}`] = finished(days)));
  const plan = planToForecast({
    tasks,
    hasOfficeHours: true,
    rules: { spread: { low: 0.5, high: 4 } },
    risks: {
      'R-AAAA': { current: rate('100%', { schedule: '2d..4d..30d' }), affects: ['T-1003'] },
    },
  });
  const found = calibrate(plan, computeSchedule(plan));
  assert.ok(found);
  const finishOf = (each: Plan) =>
    simulate({ plan: each, options: {}, seed: 1, extent: { iterations: 500, mayStopEarly: false } })
      .finish.quantiles;
  assert.deepEqual(finishOf(correctedPlan(plan, found)), finishOf(plan));
});

test('the pace of the past tells when the open tasks are done', () => {
  const today = parsePlanDate('2026-03-30')?.at ?? 0;
  const days = ['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24', '2026-03-30'];
  const tasks: Record<string, TaskWords> = Object.fromEntries(
    days.map((day, i) => [`T-000${i}`, { status: 'done', finished: day }]),
  );
  for (let i = 0; i < 6; i++) tasks[`T-100${i}`] = {};
  const forecast = forecastThroughput(buildPlan({ tasks }), today, 1);
  assert.deepEqual(forecast?.weeks, [1, 1, 1, 2]);
  assert.equal(forecast.open, 6);
  const weeks = ((forecast.finish.p50 ?? 0) - today) / (7 * 1440);
  assert.ok(weeks > 4 && weeks < 6.2, `${weeks}`);
  assert.ok((forecast.finish.p90 ?? 0) >= (forecast.finish.p50 ?? Infinity));
  assert.deepEqual(forecastThroughput(buildPlan({ tasks }), today, 1), forecast);
  // Of the week with 28 February only some days are in the history, so it says too little of the pace.
  tasks['T-0009'] = { status: 'done', finished: '2026-02-28' };
  const partial = forecastThroughput(buildPlan({ tasks }), today, 1);
  assert.deepEqual(partial?.weeks, [1, 1, 1, 2]);
  tasks['T-0009'] = { status: 'done', finished: '2026-02-24' };
  const whole = forecastThroughput(buildPlan({ tasks }), today, 1);
  assert.deepEqual(whole?.weeks, [1, 1, 1, 1, 2]);
  const young = parsePlanDate('2026-03-05')?.at ?? 0;
  assert.equal(forecastThroughput(buildPlan({ tasks }), young, 1), undefined);
});

test('what takes longer than ten years at the pace of the past has no date', () => {
  const today = parsePlanDate('2026-04-12')?.at ?? 0;
  const open = (count: number): Record<string, TaskWords> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`T-${2000 + i}`, {}]));
  const done: TaskWords = { status: 'done', finished: '2026-03-02' };
  const never = forecastThroughput(
    buildPlan({ tasks: { 'T-1000': done, ...open(900) } }),
    today,
    1,
  );
  assert.ok(never);
  assert.deepEqual(Object.values(never.finish), [undefined, undefined, undefined, undefined]);
  assert.match(
    tellThroughput(never),
    /1 task was finished. At that pace the 900 open ones take longer/,
  );
  const maybe = forecastThroughput(buildPlan({ tasks: { 'T-1000': done, ...open(85) } }), today, 1);
  assert.ok(maybe?.finish.p50 !== undefined && maybe.finish.p90 === undefined);
  assert.match(
    tellThroughput(maybe),
    /half of the time, but not four times in five within ten years/,
  );
});

test('what was dropped is not among what was finished', () => {
  const today = parsePlanDate('2026-04-12')?.at ?? 0;
  const tasks: Record<string, TaskWords> = {
    'T-1000': { status: 'done', finished: '2026-03-02' },
    'T-1001': { status: 'dropped', finished: '2026-04-02' },
    'T-1002': {},
  };
  const found = forecastThroughput(buildPlan({ tasks }), today, 1);
  assert.deepEqual(found?.weeks, [1, 0, 0, 0, 0, 0]);
  const finishedToo = { ...past, 'T-AAAA': { ...past['T-AAAA'], status: 'dropped' as const } };
  const plan = buildPlan({ tasks: finishedToo });
  assert.equal(calibrate(plan, computeSchedule(plan)), undefined);
});
