import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  defaultColumnChoices,
  fitColumns,
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
      gridPx,
    ).map(({ column }) => column.key);
  assert.deepEqual(keys(1000), ['start', 'finish', 'duration', 'float', 'progress', 'assignees']);
  assert.deepEqual(keys(650), ['start', 'finish', 'duration', 'float']);
  assert.deepEqual(keys(650, 'start'), ['finish', 'duration', 'float', 'progress']);
  assert.deepEqual(keys(518), ['start', 'finish', 'duration', 'float']);
  assert.deepEqual(keys(480), ['start', 'finish', 'float']);
  assert.deepEqual(keys(380), ['finish', 'float']);
  assert.deepEqual(keys(230), ['finish']);
  assert.deepEqual(keys(100), []);
});

test('against a baseline the variance is wanted more than what the bars show as well', () => {
  const keys = fitColumns(defaultColumnChoices, 640).map(({ column }) => column.key);
  assert.deepEqual(keys, ['start', 'finish', 'duration', 'float', 'variance']);
});
