import { visiblePositions, rowHeightPx, type Viewport } from './layout.ts';
import { headerPx } from './paintHeader.ts';
import {
  extentOf,
  layoutPart,
  type ChartPicture,
  type PictureSource,
  type PictureTable,
} from './picture.ts';
import type { TimeScale } from './timeScale.ts';

/**
 * The pixels of the chart that are printed across a page. Across a landscape A4 or Letter within its
 * margins they make text of some 8 points: no smaller, since a plan on paper cannot be zoomed.
 */
export const pageWidthPx = 1310;
/** Flat enough for both papers. */
export const pageHeightPx = 885;
/** Below the rows, for what tells the page. */
export const footerPx = 30;

/** Time moves closer together by up to so much to fit across one page; wider charts take several. */
const mostSqueezed = 0.5;
/** The table takes no more of a page. */
const widestTablePx = 0.6 * pageWidthPx;
/** Titles have no more; beside further pieces of time they stand alone. */
const widestTitlesPx = 320;
const leastTitlePx = 200;

const rowsOfPage = Math.floor((pageHeightPx - headerPx - footerPx) / rowHeightPx);

/** One sheet: whole rows, with the header of time above and the titles beside them. */
export interface PrintPage {
  readonly picture: ChartPicture;
  /** Counted from 1. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** All sheets, piece of time by piece of time from left to right, and then the rows that follow. */
export function layoutPages(source: PictureSource): readonly PrintPage[] {
  const { model } = source;
  const { outline } = model;
  if (!outline || outline.visible.length === 0) return [];
  const extent = extentOf(model, source.extent);
  const { first, end } = visiblePositions({ outline, viewport: extent.viewport, rowHeightPx });
  const { scale, pieces } = cutTime(extent, source.table);
  const pages: PrintPage[] = [];
  for (let from = first; from < end; from += rowsOfPage) {
    const to = Math.min(end, from + rowsOfPage);
    for (const { table, leftPx, widthPx } of pieces) {
      const viewport = {
        ...{ leftPx, widthPx },
        topPx: from * rowHeightPx,
        heightPx: (to - from) * rowHeightPx,
      };
      const picture = layoutPart({ ...source, table }, { scale, viewport });
      if (picture) pages.push({ picture, firstRow: from + 1, lastRow: to });
    }
  }
  return pages;
}

/** What of the time stands beside the rows on one sheet. */
interface TimePiece {
  readonly table: PictureTable;
  readonly leftPx: number;
  readonly widthPx: number;
}

/**
 * A chart that is a little too wide is fitted by its time alone, so that text keeps its size. One that
 * is much too wide keeps the zoom that a person has chosen, and goes on beside itself.
 */
function cutTime(
  extent: {
    readonly scale: TimeScale;
    readonly viewport: Viewport;
    readonly beforePx: number;
    readonly roomPx: number;
  },
  wanted: PictureTable,
): { readonly scale: TimeScale; readonly pieces: readonly TimePiece[] } {
  const { scale, viewport, roomPx } = extent;
  const table = narrowTable(wanted, widestTablePx);
  const widthPx = pageWidthPx - table.widthPx;
  const share = Math.min(1, (widthPx - roomPx) / Math.max(1, viewport.widthPx - roomPx));
  if (share >= mostSqueezed) {
    const leftPx = (viewport.leftPx + extent.beforePx) * share - extent.beforePx;
    const fitted = { ...scale, pxPerDay: scale.pxPerDay * share };
    return { scale: fitted, pieces: [{ table, leftPx, widthPx }] };
  }
  const pieces: TimePiece[] = [{ table, leftPx: viewport.leftPx, widthPx }];
  const titles = titlesOf(table);
  const right = viewport.leftPx + viewport.widthPx;
  for (let leftPx = viewport.leftPx + widthPx; leftPx < right;) {
    const piece = { table: titles, leftPx, widthPx: pageWidthPx - titles.widthPx };
    pieces.push(piece);
    leftPx += piece.widthPx;
  }
  return { scale, pieces };
}

/** Titles give way first, then the columns at the right. */
function narrowTable({ columns, ...whole }: PictureTable, mostPx: number): PictureTable {
  const columnsPx = columns.reduce((sum, column) => sum + column.widthPx, 0);
  const widthPx = Math.min(whole.widthPx, columnsPx + widestTitlesPx);
  if (widthPx <= mostPx) return { columns, widthPx };
  const kept: (typeof columns)[number][] = [];
  let used = leastTitlePx;
  for (const column of columns) {
    used += column.widthPx;
    if (used > mostPx) break;
    kept.push(column);
  }
  return { columns: kept, widthPx: mostPx };
}

function titlesOf({ columns, widthPx }: PictureTable): PictureTable {
  const titlePx = columns.reduce((left, column) => left - column.widthPx, widthPx);
  return { columns: [], widthPx: Math.min(titlePx, widestTitlesPx) };
}
