import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BlockRun } from '../../../src/core/forecast/blockRun.ts';
import { CollectedBlocks } from '../../../src/core/forecast/collectedBlocks.ts';
import { ComparedVariants } from '../../../src/core/forecast/comparedVariants.ts';
import { compileForecast } from '../../../src/core/forecast/forecastModel.ts';
import { simulate } from '../../../src/core/forecast/simulate.ts';
import { answerForecast } from '../../../src/core/forecast/answerForecast.ts';
import { makeVariants } from '../../../src/core/forecast/variant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { planToForecast, type ForecastWords } from '../../support/buildForecast.ts';
import { rate } from '../../support/riskRatings.ts';

const words: ForecastWords = {
  hasOfficeHours: true,
  tasks: {
    'T-AAAA': { estimate: '2d..4d..9d' },
    'T-BBBB': { estimate: '3d..8d', dependsOn: ['T-AAAA'], milestone: 'M-AAAA' },
    'T-CCCC': { estimate: '4d..6d..20d', dependsOn: ['T-AAAA SS+50%'] },
    'T-DDDD': { estimate: '1d', dependsOn: ['T-BBBB', 'T-CCCC'], milestone: 'M-AAAA' },
  },
  milestones: { 'M-AAAA': { due: '2026-03-25' } },
  risks: {
    'R-AAAA': {
      current: rate('30%', { schedule: '3d..9d', cost: '1000..4000' }),
      residual: rate('10%', { schedule: '1d..2d', cost: '0..500' }),
      affects: ['T-BBBB'],
    },
    'R-BBBB': { current: rate('20%', { schedule: '2d' }), affects: ['M-AAAA'] },
  },
};

const extent = { iterations: 1200, mayStopEarly: false };
const run = (plan: Plan, seed = 1): unknown => simulate({ plan, options: {}, seed, extent });

/** The same items in the other order. */
function reversed<T>(items: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...items].reverse());
}

test('the same plan and seed give the same forecast, and another seed another one', () => {
  const plan = planToForecast(words);
  assert.deepEqual(run(plan), run(planToForecast(words)));
  assert.notDeepEqual(run(plan), run(plan, 2));
});

test('the order of items does not matter', () => {
  const plan = planToForecast(words);
  const forecast = simulate({ plan, options: {}, seed: 1, extent });
  const other = simulate({
    plan: {
      ...plan,
      tasks: reversed(plan.tasks),
      risks: reversed(plan.risks),
      milestones: reversed(plan.milestones),
    },
    options: {},
    seed: 1,
    extent,
  });
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
    a.id < b.id ? -1 : 1;
  assert.deepEqual(other.finish, forecast.finish);
  assert.deepEqual(other.cost, forecast.cost);
  assert.deepEqual(other.tornado, forecast.tornado);
  assert.deepEqual(other.mitigations, forecast.mitigations);
  assert.deepEqual(other.tasks.toSorted(byId), forecast.tasks.toSorted(byId));
});

test('an item that touches nothing changes no draw of the others', () => {
  const plan = planToForecast(words);
  const more = planToForecast({
    ...words,
    tasks: { ...words.tasks, 'T-0000': { estimate: '1h..2h..3h' } },
    risks: { ...words.risks, 'R-0000': { current: rate('50%', { cost: '100' }) } },
  });
  const [a, b] = [plan, more].map(each => simulate({ plan: each, options: {}, seed: 1, extent }));
  assert.deepEqual(b?.finish.quantiles, a?.finish.quantiles);
  const idsOf = new Set(plan.tasks.keys());
  assert.deepEqual(
    b?.tasks.filter(({ id }) => idsOf.has(id)),
    a?.tasks,
  );
});

