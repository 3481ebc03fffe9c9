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

test('what was taken out of the project counts as a cause too', () => {
  const slow = { ...first, rules: { spread: { low: 1, high: 5 } } };
  const [, after] = forecastHistory([slow, first].map(planToForecast).map(versionOf), {}, 1);
  assert.ok((after?.slip ?? 0) < 0);
  assert.deepEqual(
    after?.causes.map(({ id, fields }) => [id, fields]),
    [['project', ['forecast']]],
  );
});
