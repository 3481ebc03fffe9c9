import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMatches, noFilter, readFilter } from '../../../webview/gantt/filterRows.ts';
import {
  ancestorsOf,
  computeOutline,
  finishedIds,
  nextMatch,
  type OutlineChoice,
} from '../../../webview/gantt/outline.ts';
import { buildView } from './support/buildView.ts';

const view = buildView([
  { id: 'M-1', title: 'Front end', kind: 'group' },
  { id: 'T-2', title: 'Lexer', parent: 'M-1', assignees: 'ada' },
  { id: 'T-3', title: 'Docs', kind: 'summary', parent: 'M-1' },
  { id: 'T-4', title: 'Guide', parent: 'T-3', assignees: 'Grace' },
  { id: 'T-5', title: 'Release' },
]);
const { rows } = view;

function check(choice: Partial<OutlineChoice>, ids: readonly string[]): void {
  const full = { folded: new Set<string>(), matches: undefined, onlyMatches: true, ...choice };
  const { visible } = computeOutline(rows, full);
  assert.deepEqual(
    Array.from(visible, row => rows.id[row]),
    ids,
  );
}

function matchesOf(text: string): Int32Array | undefined {
  return findMatches(view, readFilter(text, noFilter).query);
}

test('folding hides everything below, whatever is folded inside', () => {
  check({}, ['M-1', 'T-2', 'T-3', 'T-4', 'T-5']);
  check({ folded: new Set(['T-3']) }, ['M-1', 'T-2', 'T-3', 'T-5']);
  check({ folded: new Set(['M-1']) }, ['M-1', 'T-5']);
  check({ folded: new Set(['M-1', 'T-3']) }, ['M-1', 'T-5']);
  check({ folded: new Set(['T-GONE', 'T-5']) }, ['M-1', 'T-2', 'T-3', 'T-4', 'T-5']);
});

test('a filter looks into id, title and people and keeps the ancestors of a match', () => {
  check({ matches: matchesOf('GRACE') }, ['M-1', 'T-3', 'T-4']);
  check({ matches: matchesOf('lex') }, ['M-1', 'T-2']);
  check({ matches: matchesOf('t-5') }, ['T-5']);
  check({ matches: matchesOf('  ') }, ['M-1', 'T-2', 'T-3', 'T-4', 'T-5']);
  check({ matches: matchesOf('.*') }, []);
});

test('a match inside of a fold is shown', () => {
  check({ matches: matchesOf('guide'), folded: new Set(['M-1']) }, ['M-1', 'T-3', 'T-4']);
});

test('without hiding, a filter only says which rows match', () => {
  const choice = { folded: new Set<string>(), matches: matchesOf('e'), onlyMatches: false };
  const { visible, matches } = computeOutline(rows, choice);
  assert.equal(visible.length, 5);
  assert.deepEqual(Array.from(matches ?? []), [0, 1, 3, 4]);
});

test('every shown row knows its place among its shown siblings', () => {
  const outline = computeOutline(rows, {
    folded: new Set(),
    matches: undefined,
    onlyMatches: true,
  });
  assert.deepEqual(Array.from(outline.placeInSet), [1, 1, 2, 1, 2]);
  assert.deepEqual(Array.from(outline.shownChildren), [2, 2, 0, 1, 0, 0]);
  assert.deepEqual(Array.from(outline.positionOf), [0, 1, 2, 3, 4]);
});

test('find goes round at the ends', () => {
  const matches = Int32Array.from([1, 4, 7]);
  assert.deepEqual(
    [-1, 1, 5, 7].map(row => nextMatch(matches, row, 1)),
    [1, 4, 7, 1],
  );
  assert.deepEqual(
    [9, 7, 1, 0].map(row => nextMatch(matches, row, -1)),
    [7, 4, 7, 7],
  );
  assert.equal(nextMatch(new Int32Array(), 3, 1), -1);
});

test('find goes from top to bottom of sorted rows, and to what is folded away last', () => {
  const { rows } = buildView([
    { id: 'T-1' },
    { id: 'T-2' },
    { id: 'S-1', kind: 'summary' },
    { id: 'T-3', parent: 'S-1' },
  ]);
  const { shownMatches = new Int32Array() } = computeOutline(rows, {
    folded: new Set(['S-1']),
    matches: Int32Array.of(0, 1, 3),
    onlyMatches: false,
    compare: (a, b) => b - a,
  });
  assert.deepEqual([...shownMatches], [1, 0, 3]);
  assert.deepEqual(
    [-1, 1, 0, 3].map(row => nextMatch(shownMatches, row, 1)),
    [1, 0, 3, 1],
  );
});

test('ancestors come from the outside in', () => {
  assert.deepEqual(ancestorsOf(rows, 3), [0, 2]);
  assert.deepEqual(ancestorsOf(rows, 4), []);
});

test('done and dropped work is hidden and counted, with summaries that hold nothing else', () => {
  const full = buildView([
    { id: 'M-1', kind: 'group' },
    { id: 'S-1', kind: 'summary', parent: 'M-1' },
    { id: 'T-1', parent: 'S-1', status: 'done' },
    { id: 'T-2', parent: 'S-1', status: 'dropped' },
    { id: 'S-2', kind: 'summary', parent: 'M-1', status: 'done' },
    { id: 'T-3', parent: 'S-2', status: 'doing' },
    { id: 'T-4', parent: 'S-2', status: 'done' },
    { id: 'M-2', kind: 'group', status: 'done' },
    { id: 'T-5', parent: 'M-2', status: 'done' },
  ]);
  const { rows } = full;
  const base = { folded: new Set<string>(), onlyMatches: true, hidesClosed: true };
  const outline = computeOutline(rows, { ...base, matches: undefined });
  const shown = [...outline.visible].map(row => rows.id[row]);
  assert.deepEqual(shown, ['M-1', 'S-2', 'T-3']);
  assert.equal(outline.closedCount, 6);
  assert.equal(outline.hasChildren[rows.id.indexOf('S-1')], 0);
  assert.deepEqual([...outline.placeInSet], [1, 1, 1]);
  const found = computeOutline(rows, {
    ...base,
    matches: findMatches(full, readFilter('T-', noFilter).query),
  });
  assert.deepEqual([...(found.matches ?? [])], [rows.id.indexOf('T-3')]);
  const folded = computeOutline(rows, { ...base, folded: new Set(['M-1']), matches: undefined });
  assert.deepEqual([...folded.visible], [0]);
  const all = computeOutline(rows, { ...base, hidesClosed: false, matches: undefined });
  assert.deepEqual([all.visible.length, all.closedCount], [9, 0]);
});

test('what holds closed work alone is finished, as far out as it goes, save where all is closed', () => {
  const plan = buildView([
    { id: 'M-1', kind: 'group', status: 'done' },
    { id: 'S-1', kind: 'summary', parent: 'M-1' },
    { id: 'T-1', parent: 'S-1', status: 'done' },
    { id: 'M-2', kind: 'group', status: 'todo' },
    { id: 'S-2', kind: 'summary', parent: 'M-2' },
    { id: 'T-2', parent: 'S-2', status: 'dropped' },
    { id: 'M-3', kind: 'group', status: 'done' },
    { id: 'T-3', parent: 'M-3', status: 'doing' },
    { id: 'T-4', status: 'done' },
  ]);
  assert.deepEqual(finishedIds(plan.rows), ['M-1', 'S-2']);
  const over = buildView([
    { id: 'M-1', kind: 'group', status: 'done' },
    { id: 'T-1', parent: 'M-1', status: 'done' },
  ]);
  assert.deepEqual(finishedIds(over.rows), []);
});
