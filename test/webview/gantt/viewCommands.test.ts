import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultGanttUi } from '../../../webview/gantt/uiState.ts';
import { choicesOf, isShown, viewOf } from '../../../webview/gantt/viewCommands.ts';
import { describeView } from '../../../webview/gantt/viewsPopover.ts';

const late = {
  surface: 'chart',
  name: 'Late work',
  filter: 'open late',
  sort: { column: 'float', isDescending: true },
  group: 'assignees',
  columns: ['float', 'finish'],
} as const;

test('a view is the filter, the order and the columns, and comes back as it was kept', () => {
  assert.ok(!isShown(late, defaultGanttUi));
  const choices = { ...defaultGanttUi, ...choicesOf(late, defaultGanttUi) };
  assert.deepEqual(viewOf('Late work', choices), late);
  assert.ok(isShown(late, choices));
  assert.equal(choices.columns.finish.widthPx, defaultGanttUi.columns.finish.widthPx);
});

test('a view that says nothing of columns leaves them as they are', () => {
  const plain = {
    surface: 'chart' as const,
    name: 'Mine',
    filter: 'assignee:ada',
    sort: undefined,
    group: undefined,
    columns: undefined,
  };
  const choices = { ...defaultGanttUi, ...choicesOf(plain, defaultGanttUi) };
  assert.equal(choices.columns, defaultGanttUi.columns);
  assert.ok(isShown(plain, choices));
});

test('a view is told in words', () => {
  assert.equal(
    describeView(late),
    'open late, sorted by Float, the highest first, by Person, 2 columns',
  );
});
