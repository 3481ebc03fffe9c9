import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Risk } from '../../../src/core/model/risk.ts';
import { forecastOf } from '../../support/buildForecast.ts';
import type { ForecastRules } from '../../../src/core/model/forecastRules.ts';
import { rate } from '../../support/riskRatings.ts';

const day = 480;
const oneTask = { 'T-AAAA': { estimate: '10d' } };

function isNear(value: number | undefined, expected: number, slack: number): void {
  assert.ok(Math.abs((value ?? NaN) - expected) <= slack, `${value} is not ${expected}`);
}

test('of risks that exclude one another at most one happens, each as often as it says', () => {
  const risks: Record<string, Partial<Risk>> = {
    'R-AAAA': {
      current: rate('50%', { schedule: '1d' }),
      affects: ['T-AAAA'],
      excludes: ['R-BBBB'],
    },
    'R-BBBB': { current: rate('30%', { schedule: '2d' }), affects: ['T-AAAA'] },
  };
  const forecast = forecastOf({ tasks: oneTask, risks }, { iterations: 8000 });
  const lengths = new Set(forecast.curve.map(({ at }) => (at - forecast.start) / day));
  assert.deepEqual([...lengths], [10, 11, 12]);
  const of = (id: string) => forecast.risks.find(risk => risk.id === id)?.probability;
  isNear(of('R-AAAA'), 0.5, 0.025);
  isNear(of('R-BBBB'), 0.3, 0.025);
  const tooLikely = forecastOf({
    tasks: oneTask,
    risks: { ...risks, 'R-BBBB': { ...risks['R-BBBB'], current: rate('75%', { schedule: '2d' }) } },
  });
  assert.equal(tooLikely.notes[0]?.code, 'exclusive-too-likely');
  isNear(tooLikely.risks.find(({ id }) => id === 'R-AAAA')?.probability, 0.4, 0.03);
});

test('risks that exclude one and the same exclude one another too, and that is told', () => {
  const risk = (excludes: readonly string[]): Partial<Risk> => ({
    current: rate('30%', { schedule: '1d' }),
    affects: ['T-AAAA'],
    excludes: [...excludes],
  });
  const told = (first: readonly string[]): readonly string[] =>
    forecastOf({
      tasks: oneTask,
      risks: { 'R-AAAA': risk(first), 'R-BBBB': risk([]), 'R-CCCC': risk(['R-BBBB']) },
    }).notes.flatMap(({ code, items }) =>
      code === 'exclusive-through-others' ? [items.join(' ')] : [],
    );
  assert.deepEqual(told(['R-BBBB']), ['R-AAAA R-CCCC']);
  assert.deepEqual(told(['R-BBBB', 'R-CCCC']), []);
});

test('of risks that exclude one another the drivers and correlations of all count', () => {
  const risk = (changes: Partial<Risk>): Partial<Risk> => ({
    current: rate('30%', { schedule: '1d' }),
    affects: ['T-AAAA'],
    ...changes,
  });
  const of = (drivers: readonly string[], rules: Partial<ForecastRules>) => {
    const risks = {
      'R-AAAA': risk({ excludes: ['R-BBBB'] }),
      'R-BBBB': risk({ drivers, current: rate('30%', { schedule: '20d' }) }),
      'R-CCCC': risk({ drivers, current: rate('50%', { schedule: '40d' }) }),
    };
    const { curve, start } = forecastOf({ tasks: oneTask, risks, rules }, { iterations: 8000 });
    const shareAfter = (days: number): number =>
      1 - (curve.findLast(({ at }) => (at - start) / day <= days)?.share ?? 0);
    // Only both together take so long: by themselves, in 15 of 100 runs.
    return shareAfter(60);
  };
  isNear(of([], {}), 0.15, 0.03);
  const driven = of(['vendor'], { drivers: new Map([['vendor', 1]]) });
  assert.ok(driven > 0.22, `${driven}`);
  const between = ['R-BBBB', 'R-CCCC'] as const;
  const correlated = of([], { correlations: [{ between, strength: 0.95 }] });
  assert.ok(correlated > 0.22, `${correlated}`);
});

test('shared drivers make risks come together', () => {
  const chanceOfBoth = (drivers: readonly string[], strength: number): number => {
    const rating = rate('30%', { schedule: '5d' });
    const forecast = forecastOf(
      {
        tasks: { 'T-AAAA': { estimate: '1d' } },
        risks: {
          'R-AAAA': { current: rating, affects: ['T-AAAA'], drivers },
          'R-BBBB': { current: rating, affects: ['T-AAAA'], drivers },
        },
        rules: { drivers: new Map([['vendor', strength]]) },
      },
      { iterations: 8000 },
    );
    const last = forecast.histogram.at(-1);
    return (last?.count ?? 0) / forecast.iterations;
  };
  isNear(chanceOfBoth([], 0), 0.09, 0.02);
  isNear(chanceOfBoth(['vendor'], 1), 0.3, 0.02);
  const half = chanceOfBoth(['vendor'], 0.5);
  assert.ok(half > 0.12 && half < 0.2, `${half}`);
});
