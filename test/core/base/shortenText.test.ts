import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortenText } from '../../../src/core/base/shortenText.ts';

test('a text that fits stays as it is, and a longer one ends in dots', () => {
  assert.equal(shortenText('parser', 6), 'parser');
  assert.equal(shortenText('parsers', 6), 'parse…');
  assert.equal(shortenText('two words', 5), 'two…');
});

test('no character is cut in two', () => {
  assert.equal(shortenText('🙂🙂🙂🙂🙂', 4), '🙂🙂🙂…');
  assert.equal(shortenText('cafe\u0301 noir', 5), 'caf…');
  assert.equal(shortenText(`a${'\u0301'.repeat(10_000)}`, 50), 'a…');
});
