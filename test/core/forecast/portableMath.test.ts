import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalQuantile, normalShare } from '../../../src/core/forecast/normal.ts';
import { exp, log, power } from '../../../src/core/forecast/portableMath.ts';

const isNear = (value: number, expected: number, slack: number): void => {
  assert.ok(
    Math.abs(value - expected) <= slack * Math.max(1, Math.abs(expected)),
    `${value} is not ${expected}`,
  );
};

test('exp, log and power agree with those of the platform to the last digits', () => {
  for (let x = -40; x <= 40; x += 0.37) isNear(exp(x) / Math.exp(x), 1, 1e-14);
  for (let x = 1e-9; x < 1e12; x *= 1.7) isNear(log(x), Math.log(x), 1e-15);
  for (const [x, y] of [
    [0.3, 2.7],
    [2, 10],
    [0.999, 4],
    [1e-6, 0.25],
  ] as const) {
    isNear(power(x, y), Math.pow(x, y), 1e-14);
  }
  assert.deepEqual(
    [exp(-800), exp(800), log(0), power(0, 0), power(0, 2)],
    [0, Infinity, -Infinity, 1, 0],
  );
  assert.ok(Number.isNaN(log(-1)));
});

test('the normal distribution has its published quantiles, and its share takes them back', () => {
  isNear(normalQuantile(0.975), 1.959963984540054, 1e-14);
  isNear(normalQuantile(0.9), 1.2815515655446004, 1e-14);
  isNear(normalQuantile(1e-9), -5.997807015007687, 1e-13);
  assert.equal(normalQuantile(0.5), 0);
  assert.deepEqual([normalQuantile(0), normalQuantile(1)], [-Infinity, Infinity]);
  for (let share = 0.001; share < 1; share += 0.0137) {
    isNear(normalShare(normalQuantile(share)), share, 1e-13);
  }
  assert.deepEqual([normalShare(-9), normalShare(9)], [0, 1]);
});
