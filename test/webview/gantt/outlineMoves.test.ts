import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPlan } from '../../../webview/gantt/loadedPlan.ts';
import { moveInOutline, type OutlineMove } from '../../../webview/gantt/outlineMoves.ts';
import { buildView, snapshotOf } from './support/buildView.ts';

const ids = ['M-1', 'T-A', 'T-A1', 'T-A2', 'T-B', 'T-C', 'M-2', 'T-D', 'T-E'];
const plan = loadPlan(
  snapshotOf(
    buildView([
      { id: 'M-1', kind: 'group' },
      { id: 'T-A', parent: 'M-1' },
      { id: 'T-A1', parent: 'T-A' },
      { id: 'T-A2', parent: 'T-A' },
      { id: 'T-B', parent: 'M-1' },
      { id: 'T-C', parent: 'M-1' },
      { id: 'M-2', kind: 'milestone' },
      { id: 'T-D' },
      { id: 'T-E' },
    ]),
  ),
);

const hidden = new Set<string>();

/** Compares the inputs, without their names, in the order in which they are run. */
function check(chosen: readonly string[], move: OutlineMove, expected: unknown): void {
  const rows = chosen.map(id => ids.indexOf(id)).sort((a, b) => a - b);
  const edit = moveInOutline(plan, rows, { move, isShown: row => !hidden.has(ids[row] ?? '') });
  const found = edit.kind === 'intents' ? edit.intents.map(({ input }) => input) : edit.message;
  assert.deepEqual(found, expected);
}

test('a row goes to places that are seen', () => {
  hidden.add('T-B');
  check(['T-C'], 'up', [{ id: 'T-C', before: 'T-A' }]);
  check(['T-C'], 'in', [{ id: 'T-C', after: 'T-A2' }]);
  check(['T-A'], 'down', [{ id: 'T-A', after: 'T-C' }]);
  hidden.clear();
});

test('a row goes among its siblings, past what is part of them', () => {
  check(['T-B'], 'up', [{ id: 'T-B', before: 'T-A' }]);
  check(['T-A'], 'down', [{ id: 'T-A', after: 'T-B' }]);
  check(['M-2'], 'up', [{ id: 'M-2', before: 'M-1' }]);
  check(['T-A'], 'up', 'T-A is the first where it is');
  check(['T-C'], 'down', 'T-C is the last where it is');
  check(['T-D'], 'up', 'T-D is the first where it is');
});

test('a row becomes part of the one above, and leaves what it is part of', () => {
  check(['T-B'], 'in', [{ id: 'T-B', after: 'T-A2' }]);
  check(['T-C'], 'in', [{ id: 'T-C', parent: 'T-B' }]);
  check(['T-D'], 'in', [{ id: 'T-D', parent: null, milestone: 'M-2' }]);
  check(['T-A1'], 'in', 'There is nothing above T-A1 that it could be part of');
  check(['M-2'], 'in', 'M-2 is a milestone and is part of nothing else');
  check(['T-A2'], 'out', [{ id: 'T-A2', after: 'T-A' }]);
  check(['T-B'], 'out', [{ id: 'T-B', parent: null, milestone: null }]);
  check(['T-D'], 'out', 'T-D is part of nothing');
});

test('what moves together stays in its order, and parts go with the whole', () => {
  check(['T-B', 'T-C'], 'up', [
    { id: 'T-B', before: 'T-A' },
    { id: 'T-C', before: 'T-A' },
  ]);
  check(['T-A', 'T-A1', 'T-B'], 'down', [
    { id: 'T-B', after: 'T-C' },
    { id: 'T-A', after: 'T-C' },
  ]);
  check(['T-A1', 'T-A2'], 'out', [
    { id: 'T-A2', after: 'T-A' },
    { id: 'T-A1', after: 'T-A' },
  ]);
  check(['T-D', 'T-E'], 'in', [
    { id: 'T-D', parent: null, milestone: 'M-2' },
    { id: 'T-E', parent: null, milestone: 'M-2' },
  ]);
});
