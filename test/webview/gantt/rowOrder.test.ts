import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPlan } from '../../../webview/gantt/loadedPlan.ts';
import { computeOutline } from '../../../webview/gantt/outline.ts';
import { compareRows, nextSort, type RowSort } from '../../../webview/gantt/rowOrder.ts';
import { buildView, snapshotOf } from './support/buildView.ts';

const plan = loadPlan(
  snapshotOf(
    buildView([
      { id: 'M-1', title: 'Front end', kind: 'group', start: '2026-03-02', finish: '2026-03-09' },
      {
        id: 'T-2',
        parent: 'M-1',
        start: '2026-03-04',
        finish: '2026-03-05',
        float: 3,
        assignees: 'bo',
      },
      { id: 'T-3', parent: 'M-1', start: '2026-03-02', finish: '2026-03-03', float: 1 },
      { id: 'T-4', parent: 'M-1', status: 'done', start: '2026-03-03', finish: '2026-03-04' },
      { id: 'T-5', start: '2026-03-01', finish: '2026-03-02', float: 2, assignees: 'ada' },
      { id: 'T-6' },
    ]),
  ),
);

function sorted(sort: RowSort | undefined, folded: readonly string[] = []): readonly string[] {
  const { visible } = computeOutline(plan.view.rows, {
    folded: new Set(folded),
    matches: undefined,
    onlyMatches: true,
    compare: sort && compareRows(plan, sort),
  });
  return Array.from(visible, row => plan.view.rows.id[row] ?? '');
}

test('rows are sorted among their siblings, and what has no value comes last both ways', () => {
  assert.deepEqual(sorted(undefined), ['M-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6']);
  const byFloat = { column: 'float', isDescending: false } as const;
  assert.deepEqual(sorted(byFloat), ['M-1', 'T-3', 'T-2', 'T-4', 'T-5', 'T-6']);
  assert.deepEqual(sorted({ ...byFloat, isDescending: true }), [
    'T-5',
    'M-1',
    'T-2',
    'T-3',
    'T-4',
    'T-6',
  ]);
  assert.deepEqual(sorted({ column: 'start', isDescending: false }), [
    'T-5',
    'M-1',
    'T-3',
    'T-4',
    'T-2',
    'T-6',
  ]);
  assert.deepEqual(sorted({ column: 'assignees', isDescending: true }, ['M-1']), [
    'T-5',
    'M-1',
    'T-6',
  ]);
});

test('pressing a head again turns the order round, and then gives it back', () => {
  const up = nextSort(undefined, 'float');
  assert.deepEqual(up, { column: 'float', isDescending: false });
  const down = nextSort(up, 'float');
  assert.deepEqual(down, { column: 'float', isDescending: true });
  assert.equal(nextSort(down, 'float'), undefined);
  assert.deepEqual(nextSort(down, 'start'), { column: 'start', isDescending: false });
});

test('rows are sorted by their titles, in whichever case they are written', () => {
  const titled = loadPlan(
    snapshotOf(
      buildView(['beta', 'Alpha', 'gamma'].map((title, row) => ({ id: `T-${row}`, title }))),
    ),
  );
  const order = (isDescending: boolean): readonly number[] =>
    [0, 1, 2].sort(compareRows(titled, { column: 'title', isDescending }));
  assert.deepEqual(order(false), [1, 0, 2]);
  assert.deepEqual(order(true), [2, 0, 1]);
  const first = nextSort(undefined, 'title');
  assert.deepEqual(first, { column: 'title', isDescending: false });
  assert.equal(nextSort(nextSort(first, 'title'), 'title'), undefined);
});
