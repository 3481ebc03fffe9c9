import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  meanOf,
  quantileOf,
  takeQuantiles,
  type Distribution,
} from '../../../src/core/forecast/distribution.ts';
import { PertTables } from '../../../src/core/forecast/pertTables.ts';

const tables = new PertTables();

/** Mean and standard deviation over evenly spaced shares. */
function momentsOf(of: Distribution): { mean: number; deviation: number } {
  const count = 200_000;
  const values = Float64Array.from({ length: count }, (_, i) => (i + 0.5) / count);
  takeQuantiles(of, values, tables);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / count) };
}

function check(of: Distribution, mean: number, deviation: number, slack = 2e-4): void {
  const found = momentsOf(of);
  const size = of.high - of.low;
  assert.ok(Math.abs(found.mean - mean) < slack * size, `mean ${found.mean}, not ${mean}`);
  assert.ok(Math.abs(found.deviation - deviation) < slack * size, `deviation ${found.deviation}`);
  assert.ok(Math.abs(meanOf(of) - mean) < 1e-9 * size);
}

test('each shape has the mean and the deviation of its formula', () => {
  const [low, high] = [100, 1000];
  for (const likely of [100, 130, 300, 555, 990, 1000]) {
    const mean = (low + 4 * likely + high) / 6;
    // Of a beta with parameters that add up to 6.
    const deviation = Math.sqrt(((mean - low) * (high - mean)) / 7);
    check({ shape: 'pert', low, likely, high }, mean, deviation);
    const square = low ** 2 + likely ** 2 + high ** 2 - low * likely - low * high - likely * high;
    check(
      { shape: 'triangular', low, likely, high },
      (low + likely + high) / 3,
      Math.sqrt(square / 18),
    );
    check({ shape: 'uniform', low, likely, high }, 550, 900 / Math.sqrt(12));
  }
});

test('quantiles of a beta are those of the tables', () => {
  // Beta(3, 3), the PERT in the middle: its distribution is 10x³ - 15x⁴ + 6x⁵.
  for (const x of [0.1, 0.25, 0.5, 0.8, 0.9]) {
    const share = 10 * x ** 3 - 15 * x ** 4 + 6 * x ** 5;
    const found = quantileOf({ shape: 'pert', low: 0, likely: 0.5, high: 1 }, share, tables);
    assert.ok(Math.abs(found - x) < 1e-4, `${found} is not ${x}`);
  }
  // Beta(5, 1), the mode at the end: its distribution is x⁵.
  for (const share of [0.01, 0.3, 0.9]) {
    const found = quantileOf({ shape: 'pert', low: 0, likely: 1, high: 1 }, share, tables);
    assert.ok(Math.abs(found - share ** 0.2) < 1e-3, `${found}`);
  }
});

test('a lognormal has the three points as its hundredths 10, 50 and 90', () => {
  const of: Distribution = { shape: 'lognormal', low: 2, likely: 4, high: 12 };
  const at = (share: number): number => quantileOf(of, share, tables);
  for (const [share, value] of [
    [0.1, 2],
    [0.5, 4],
    [0.9, 12],
  ] as const) {
    assert.ok(Math.abs(at(share) - value) < 1e-9, `${share}: ${at(share)}`);
  }
  const even: Distribution = { shape: 'lognormal', low: 2, likely: 4, high: 6 };
  assert.ok(Math.abs(quantileOf(even, 0.9, tables) - 6) < 1e-9);
  assert.equal(meanOf(even), 4);
  // Of skewed points the mean lies above the median, and what is drawn agrees with the formula.
  const { mean } = momentsOf(of);
  assert.ok(mean > 4 && Math.abs(mean - meanOf(of)) < 0.05, `${mean} against ${meanOf(of)}`);
});

test('a lognormal keeps its three points, however skewed they are', () => {
  for (const [low, likely, high] of [
    [1, 1, 10],
    [1, 1.1, 10],
    [1, 10, 10],
    [1, 9.9, 10],
    [0, 1, 30],
    [2, 2.0001, 2.4],
  ] as const) {
    const of: Distribution = { shape: 'lognormal', low, likely, high };
    const at = (share: number): number => quantileOf(of, share, tables);
    assert.deepEqual(
      [at(0.1), at(0.5), at(0.9)].map(value => Number(value.toFixed(9))),
      [low, likely, high],
    );
    // The mean is that of what is drawn, and one in a hundred is no more than some ranges away.
    const { mean } = momentsOf(of);
    assert.ok(Math.abs(mean - meanOf(of)) < 0.02 * (high - low), `${mean}, not ${meanOf(of)}`);
    assert.ok(at(0.99) <= high + 8 * (high - low), `${at(0.99)}`);
  }
});

test('quantiles never fall, and what is fixed is fixed', () => {
  for (const shape of ['pert', 'triangular', 'uniform', 'lognormal'] as const) {
    for (const likely of [0, 3, 50, 97, 100]) {
      const values = Float64Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
      takeQuantiles({ shape, low: 0, likely, high: 100 }, values, tables);
      values.forEach((value, i) => {
        assert.ok(i === 0 || value >= (values[i - 1] ?? 0), `${shape} ${likely} falls at ${i}`);
      });
    }
    assert.equal(quantileOf({ shape, low: 7, likely: 7, high: 7 }, 0.9, tables), 7);
  }
});
