import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparedExtent } from '../../../src/core/forecast/comparedExtent.ts';
import { compileForecast } from '../../../src/core/forecast/forecastModel.ts';
import { makeVariants } from '../../../src/core/forecast/variant.ts';
import { planToForecast } from '../../support/buildForecast.ts';
import { rate } from '../../support/riskRatings.ts';

/** A chain with ten risks, each with a response. */
function extentOf(
  tasks: number,
  iterations: number,
): Pick<ReturnType<typeof comparedExtent>, 'first' | 'most'> {
  const ids = Array.from({ length: tasks }, (_, i) => `T-${i}`);
  const risks = Object.fromEntries(
    ids.slice(0, 10).map((id, i) => [
      `R-${i}`,
      {
        current: rate('50%', { schedule: '2d..9d' }),
        residual: rate('10%', { schedule: '1d..2d' }),
        affects: [id],
      },
    ]),
  );
  const plan = planToForecast({
    tasks: Object.fromEntries(ids.map(id => [id, { estimate: '1d..2d..5d' }])),
    risks,
  });
  const model = compileForecast(plan, {});
  const { first, most } = comparedExtent(model, makeVariants(model), iterations);
  return { first, most };
}

test('responses are compared over as many runs as there are, and over fewer in a large plan', () => {
  assert.deepEqual(extentOf(20, 10_000), { first: 2048, most: 10_000 });
  const large = extentOf(20_000, 10_000);
  assert.ok(
    large.first < 2048 && large.first >= 256 && large.first % 128 === 0,
    String(large.first),
  );
  assert.ok(large.most > large.first && large.most < 10_000, String(large.most));
});
