import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseItemQuery } from '../../../src/core/views/itemQuery.ts';
import { placesOf, wordsOf } from '../../../webview/gantt/matchMarks.ts';

test('only the words that are looked for are marked, not what must not stand there', () => {
  const query = parseItemQuery('Parser "two words" -later status:doing float<2d critical');
  assert.ok(query.ok);
  assert.deepEqual(wordsOf(query.value), ['parser', 'two words']);
});

test('a word is marked wherever it stands, in any case', () => {
  assert.deepEqual(placesOf('Parser of the parser', ['parser']), [
    [0, 6],
    [14, 20],
  ]);
  assert.deepEqual(placesOf('Lexer', ['parser', 'x']), [[2, 3]]);
  assert.deepEqual(placesOf('İstanbul', ['stan']), [], 'small letters are longer there');
});
