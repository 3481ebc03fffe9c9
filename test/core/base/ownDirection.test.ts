import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOwnDirection } from '../../../src/core/base/ownDirection.ts';

test('what begins from right to left is set apart, and nothing else is touched', () => {
  assert.equal(inOwnDirection('(2) שלום!'), '\u2067(2) שלום!\u2069');
  assert.equal(inOwnDirection('مرحبا…'), '\u2067مرحبا…\u2069');
  for (const text of ['', '12:30', 'Say שלום!', 'Übersicht', '計画', '🎉 Party'])
    assert.equal(inOwnDirection(text), text);
});
