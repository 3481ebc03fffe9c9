import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainLineMaps, createLineMap, sameLines } from '../../../src/core/anchors/lineMap.ts';

const hunk = (oldStart: number, oldCount: number, newStart: number, newCount: number): object => ({
  oldStart,
  oldCount,
  newStart,
  newCount,
});

function mapOf(...hunks: readonly object[]): ReturnType<typeof createLineMap> {
  return createLineMap(hunks as Parameters<typeof createLineMap>[0]);
}

test('lines after an insertion move down, and what came is new', () => {
  const map = mapOf(hunk(2, 0, 3, 2));
  assert.deepEqual([1, 2, 3].map(map.toNew), [1, 2, 5]);
  assert.deepEqual([2, 3, 4, 5].map(map.isAdded), [false, true, true, false]);
});

test('lines that went are nowhere, and what follows moves up', () => {
  const map = mapOf(hunk(2, 2, 1, 0));
  assert.deepEqual([1, 2, 3, 4].map(map.toNew), [1, undefined, undefined, 2]);
  assert.equal(map.hunkAt(3)?.newCount, 0);
  assert.equal(map.hunkAt(4), undefined);
});

test('between two changes lies a run of kept lines', () => {
  const map = mapOf(hunk(2, 1, 2, 3), hunk(6, 1, 8, 1));
  assert.deepEqual(map.runAround(4), { start: 5, end: 7 });
  assert.deepEqual(map.runAround(1), { start: 1, end: 1 });
  assert.equal(map.runAround(6), undefined);
  assert.deepEqual(sameLines.runAround(3), { start: 1, end: Infinity });
});

test('one map after the other leads through both, and stops where a line goes', () => {
  const map = chainLineMaps([mapOf(hunk(0, 0, 1, 1)), mapOf(hunk(3, 1, 2, 0))]);
  assert.deepEqual([1, 2, 3].map(map.toNew), [2, undefined, 3]);
});
