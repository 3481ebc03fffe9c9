import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forecastHistory, type PlanVersion } from '../../../src/core/forecast/forecastHistory.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { planToForecast, type ForecastWords } from '../../support/buildForecast.ts';
import { rate } from '../../support/riskRatings.ts';

const first: ForecastWords = {
  tasks: {
    'T-AAAA': { estimate: '2d..4d..9d' },
    'T-BBBB': { estimate: '3d', dependsOn: ['T-AAAA'] },
    'T-CCCC': { estimate: '1d' },
  },
};

const versionOf = (plan: Plan, place: number): PlanVersion => ({
  commit: String(place).repeat(40),
  committedAt: place,
  subject: `Change ${place}`,
  unread: [],
  plan,
});

test('the forecast of each commit is told with what moved it, item by item', () => {
  const second: ForecastWords = {
    ...first,
    tasks: {
      ...first.tasks,
      'T-BBBB': { estimate: '8d', title: 'Called anew', dependsOn: ['T-AAAA'] },
      'T-CCCC': { estimate: '2d' },
    },
  };
  const third: ForecastWords = {
    ...second,
    risks: { 'R-AAAA': { current: rate('50%', { schedule: '10d' }), affects: ['T-BBBB'] } },
  };
  const plans = [first, first, second, third].map(planToForecast);
  const points = forecastHistory(plans.map(versionOf), {}, 1);
  assert.deepEqual(
    points.map(({ causes }) => causes.map(({ id, fields }) => [id, ...fields])),
    [[], [], [['T-BBBB', 'estimate']], [['R-AAAA', 'added']]],
  );
  assert.deepEqual(
    points.slice(0, 3).map(({ slip }) => slip),
    [0, 0, 5 * 480],
  );
  assert.ok((points[3]?.slip ?? 0) > 6 * 480);
  assert.equal(points[2]?.causes[0]?.minutes, points[2]?.slip);
});

test('every commit is asked for the confidence of today, so that asking for another moves nothing', () => {
  const asking = (confidence: number): Plan => planToForecast({ ...first, rules: { confidence } });
  const [before, after] = forecastHistory([asking(0.9), asking(0.5)].map(versionOf), {}, 1);
  assert.equal(before?.confident, before?.p50);
  assert.deepEqual([after?.slip, after?.causes, after?.confident], [0, [], before?.confident]);
});

test('what was taken out of the project counts as a cause too', () => {
  const slow = { ...first, rules: { spread: { low: 1, high: 5 } } };
  const [, after] = forecastHistory([slow, first].map(planToForecast).map(versionOf), {}, 1);
  assert.ok((after?.slip ?? 0) < 0);
  assert.deepEqual(
    after?.causes.map(({ id, fields }) => [id, fields]),
    [['project', ['forecast']]],
  );
});

/** A chain of so many tasks of three days, the one at `at` otherwise. */
function chain(count: number, at: number, change: object, all: object = {}): ForecastWords {
  const tasks = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `T-${1000 + i}`,
      {
        estimate: '2d..3d..5d',
        ...(i === 0 ? {} : { dependsOn: [`T-${999 + i}`] }),
        ...all,
        ...(i === at ? change : {}),
      },
    ]),
  );
  return { tasks };
}

const causesOf = (...words: readonly ForecastWords[]) =>
  forecastHistory(words.map(planToForecast).map(versionOf), {}, 1).at(-1)?.causes ?? [];

test('what moved the forecast is found among many items that changed in the same commit', () => {
  const before = chain(40, 30, {});
  const causes = causesOf(before, chain(40, 30, { estimate: '20d..30d..40d' }, { rank: 2 }));
  assert.deepEqual(
    causes.map(({ id, fields, others }) => [id, fields, others]),
    [['T-1030', ['estimate'], []]],
  );
  // Of what is no work itself, too, and with everything else changed as well.
  const after = chain(40, 30, { dependsOn: ['T-1029', 'T-9000'] }, { priority: 'high' });
  const late = { 'T-9000': { estimate: '400d' } };
  const linked = causesOf(
    { tasks: { ...before.tasks, ...late } },
    { tasks: { ...after.tasks, ...late } },
  );
  assert.deepEqual(
    linked.map(({ id, fields }) => [id, fields]),
    [['T-1030', ['dependsOn']]],
  );
});

test('what moves the forecast only together is told together', () => {
  const tasks = (estimate: string, title: string): ForecastWords => ({
    tasks: {
      'T-AAAA': { estimate },
      'T-BBBB': { estimate },
      'T-CCCC': { estimate: '1d', title, rank: title.length },
    },
  });
  const [cause, ...more] = causesOf(tasks('3d', 'One'), tasks('9d', 'Other'));
  assert.deepEqual([cause?.id, cause?.others, more], ['T-AAAA', ['T-BBBB'], []]);
  assert.equal(cause?.minutes, 6 * 480);
});
