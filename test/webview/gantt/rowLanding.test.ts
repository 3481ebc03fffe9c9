import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeOutline } from '../../../webview/gantt/outline.ts';
import { findLanding, landingIntents, takeRows } from '../../../webview/gantt/rowLanding.ts';
import { buildView, type RowSpec } from './support/buildView.ts';

const specs: readonly RowSpec[] = [
  { id: 'M-1', kind: 'group' },
  { id: 'T-A', parent: 'M-1', kind: 'summary' },
  { id: 'T-A1', parent: 'T-A' },
  { id: 'T-A2', parent: 'T-A' },
  { id: 'T-B', parent: 'M-1' },
  { id: 'M-2', kind: 'milestone' },
  { id: 'T-D' },
  { id: 'T-E', kind: 'milestone' },
];
const { rows } = buildView(specs);
const ids = specs.map(({ id }) => id);

/**
 * Where rows go that are dropped at a position and a level: the inputs of the commands, or why they
 * cannot. Positions count rows from the top: 2 is the upper edge of the third.
 */
function drop(
  chosen: string,
  position: number,
  level: number,
  folded: readonly string[] = [],
): unknown {
  const outline = computeOutline(rows, {
    folded: new Set(folded),
    matches: undefined,
    onlyMatches: false,
  });
  const moved = chosen.split(' ').map(id => ids.indexOf(id));
  const hand = takeRows(rows, outline.visible, moved);
  const landing = findLanding(hand, { position, level });
  if (typeof landing === 'string') return landing;
  return landingIntents(hand, landing).map(({ input }) => input);
}

function check(...[chosen, position, level, expected]: [string, number, number, unknown]): void {
  assert.deepEqual(drop(chosen, position, level), expected, `${chosen} at ${position}/${level}`);
}

test('between two rows the level tells what a row becomes part of', () => {
  check('T-D', 4, 9, [{ id: 'T-D', parent: 'T-A2' }]);
  check('T-D', 4, 2, [{ id: 'T-D', after: 'T-A2' }]);
  check('T-D', 4, 1, [{ id: 'T-D', after: 'T-A' }]);
  check('T-D', 4, 0, [{ id: 'T-D', after: 'T-A' }]);
  check('T-D', 3, 0, [{ id: 'T-D', after: 'T-A1' }]);
});

test('a row before the first part of another becomes the first part', () => {
  check('T-D', 2, 2, [{ id: 'T-D', before: 'T-A1' }]);
  check('T-D', 1, 1, [{ id: 'T-D', before: 'T-A' }]);
  check('T-D', 6, 1, [{ id: 'T-D', parent: null, milestone: 'M-2' }]);
});

test('left of all milestones a task leaves its milestone', () => {
  check('T-B', 6, 0, [{ id: 'T-B', before: 'T-D' }]);
  check('T-B', 8, 0, [{ id: 'T-B', after: 'T-E' }]);
  const alone = buildView(specs.slice(0, 6)).rows;
  const hand = takeRows(alone, [0, 1, 2, 3, 4, 5], [4]);
  const landing = findLanding(hand, { position: 6, level: 0 });
  assert.ok(typeof landing !== 'string');
  assert.deepEqual(
    landingIntents(hand, landing).map(({ input }) => input),
    [{ id: 'T-B', parent: null, milestone: null }],
  );
});

test('a row that is moved to the side alone changes its level where it stands', () => {
  check('T-B', 4.4, 1, []);
  check('T-B', 4.6, 2, [{ id: 'T-B', after: 'T-A2' }]);
  check('T-A2', 3.4, 1, [{ id: 'T-A2', after: 'T-A' }]);
});

test('a row that stays where it is changes nothing, wherever its place is pointed at', () => {
  check('T-A1', 2, 2, []);
  check('T-A1', 3, 2, []);
  check('T-A T-B', 1.5, 1, []);
  check('M-1', 0, 0, []);
});

test('several rows go as one block, in their order, with what is part of them', () => {
  check('T-A1 T-B', 7, 0, [
    { id: 'T-A1', after: 'T-D' },
    { id: 'T-B', after: 'T-A1' },
  ]);
  check('T-A T-A1 T-B', 8, 0, [
    { id: 'T-A', after: 'T-E' },
    { id: 'T-B', after: 'T-A' },
  ]);
});

test('into a folded row a row goes behind what is in it', () => {
  const folded = (position: number, level: number): unknown =>
    drop('T-D', position, level, ['T-A']);
  assert.deepEqual(folded(2, 2), [{ id: 'T-D', after: 'T-A2' }]);
  assert.deepEqual(folded(2, 1), [{ id: 'T-D', after: 'T-A' }]);
});

test('what has no place is refused with the reason', () => {
  check('T-A', 3.2, 2, 'T-A cannot become part of itself');
  check(
    'M-1 T-D',
    3,
    0,
    'Milestones and tasks have places of their own: move them one after the other',
  );
  check('T-D', 0, 0, 'Tasks stand in a milestone, or below all milestones');
  check('M-2', 7, 0, 'Milestones stand above the tasks that have none');
  check('T-B', 8, 1, [{ id: 'T-B', after: 'T-E' }]);
});

test('a milestone goes to the nearer end of another', () => {
  check('M-2', 2, 5, [{ id: 'M-2', before: 'M-1' }]);
  check('M-2', 4, 0, []);
  check('M-1', 6, 0, [{ id: 'M-1', after: 'M-2' }]);
});
