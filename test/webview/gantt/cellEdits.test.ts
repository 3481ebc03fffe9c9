import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editableCell } from '../../../webview/gantt/cellEdits.ts';
import { varianceText } from '../../../webview/gantt/baselineText.ts';
import type { ColumnKey } from '../../../webview/gantt/columns.ts';
import type { Edit } from '../../../webview/gantt/editIntents.ts';
import { groupView } from '../../../webview/gantt/groupRows.ts';
import { loadPlan } from '../../../webview/gantt/loadedPlan.ts';
import { buildView, snapshotOf } from './support/buildView.ts';

const dated = { start: '2026-03-02T08:00', finish: '2026-03-03T16:00', days: 2 };
const view = buildView([
  { id: 'M-1', title: 'Front end', kind: 'group', ...dated },
  { id: 'T-1', parent: 'M-1', ...dated, duration: '2d', dependsOn: ['T-9', 'T-2 SS+1d'] },
  { id: 'T-2', parent: 'M-1', ...dated },
]);
const plan = loadPlan(snapshotOf(view));

function edited(row: number, key: ColumnKey, text: string): Edit {
  const cell = editableCell(plan, row, key);
  assert.ok(typeof cell !== 'string', key);
  return cell.read(plan, row, text);
}

const sets = (id: string, fields: object): object => ({
  kind: 'intent',
  intent: { command: 'setFields', input: { id, fields } },
});

test('a fixed length is edited as one, and an estimate as one', () => {
  assert.deepEqual(edited(1, 'estimate', '4d'), sets('T-1', { duration: '4d' }));
  assert.deepEqual(edited(1, 'estimate', ''), sets('T-1', { duration: null }));
  assert.deepEqual(
    edited(1, 'estimate', '2d..8d'),
    sets('T-1', { estimate: '2d..8d', duration: null }),
  );
  assert.deepEqual(edited(2, 'estimate', '4d'), sets('T-2', { estimate: '4d' }));
  assert.deepEqual(edited(2, 'estimate', ''), sets('T-2', { estimate: null }));
  assert.equal(edited(2, 'estimate', 'long')?.kind, 'refusal');
});

test('what a task waits for is edited with what no row of the chart shows', () => {
  const cell = editableCell(plan, 1, 'predecessors');
  assert.ok(typeof cell !== 'string');
  assert.equal(cell.value, 'T-9, T-2 SS+1d');
});

test('a heading has nothing to edit, and stood nowhere in a baseline', () => {
  const grouped = groupView(view, 'milestone');
  const loaded = loadPlan(snapshotOf(grouped));
  assert.equal(typeof editableCell(loaded, 0, 'status'), 'string');
  const never = (): number => NaN;
  const baseline = { index: 0, title: 'x', startOf: never, finishOf: never, varianceOf: never };
  assert.equal(varianceText(grouped, baseline, 0), '');
  assert.equal(varianceText(grouped, baseline, 1), 'new');
});

test('a tag with a comma or a quote in it is edited in quotes and stays one', () => {
  const tagged = loadPlan(
    snapshotOf(
      buildView([{ id: 'T-1', ...dated, tags: ['api, public', 'so-called "core"', 'ui'] }]),
    ),
  );
  const cell = editableCell(tagged, 0, 'tags');
  assert.ok(typeof cell !== 'string');
  assert.equal(cell.value, '"api, public", "so-called ""core""", ui');
  assert.deepEqual(
    cell.read(tagged, 0, cell.value),
    sets('T-1', { tags: ['api, public', 'so-called "core"', 'ui'] }),
  );
  assert.deepEqual(
    cell.read(tagged, 0, ' a ,, b "c", "d'),
    sets('T-1', { tags: ['a', 'b "c"', '"d'] }),
  );
});
