import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChartModel } from '../../../webview/gantt/chartModel.ts';
import { columnKeys, defaultColumnChoices, fitColumns } from '../../../webview/gantt/columns.ts';
import { toInstant } from '../../../webview/gantt/timeScale.ts';
import { layoutPages, pageWidthPx, type PrintPage } from '../../../webview/gantt/printPages.ts';
import { defaultGanttUi, type GanttUi } from '../../../webview/gantt/uiState.ts';
import { buildView, snapshotOf } from './support/buildView.ts';

/** The pages of so many rows that end after so many days, at a zoom. */
function pagesOf(
  rows: number,
  days: number,
  options: { readonly gridPx?: number; readonly ui?: Partial<GanttUi>; readonly shown?: true } = {},
): readonly PrintPage[] {
  const { gridPx = 480, ui = {} } = options;
  const day = (count: number): string =>
    new Date(Date.UTC(2026, 0, 5 + count)).toISOString().slice(0, 10);
  const specs = Array.from({ length: rows }, (_, row) => ({
    id: `T-${row}`,
    start: day(row === 0 ? 0 : days - 1),
    finish: day(days),
  }));
  const seen = { leftAt: Date.UTC(2026, 0, 5) / 60_000, pxPerDay: 12, ...ui };
  const model = new ChartModel({ ...defaultGanttUi, ...seen }, () => undefined);
  model.show(snapshotOf(buildView(specs)));
  model.resize(640, 140);
  const columns = gridPx === 0 ? [] : fitColumns(defaultColumnChoices, columnKeys, gridPx);
  return layoutPages({
    model,
    table: { columns, widthPx: gridPx },
    extent: options.shown ? 'shown' : 'whole',
    path: undefined,
    measure: text => text.length * 6,
  });
}

test('pages break between rows, and every row is on one of them', () => {
  const pages = pagesOf(70, 20);
  assert.deepEqual(
    pages.map(({ firstRow, lastRow }) => [firstRow, lastRow]),
    [
      [1, 28],
      [29, 56],
      [57, 70],
    ],
  );
  for (const { picture, firstRow, lastRow } of pages) {
    assert.equal(picture.layout.bars.length, lastRow - firstRow + 1);
    assert.equal(picture.widthPx, pageWidthPx);
    assert.ok(picture.layout.upper.length > 0 && picture.grid.texts.length > 0);
  }
});

test('a chart that is a little too wide is fitted by its time, with text as large as before', () => {
  const pages = pagesOf(3, 60);
  assert.equal(pages.length, 1);
  const [page] = pages;
  assert.ok(page && page.picture.scene.scale.pxPerDay < 12);
  const { scale, viewport, view } = page.picture.scene;
  const end = toInstant(scale, viewport.leftPx + viewport.widthPx);
  assert.ok(end >= view.finish);
});

test('a chart that is much too wide goes on over further pages, with the titles beside it', () => {
  const pages = pagesOf(3, 400);
  assert.ok(pages.length > 2);
  let reached: number | undefined;
  for (const { picture } of pages) {
    const { viewport, scale } = picture.scene;
    assert.equal(scale.pxPerDay, 12);
    assert.equal(picture.widthPx, pageWidthPx);
    assert.ok(picture.grid.texts.some(({ text }) => text === 'T-0'));
    assert.equal(viewport.leftPx, reached ?? viewport.leftPx);
    reached = viewport.leftPx + viewport.widthPx;
  }
});

test('a wide table leaves room for time, and one that is folded leaves all', () => {
  const [page] = pagesOf(3, 20, { gridPx: 1200 });
  assert.ok(page && page.picture.grid.widthPx <= pageWidthPx * 0.6);
  assert.ok(page.picture.grid.texts.length > 0);
  assert.equal(pagesOf(3, 20, { gridPx: 0 })[0]?.picture.scene.viewport.widthPx, pageWidthPx);
});

test('what is in sight is printed as the rows of the window', () => {
  const pages = pagesOf(70, 20, { shown: true, ui: { topPx: 10 * 28 } });
  assert.deepEqual(
    pages.map(({ firstRow, lastRow }) => [firstRow, lastRow]),
    [[11, 15]],
  );
  assert.deepEqual(pagesOf(0, 20), []);
});
