import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLineIndex } from '../../../src/core/anchors/lineIndex.ts';
import { partsOf, similarityOf } from '../../../src/core/anchors/similarity.ts';
import { seededRandom } from '../../support/seededRandom.ts';

const words = ['plan', 'task', '(', ')', '=', ',', 'read', 'write', ';', 'x', 'größe'];

test('the lines that are found are those that a comparison with each would find', () => {
  const random = seededRandom(7);
  const pick = (count: number): number => Math.floor(random() * count);
  const line = (): string =>
    Array.from({ length: pick(8) }, () => words[pick(words.length)] ?? '').join(' ');
  const lines = Array.from({ length: 2500 }, line);
  const index = createLineIndex(lines);
  for (let i = 0; i < 200; i++) {
    const asked = partsOf(line());
    const first = 1 + pick(2400);
    const last = first + pick(1500);
    const expected = lines.flatMap((each, place) => {
      const isIn = place + 1 >= first && place + 1 <= last;
      return isIn && similarityOf(asked, partsOf(each)) >= 0.6 ? [place + 1] : [];
    });
    assert.deepEqual(index.findLike(asked, 0.6, { first, last }), expected);
  }
});

test('beyond the ends there is nothing', () => {
  const index = createLineIndex(['one', 'two']);
  assert.deepEqual(index.findLike(partsOf('two'), 0.6, { first: 1, last: 9 }), [2]);
  assert.equal(index.partsAt(0).size + index.partsAt(3).size, 0);
  assert.deepEqual(createLineIndex([]).findLike(partsOf('two'), 0.6, { first: 1, last: 0 }), []);
});
