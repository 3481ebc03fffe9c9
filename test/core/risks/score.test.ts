import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultDurationScale, parseEstimate } from '../../../src/core/model/duration.ts';
import { defaultRiskScale, emptyProject } from '../../../src/core/model/project.ts';
import type { Rating } from '../../../src/core/model/risk.ts';
import { computeBands } from '../../../src/core/risks/matrix.ts';
import { meanMinutes, placeRating } from '../../../src/core/risks/score.ts';
import { euroProject, rate } from '../../support/riskRatings.ts';

/** Places from 1, as people count them. */
function check(rating: Rating | undefined, expected: string): void {
  const { probability, impact, score, band } = placeRating(rating, euroProject);
  assert.equal(`${probability + 1}×${impact + 1}=${score} ${band ?? 'unrated'}`, expected);
}

test('a share takes the first level that it does not exceed', () => {
  check(rate('0%', { schedule: '1h' }), '1×1=1 low');
  check(rate('10%', { schedule: '1h' }), '1×1=1 low');
  check(rate('10.1%', { schedule: '1h' }), '2×1=2 low');
  check(rate('30%', { schedule: '1h' }), '2×1=2 low');
  check(rate('70%', { schedule: '1h' }), '4×1=4 low');
  check(rate('100%', { schedule: '1h' }), '5×1=5 medium');
  check(rate('very-high', { schedule: '1h' }), '5×1=5 medium');
});

test('the heaviest of delay, cost and other levels is the impact', () => {
  check(rate('50%', { schedule: '1d' }), '3×1=3 low');
  check(rate('50%', { schedule: '1d', cost: '5001' }), '3×3=9 medium');
  check(rate('50%', { schedule: '1d', cost: '5000', quality: 'high' }), '3×4=12 high');
  check(rate('50%', { schedule: 'very-high', cost: '1' }), '3×5=15 high');
  check(rate('50%', { cost: '1000000' }), '3×5=15 high');
});

test('a range is placed by its middle, three points by their PERT mean', () => {
  check(rate('50%', { schedule: '1d..9d' }), '3×2=6 medium');
  check(rate('50%', { schedule: '1d..9.1d' }), '3×3=9 medium');
  check(rate('50%', { schedule: '1d..1d..61d' }), '3×4=12 high');
  check(rate('50%', { cost: '1000..9000' }), '3×2=6 medium');
  check(rate('50%', { cost: '1000..1000..61000' }), '3×3=9 medium');
});

test('what cannot be placed has no score', () => {
  check(undefined, '0×0=0 unrated');
  check(rate('', { schedule: '5d' }), '0×2=0 unrated');
  check(rate('50%'), '3×0=0 unrated');
  check(rate('no-such-level', { schedule: '5d' }), '0×2=0 unrated');
  check(rate('50%', { quality: 'no-such-level' }), '3×0=0 unrated');
  check(rate('50%', { cost: '5000 USD' }), '3×0=0 unrated');
});

test('an amount on a scale that does not speak of it has no place', () => {
  const impact = defaultRiskScale.impact.map(level => ({ ...level, costUpTo: undefined }));
  const project = { ...emptyProject, riskScale: { ...defaultRiskScale, impact } };
  assert.equal(placeRating(rate('50%', { cost: '5000' }), project).impact, -1);
  assert.equal(placeRating(rate('50%', { schedule: '5d' }), project).impact, 1);
});

test('the mean counts elapsed time with the share of the week that is worked', () => {
  const mean = (text: string): number | undefined => {
    const estimate = parseEstimate(text);
    return estimate && meanMinutes(estimate, defaultDurationScale);
  };
  assert.equal(mean('5d'), 2400);
  assert.equal(mean('2d..4d..12d'), 5 * 480);
  assert.equal(mean('7ed'), 5 * 480);
});

test('every cell of the map has the band of its score', () => {
  const scale = {
    ...defaultRiskScale,
    probability: defaultRiskScale.probability.slice(0, 2),
    impact: defaultRiskScale.impact.slice(0, 3),
    mediumFrom: 2,
    highFrom: 6,
  };
  assert.deepEqual(computeBands(scale), [
    ['low', 'medium', 'medium'],
    ['medium', 'medium', 'high'],
  ]);
});
