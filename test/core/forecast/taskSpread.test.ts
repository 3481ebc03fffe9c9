// What a task says of its own range, against what the project says of all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadOfTask } from '../../../src/core/forecast/taskSpread.ts';
import type { DistributionName } from '../../../src/core/model/forecastRules.ts';
import { forecastOf, planToForecast, type ForecastWords } from '../../support/buildForecast.ts';
import type { TaskWords } from '../../support/buildPlan.ts';

const day = 480;

/** The shape of a task and its points in days. */
function drawnFrom(task: TaskWords, rules: ForecastWords['rules'] = {}): unknown {
  const { tasks, project } = planToForecast({ tasks: { 'T-AAAA': task }, rules });
  const found = tasks.get('T-AAAA');
  const spread = found && spreadOfTask(found, project);
  if (!spread) return undefined;
  const { shape, low, likely, high } = spread.distribution;
  return [shape, low / day, likely / day, high / day];
}

test('a task has the shape that it names, and the others have that of the project', () => {
  const three: TaskWords = { estimate: '2d..4d..9d' };
  assert.deepEqual(drawnFrom(three), ['pert', 2, 4, 9]);
  for (const shape of ['pert', 'triangular', 'lognormal'] satisfies DistributionName[]) {
    const of = drawnFrom({ ...three, distribution: shape }, { threePoints: 'triangular' });
    assert.deepEqual(of, [shape, 2, 4, 9]);
  }
  const two: TaskWords = { estimate: '2d..8d' };
  assert.deepEqual(drawnFrom(two), ['uniform', 2, 5, 8]);
  assert.deepEqual(drawnFrom({ ...two, distribution: 'uniform' }, { twoPoints: 'lognormal' }), [
    'uniform',
    2,
    5,
    8,
  ]);
  const [shape] = drawnFrom({ ...two, distribution: 'lognormal' }) as string[];
  assert.equal(shape, 'lognormal');
});

test('a single value with the spread of the project has the shape that the task names', () => {
  const spread = { low: 0.5, high: 2 };
  const task: TaskWords = { estimate: '4d', distribution: 'triangular' };
  assert.deepEqual(drawnFrom(task, { spread }), ['triangular', 2, 4, 8]);
  assert.equal(drawnFrom(task), undefined);
});

test('the finish of a triangular task lies where its formula says', () => {
  const task: TaskWords = { estimate: '0d..2d..10d', distribution: 'triangular' };
  const { finish } = forecastOf({ tasks: { 'T-AAAA': task } }, { iterations: 20_000 });
  for (const [share, bounds] of [
    [0.5, finish.workMinutes.p50],
    [0.8, finish.workMinutes.p80],
    [0.9, finish.workMinutes.p90],
  ] as const) {
    const truth = (10 - Math.sqrt((1 - share) * 10 * 8)) * day;
    assert.ok(bounds.low - 1 <= truth && truth <= bounds.high + 1, `${share}: ${truth}`);
  }
});

test('what is left as a range holds as stated, whatever the whole was thought to take', () => {
  const remaining = '2d..6d..12d';
  for (const whole of [
    { estimate: '10d..12d..14d' },
    { estimate: '4d', assignees: ['ada', 'bob'] },
    { duration: '20d' },
    {},
  ]) {
    assert.deepEqual(drawnFrom({ ...whole, status: 'doing', remaining }), ['pert', 2, 6, 12]);
  }
  const task: TaskWords = { estimate: '10d', status: 'doing', remaining: '2d..12d' };
  assert.deepEqual(drawnFrom(task), ['uniform', 2, 7, 12]);
  assert.deepEqual(drawnFrom({ ...task, remaining, distribution: 'triangular' }), [
    'triangular',
    2,
    6,
    12,
  ]);
  assert.equal(drawnFrom({ ...task, status: 'done' }), undefined);
});

test('a plain value of what is left is as uncertain, in proportion, as the whole was', () => {
  const task: TaskWords = { estimate: '5d..10d..20d', status: 'doing', remaining: '4d' };
  assert.deepEqual(drawnFrom(task), ['pert', 5, 10, 20]);
  assert.equal(drawnFrom({ ...task, estimate: '10d' }), undefined);
});

test('begun work ends by what is left of it, drawn between its points', () => {
  const begun: TaskWords = { started: '2026-03-02', status: 'doing', progress: 0 };
  const rest = (remaining: string): number => {
    const task = { ...begun, estimate: '10d..20d', remaining };
    const { workMinutes } = forecastOf({ tasks: { 'T-AAAA': task } }, { iterations: 4000 }).finish;
    return workMinutes.p90.value / day;
  };
  assert.ok(Math.abs(rest('0d..10d') - 9) < 0.3);
  const bare = { 'T-AAAA': { status: 'doing', remaining: '2d..6d' } } as const;
  assert.deepEqual(forecastOf({ tasks: bare }).notes, []);
  // 15 days, give or take a third, become 5 days, give or take a third.
  assert.ok(Math.abs(rest('5d') - (5 / 15) * 19) < 0.1);
});
