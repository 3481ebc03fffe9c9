import assert from 'node:assert/strict';
import { windowColumns } from '../../../webview/gantt/columnWindow.ts';
import { test } from 'node:test';
import {
  columnKeys,
  completeOrder,
  defaultColumnChoices,
  fitColumns,
  moveColumn,
  withoutVariance,
} from '../../../webview/gantt/columns.ts';
import { defaultGanttUi, restoreGanttUi } from '../../../webview/gantt/uiState.ts';

test('what was kept comes back, and what is missing in it takes the default', () => {
  const kept = { ...defaultGanttUi, pxPerDay: 3, folded: ['T-1'] };
  assert.deepEqual(restoreGanttUi(kept), kept);
  assert.deepEqual(restoreGanttUi(undefined), defaultGanttUi);
});

test('columns give way by what they say, title and finish last, and hidden ones leave their room to others', () => {
  const keys = (gridPx: number, hidden?: 'start'): readonly string[] =>
    fitColumns(
      hidden
        ? { ...withoutVariance(defaultColumnChoices), [hidden]: { isShown: false, widthPx: 68 } }
        : withoutVariance(defaultColumnChoices),
      columnKeys,
      gridPx,
    ).map(({ column }) => column.key);
  assert.deepEqual(keys(1000), ['start', 'finish', 'length', 'float', 'progress', 'assignees']);
  assert.deepEqual(keys(650), ['start', 'finish', 'length', 'float']);
  assert.deepEqual(keys(650, 'start'), ['finish', 'length', 'float', 'progress']);
  assert.deepEqual(keys(518), ['start', 'finish', 'length', 'float']);
  assert.deepEqual(keys(480), ['start', 'finish', 'float']);
  assert.deepEqual(keys(380), ['finish', 'float']);
  assert.deepEqual(keys(230), ['finish']);
  assert.deepEqual(keys(100), []);
});

test('a column that somebody asked for comes before those that are there anyway', () => {
  const choices = { ...defaultColumnChoices, tags: { isShown: true, widthPx: 100 } };
  const keys = (gridPx: number): readonly string[] =>
    fitColumns(withoutVariance(choices), columnKeys, gridPx).map(({ column }) => column.key);
  assert.deepEqual(keys(480), ['finish', 'float', 'tags']);
  assert.deepEqual(keys(200), []);
});

test('columns keep the order that somebody gave them, and new ones come after', () => {
  const order = completeOrder(['tags', 'float', 'tags']);
  assert.deepEqual(order.slice(0, 3), ['tags', 'float', 'status']);
  assert.equal(order.length, columnKeys.length);
  assert.deepEqual(moveColumn(order, 'float', -1).slice(0, 2), ['float', 'tags']);
  assert.equal(moveColumn(order, 'tags', -1), order);
  const shown = fitColumns(defaultColumnChoices, ['float', 'finish', 'start'], 2000);
  assert.deepEqual(
    shown.map(({ column }) => column.key),
    ['float', 'finish', 'start'],
  );
});

test('what an older version kept has no order of columns, and gets the usual one', () => {
  const { columnOrder, sort, ...older } = defaultGanttUi;
  assert.equal(sort, undefined);
  const restored = restoreGanttUi({ ...older } as typeof defaultGanttUi);
  assert.deepEqual(restored.columnOrder, columnOrder);
});

test('against a baseline the variance is wanted more than what the bars show as well', () => {
  const keys = fitColumns(defaultColumnChoices, columnKeys, 640).map(({ column }) => column.key);
  assert.deepEqual(keys, ['start', 'finish', 'length', 'float', 'variance']);
});

test('columns without room come into sight by scrolling, and every one does', () => {
  const { from, lastFrom, all, seen } = windowColumns(defaultColumnChoices, columnKeys, {
    gridPx: 380,
    from: 0,
  });
  assert.deepEqual([from, all.length > seen.length, lastFrom > 0], [0, true, true]);
  assert.deepEqual(
    seen.map(({ column }) => column.key),
    ['finish', 'float'],
    'what says most comes first',
  );
  const found = new Set<string>();
  for (let at = 0; at <= lastFrom; at += 1) {
    const window = windowColumns(defaultColumnChoices, columnKeys, { gridPx: 380, from: at });
    const widthPx = window.seen.reduce((sum, each) => sum + each.widthPx, 0);
    assert.ok(widthPx <= 290 && window.seen.length > 0);
    for (const { column } of window.seen) found.add(column.key);
  }
  assert.deepEqual([...found].sort(), [...all].sort());
  const far = windowColumns(defaultColumnChoices, columnKeys, { gridPx: 380, from: 99 });
  assert.equal(far.from, lastFrom);
  const wide = windowColumns(defaultColumnChoices, columnKeys, { gridPx: 2000, from: 3 });
  assert.deepEqual([wide.from, wide.lastFrom, wide.seen.length], [0, 0, wide.all.length]);
});

test('columns that somebody has put in an order keep it while they scroll', () => {
  const order = completeOrder(['assignees', 'progress', 'finish']);
  const { all, seen } = windowColumns(defaultColumnChoices, order, { gridPx: 380, from: 1 });
  assert.deepEqual(all.slice(0, 3), ['assignees', 'progress', 'finish']);
  assert.equal(seen[0]?.column.key, 'progress');
});
