import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ColumnChoices,
  columnWidths,
  defaultColumns,
  shownColumns,
  withShown,
  withWidth,
} from '../../../webview/risks/columnLayout.ts';
import { type ColumnKey, registerColumns } from '../../../webview/risks/registerColumns.ts';

/** The columns before the actions that are seen whole without scrolling. */
function seen(windowPx: number, choices = defaultColumns): string {
  const columns = shownColumns(choices);
  const widths = columnWidths(columns, choices, windowPx);
  let left = windowPx - (widths.at(-1) ?? 0);
  const whole = columns.slice(0, -1).filter((_, place) => (left -= widths[place] ?? 0) >= 0);
  return whole.map(column => column.key).join(' ');
}

test('what weighs today is in the table at every width, and the most wanted is in sight', () => {
  const waiting = ['delayInherent', 'delayResidual', 'moneyInherent', 'moneyResidual'];
  assert.deepEqual(
    shownColumns(defaultColumns).map(({ key }) => key),
    registerColumns.map(({ key }) => key).filter(key => !waiting.includes(key)),
  );
  assert.equal(seen(300), 'id title');
  assert.equal(seen(500), 'id title inherent current residual');
  assert.equal(seen(680), 'id title inherent current residual status owner');
  const wanted = 'id title inherent current residual status owner strategy affects';
  assert.equal(seen(930), wanted);
  assert.equal(seen(1600), `${wanted} review delay money category code`);
});

test('the title has all the room that is left, and at least enough to be read', () => {
  const titlePx = (windowPx: number, choices = defaultColumns): number =>
    columnWidths(shownColumns(choices), choices, windowPx)[1] ?? 0;
  for (let windowPx = 200; windowPx < 1300; windowPx += 7) {
    assert.ok(titlePx(windowPx) >= 150, `${titlePx(windowPx)} px in ${windowPx} px`);
  }
  const widths = columnWidths(shownColumns(defaultColumns), defaultColumns, 2000);
  assert.equal(
    widths.reduce((sum, px) => sum + px, 0),
    2000,
  );
  assert.equal(titlePx(2000, withWidth(defaultColumns, 'title', 420)), 420);
});

test('columns are put away and brought back, but not the title and the actions', () => {
  let choices: ColumnChoices = withShown(defaultColumns, 'owner', false);
  assert.equal(
    shownColumns(choices).some(each => each.key === 'owner'),
    false,
  );
  choices = withShown(withShown(choices, 'owner', true), 'title', false);
  assert.deepEqual(shownColumns(choices), shownColumns(defaultColumns));
});

test('a width stays between what can be read and what makes sense', () => {
  const widthOf = (px: number | undefined): number | undefined =>
    withWidth({ hidden: [], widths: { owner: 90 } }, 'owner', px).widths.owner;
  assert.deepEqual([3, 100.4, 5000, undefined, NaN].map(widthOf), [
    48,
    100,
    800,
    undefined,
    undefined,
  ]);
});

test('in a narrow window, what the rows are sorted by stands beside the title', () => {
  const keys = (widthPx: number, sortedBy: ColumnKey): readonly string[] =>
    shownColumns(defaultColumns, { widthPx, sortedBy }).map(({ key }) => key);
  assert.deepEqual(keys(400, 'review').slice(0, 3), ['id', 'title', 'review']);
  assert.deepEqual(keys(400, 'moneyResidual').slice(0, 3), ['id', 'title', 'moneyResidual']);
  const own = shownColumns(defaultColumns).map(({ key }) => key);
  assert.deepEqual(keys(400, 'title'), own);
  assert.deepEqual(keys(900, 'review'), own);
});
