import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMoveJudge } from '../../../webview/gantt/moveRefusal.ts';
import { takeRows } from '../../../webview/gantt/rowLanding.ts';
import { buildView } from './support/buildView.ts';

const ids = ['M-1', 'T-S', 'T-S1', 'T-X', 'T-Y', 'T-P', 'T-P1'];
const view = buildView(
  [
    { id: 'M-1', kind: 'group' },
    { id: 'T-S', kind: 'summary', parent: 'M-1' },
    { id: 'T-S1', parent: 'T-S' },
    { id: 'T-X' },
    { id: 'T-Y' },
    { id: 'T-P', kind: 'summary' },
    { id: 'T-P1', parent: 'T-P' },
  ],
  {
    links: [
      { from: 'T-S', to: 'T-X' },
      { from: 'T-X', to: 'T-Y' },
      { from: 'M-1', to: 'T-P1' },
    ],
  },
);

function check(moved: readonly string[], into: string, expected: string | undefined): void {
  const rows = moved.map(id => ids.indexOf(id));
  const judge = createMoveJudge(view, takeRows(view.rows, [], rows));
  assert.equal(judge(ids.indexOf(into)), expected, `${moved.join()} into ${into}`);
}

test('a task does not become part of what it waits for, through others or by its parts', () => {
  check(['T-Y'], 'T-S', 'This would close a circle: T-Y → T-X → T-S → T-Y');
  check(['T-X'], 'T-S', 'This would close a circle: T-X → T-S → T-X');
  check(['T-Y'], 'T-X', 'This would close a circle: T-Y → T-X → T-Y');
  check(['T-P'], 'M-1', 'This would close a circle: T-P → M-1 → T-P');
  check(['T-S1', 'T-Y'], 'T-S', 'This would close a circle: T-Y → T-X → T-S → T-Y');
});

test('a task does not become part of what waits for it', () => {
  check(['T-S'], 'T-X', 'T-X waits for T-S, which cannot become part of it');
});

test('where no circle closes a move is free', () => {
  check(['T-S1'], 'T-P', undefined);
  check(['T-Y'], 'T-P', undefined);
  check(['T-S1'], '', undefined);
});
