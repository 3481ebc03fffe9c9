import { inOwnDirection } from '../../src/core/base/ownDirection.ts';
import { markOf, type CellMark } from './cellMark.ts';
import { deepestIndentPx, indentPx, type PlacedColumn } from './columns.ts';
import { numberAt, textAt } from './columnar.ts';
import { rowHeightPx } from './layout.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import type { Outline } from './outline.ts';
import { headerPx } from './paintHeader.ts';
import type { RowSort } from './rowOrder.ts';
import { hasFlag, isClosed, isDone, statusOf } from './rowText.ts';
import { isHeading, rowFlag } from '../../src/core/views/ganttView.ts';

/** One piece of text of the table; x and y are its left end and its middle. */
export interface GridText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly look: 'strong' | 'plain' | 'muted' | CellMark;
}

/** The table beside the timeline, as a picture of it shows it. */
export interface GridPicture {
  readonly widthPx: number;
  /** Above the rows. */
  readonly head: readonly GridText[];
  readonly texts: readonly GridText[];
}

const paddingPx = 8;
const signPx = 14;
const headMiddlePx = headerPx - 14;

/**
 * The rows from `first` to before `end` with the columns that are shown. What has no room in its
 * cell is shortened, so that nothing runs into its neighbour.
 */
export function layoutGridPicture(
  chart: {
    readonly plan: LoadedPlan;
    readonly outline: Outline;
    readonly sort: RowSort | undefined;
  },
  table: { readonly columns: readonly PlacedColumn[]; readonly widthPx: number },
  window: { readonly first: number; readonly end: number; readonly topPx: number },
  measure: (text: string) => number,
): GridPicture {
  const { columns, widthPx } = table;
  if (widthPx === 0) return { widthPx, head: [], texts: [] };
  const titlePx = columns.reduce((left, column) => left - column.widthPx, widthPx);
  const texts: GridText[] = [];
  const head: GridText[] = [
    { x: paddingPx, y: headMiddlePx, text: headText('title', 'Task', chart.sort), look: 'muted' },
  ];
  const cell = (text: string, column: PlacedColumn, left: number): Pick<GridText, 'x' | 'text'> => {
    const shown = shorten(text, column.widthPx - paddingPx, measure);
    const isRight = column.column.isNumber;
    const x = isRight ? left + column.widthPx - paddingPx - measure(shown) : left;
    return { x, text: inOwnDirection(shown) };
  };
  visitColumns(columns, titlePx, (column, left) => {
    const text = headText(column.column.key, column.column.title, chart.sort);
    head.push({ ...cell(text, column, left), y: headMiddlePx, look: 'muted' });
  });
  for (let position = window.first; position < window.end; position += 1) {
    const row = numberAt(chart.outline.visible, position);
    const y = headerPx + (position + 0.5) * rowHeightPx - window.topPx;
    texts.push(...layoutTitle(chart, { row, y, titlePx }, measure));
    visitColumns(columns, titlePx, (column, left) => {
      const text = column.column.text(chart.plan, row);
      const look = markOf(chart.plan.view, row, column.column.key) ?? 'plain';
      if (text !== '') texts.push({ ...cell(text, column, left), y, look });
    });
  }
  return { widthPx, head, texts };
}

/** With the arrow of the table where rows are sorted by it. */
function headText(key: RowSort['column'], title: string, sort: RowSort | undefined): string {
  if (sort?.column !== key) return title;
  return `${title} ${sort.isDescending ? '↓' : '↑'}`;
}

function visitColumns(
  columns: readonly PlacedColumn[],
  titlePx: number,
  visit: (column: PlacedColumn, left: number) => void,
): void {
  let left = titlePx;
  for (const column of columns) {
    visit(column, left);
    left += column.widthPx;
  }
}

/** The fold, the state and the title, with the id where there is room for both. */
function layoutTitle(
  { plan, outline }: { readonly plan: LoadedPlan; readonly outline: Outline },
  place: { readonly row: number; readonly y: number; readonly titlePx: number },
  measure: (text: string) => number,
): readonly GridText[] {
  const { row, y, titlePx } = place;
  const { view } = plan;
  const isParent = outline.hasChildren[row] === 1;
  const indent = numberAt(view.rows.level, row) * indentPx;
  const left = paddingPx + Math.min(indent, deepestIndentPx(titlePx));
  const fold = outline.isOpen[row] === 1 ? '▾' : '▸';
  const x = left + signPx;
  const id = isHeading(view, row) ? '' : textAt(view.rows.id, row);
  const mark = signOf(plan, row);
  const markPx = mark === '' ? 0 : signPx;
  const roomPx = titlePx - paddingPx - x - markPx;
  const title = textAt(view.rows.title, row);
  const idPx = measure(id) + paddingPx;
  const hasRoom = measure(title) + idPx <= roomPx || roomPx - idPx > 0.6 * roomPx;
  const shown = shorten(title, hasRoom ? roomPx - idPx : roomPx, measure);
  const look = isClosed(view, row) ? 'muted' : isParent ? 'strong' : 'plain';
  return [
    ...(isParent ? [{ x: left, y, text: fold, look: 'muted' } as const] : []),
    ...(mark === '' ? [] : [{ x, y, text: mark, look: 'muted' } as const]),
    { x: x + markPx, y, text: inOwnDirection(shown), look },
    ...(hasRoom && id !== '' ? [{ x: titlePx - idPx, y, text: id, look: 'muted' } as const] : []),
  ];
}

function signOf({ view }: LoadedPlan, row: number): string {
  if (hasFlag(view, row, rowFlag.hasProblem)) return '!';
  if (isDone(view, row)) return '✓';
  const status = statusOf(view, row);
  if (status === 'dropped') return '×';
  return status === 'blocked' ? '⊘' : '';
}

/** As much of a text as has room, ending in dots where it is not all of it. */
export function shorten(text: string, roomPx: number, measure: (text: string) => number): string {
  if (text.length <= 400 && measure(text) <= roomPx) return text;
  const characters = Array.from(text.slice(0, 400));
  let low = 0;
  let high = characters.length;
  const upTo = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}…`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(upTo(middle)) <= roomPx) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : upTo(low);
}
