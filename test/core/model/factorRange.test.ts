import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFactorRange } from '../../../src/core/model/factorRange.ts';

test('a range may have blanks around its parts', () => {
  assert.deepEqual(parseFactorRange(' 110 % .. 1.5 '), { low: 1.1, likely: undefined, high: 1.5 });
  assert.equal(parseFactorRange('110% x'), undefined);
  assert.equal(parseFactorRange(' '), undefined);
});

test('a text of a hundred thousand blanks is refused as fast as others', () => {
  const startedAt = performance.now();
  assert.equal(parseFactorRange(`1${' '.repeat(100_000)}x`), undefined);
  assert.ok(performance.now() - startedAt < 1000);
});