test('blocks made anywhere, in any order, come to the same', () => {
  const plan = planToForecast(words);
  const model = compileForecast(plan, {});
  const variants = makeVariants(model);
  const collected = new CollectedBlocks(model, extent);
  for (const { from, count } of collected.ranges().toReversed()) {
    const other = compileForecast(plan, {});
    collected.add(new BlockRun(other, makeVariants(other), 1).run(from, count));
  }
  const compared = new ComparedVariants(model, variants, collected, { seed: 1, iterations: 900 });
  const forecast = answerForecast({ model, variants, collected, compared, seed: 1, options: {} });
  assert.deepEqual(forecast, run(plan));
});

test('a run that may end early ends once the quantiles have settled, wherever it is made', () => {
  const plan = planToForecast({ tasks: { 'T-AAAA': { estimate: '2d..4d..9d' } } });
  const early = { iterations: 100_000, mayStopEarly: true };
  const forecast = simulate({ plan, options: {}, seed: 1, extent: early });
  assert.equal(forecast.isSettled, true);
  assert.ok(forecast.iterations >= 2000 && forecast.iterations < 10_000);
  const { low, high } = forecast.finish.workMinutes.p90;
  assert.ok(high - low <= 2 * forecast.tolerance);
});

test('a risk that is rated once has the same dates in every state, however long the run is', () => {
  const only = { current: rate('30%', { schedule: '3d..9d', cost: '1000' }), affects: ['T-BBBB'] };
  const plan = planToForecast({ ...words, risks: { 'R-AAAA': only } });
  const long = { iterations: 6000, mayStopEarly: false };
  const { runs, finish, cost } = simulate({ plan, options: {}, seed: 1, extent: long });
  const [current, ...others] = runs;
  assert.equal(current?.quantiles.p80, finish.quantiles.p80.value);
  assert.equal(current.meanCost, cost?.mean);
  assert.deepEqual(
    others.map(({ rating, ...run }) => [rating, run]),
    ['inherent', 'residual'].map(rating => [
      rating,
      { quantiles: current.quantiles, meanCost: current.meanCost },
    ]),
  );
});

test('a run goes on until milestones, and the date with the confidence asked for, are settled too', () => {
  const tasks = {
    'T-AAAA': { estimate: '200d..201d..202d' },
    'T-BBBB': { estimate: '10d..30d..90d', milestone: 'M-AAAA' },
  };
  const early = { iterations: 100_000, mayStopEarly: true };
  const milestone = { tasks, milestones: { 'M-AAAA': {} } };
  const made = simulate({ plan: planToForecast(milestone), options: {}, seed: 1, extent: early });
  const bounds = made.milestones[0]?.workMinutes.p90;
  assert.ok(made.isSettled && bounds);
  assert.ok(bounds.high - bounds.low <= 2 * made.tolerance, `${bounds.high - bounds.low}`);
  const sure = (confidence: number): number => {
    const chain = { tasks: { 'T-BBBB': { estimate: '10d..30d..90d' } }, rules: { confidence } };
    return simulate({ plan: planToForecast(chain), options: {}, seed: 1, extent: early })
      .iterations;
  };
  assert.ok(sure(0.99) > 1.5 * sure(0.8), `${sure(0.99)} after ${sure(0.8)}`);
});

test('when tasks finish is told from enough runs, also where blocks are small', () => {
  const ids = Array.from({ length: 9000 }, (_, i) => `T-${10_000 + i}`);
  const tasks = Object.fromEntries(ids.map(id => [id, { estimate: '0d..10d' }]));
  const plan = planToForecast({ tasks });
  const extent = { iterations: 1000, mayStopEarly: false };
  const forecast = simulate({ plan, options: {}, seed: 1, extent, isPresentOnly: true });
  assert.ok(forecast.sampled >= 800 && forecast.sampled <= 1000, `${forecast.sampled}`);
  // Of so many runs the deviation of a median is under 10 days × √(0.25 / 800): 0.18 days.
  const off = forecast.tasks.map(({ finish }) => (finish.p50 - forecast.start) / 480 - 5);
  const deviation = Math.sqrt(off.reduce((sum, each) => sum + each * each, 0) / off.length);
  assert.ok(deviation < 0.19, `${deviation}`);
});
