import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptTogether, type KeptLine } from '../../../src/core/anchors/rangeWeight.ts';
import { wordsOf } from '../../../src/core/anchors/rangeWords.ts';
import { createSourceText } from '../../../src/core/anchors/sourceText.ts';

const said = ['function count(list) {', '  const all = list.length;', '  return all;', '}'];

/** `first-last share` of a range in a text; each pair is a line of the range and where it stands. */
function tell(now: readonly string[], pairs: readonly (readonly [number, number])[]): string {
  const text = createSourceText(now.join('\n'));
  const kept = pairs.map(([place, line]): KeptLine => ({ place: place - 1, line }));
  const lines = new Set(pairs.map(([, line]) => line));
  const range = keptTogether({
    said: wordsOf(said),
    kept,
    text,
    isAdded: line => !lines.has(line),
  });
  return range ? `${range.line}-${range.endLine} ${range.share.toFixed(2)}` : 'nothing';
}

const foreign = Array.from({ length: 20 }, (_, i) => `  call(thing${i}, another);`);

test('a range that is all there is whole, and one that grew ends where its last line is', () => {
  const pairs = [1, 2, 3, 4].map(line => [line, line] as const);
  assert.equal(tell(said, pairs), '1-4 1.00');
  const grown = [...said.slice(0, 3), '  list.sort();', '}'];
  assert.equal(tell(grown, [...pairs.slice(0, 3), [4, 5]]), '1-5 1.00');
});

test('brackets and blanks weigh nothing', () => {
  assert.equal(tell(['}'], [[4, 1]]), 'nothing');
  assert.equal(
    tell(
      ['  return all;', '}'],
      [
        [3, 1],
        [4, 2],
      ],
    ),
    '1-2 0.20',
  );
});

test('a bracket that is paired with one far away does not carry the range there', () => {
  const now = [...said, ...foreign, '}'];
  const pairs = [
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 25],
  ] as const;
  assert.equal(tell(now, pairs), '1-4 1.00');
});

test('a line far from the others is left out of what stands together', () => {
  const now = [...said.slice(0, 2), ...foreign, '  return all;', '}'];
  const pairs = [
    [1, 1],
    [2, 2],
    [3, 23],
    [4, 24],
  ] as const;
  assert.match(tell(now, pairs), /^1-\d 0\.80$/);
});

test('lines that came where the first and the last ones went stand for them', () => {
  const now = ['function countAll(list) {', '  const all = list.length;', '  return all + 1;', '}'];
  assert.equal(tell(now, [[2, 2]]), '1-4 0.41');
});
