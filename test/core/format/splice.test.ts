import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dashBefore } from '../../../src/core/format/splice.ts';

test('the dash of an item stands before its tag and its anchor', () => {
  assert.equal(dashBefore('- !tag &anchor x', 15), 0);
  assert.equal(dashBefore('- # why\n  !tag x', 15), 0);
  assert.equal(dashBefore('- a!tag x', 8), undefined);
  assert.equal(dashBefore('[ "!", x ]', 7), undefined);
});

test('that there is none in a line of a hundred thousand marks is told as fast as elsewhere', () => {
  const line = `[ "${'!'.repeat(100_000)} a", x ]`;
  const startedAt = performance.now();
  assert.equal(dashBefore(line, line.length - 3), undefined);
  assert.ok(performance.now() - startedAt < 1000);
});
