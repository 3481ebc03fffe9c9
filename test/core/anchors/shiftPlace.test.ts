import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shiftPlace } from '../../../src/core/anchors/shiftPlace.ts';

function check(
  [line, endLine]: readonly [number, number],
  [first, last, count]: readonly [number, number, number],
  expected: readonly [number, number] | undefined,
): void {
  const place = shiftPlace({ path: 'a', line, endLine }, { first, last, count });
  assert.deepEqual(place && [place.line, place.endLine], expected);
}

test('edits above move a place, and edits below leave it', () => {
  check([5, 7], [1, 1, 3], [7, 9]);
  check([5, 7], [2, 4, 1], [3, 5]);
  check([5, 7], [8, 9, 5], [5, 7]);
});

test('edits inside make it longer or shorter', () => {
  check([5, 7], [6, 6, 3], [5, 9]);
  check([5, 7], [6, 7, 1], [5, 6]);
  check([5, 5], [5, 5, 1], [5, 5]);
});

test('nothing is left of a place that was taken out', () => {
  check([5, 7], [4, 8, 1], undefined);
});
