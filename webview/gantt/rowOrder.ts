import { assertNever } from '../../src/core/base/assertNever.ts';
import { compareNumber, compareText } from '../../src/core/base/order.ts';
import type { ViewSort } from '../../src/core/model/savedView.ts';
import { numberAt, textAt } from './columnar.ts';
import { columnOf } from './columns.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { hasFlag, isClosed } from './rowText.ts';
import { rowFlag } from '../../src/core/views/ganttView.ts';

export type RowSort = ViewSort;

/** What rows are sorted by, as its head calls it. */
export function sortTitle({ column }: RowSort): string {
  return column === 'title' ? 'Task' : columnOf(column).title;
}

/** What a further press on a head means: up, then down, then the plan's own order again. */
export function nextSort(
  present: RowSort | undefined,
  column: RowSort['column'],
): RowSort | undefined {
  if (present?.column !== column) return { column, isDescending: false };
  return present.isDescending ? undefined : { column, isDescending: true };
}

/** Rows without a value come last, whichever way; what is equal stays in the plan's order. */
export function compareRows(plan: LoadedPlan, sort: RowSort): (a: number, b: number) => number {
  const sign = sort.isDescending ? -1 : 1;
  const numberOf = measureOf(plan, sort.column);
  if (numberOf) {
    return (a, b) => {
      const [left, right] = [numberOf(a), numberOf(b)];
      const isKnown = left !== undefined && right !== undefined;
      return (isKnown ? sign : 1) * compareNumber(left, right) || a - b;
    };
  }
  const text =
    sort.column === 'title'
      ? ({ view }: LoadedPlan, row: number) => textAt(view.rows.title, row)
      : columnOf(sort.column).text;
  return (a, b) => {
    const [left, right] = [text(plan, a).toLowerCase(), text(plan, b).toLowerCase()];
    if ((left === '') !== (right === '')) return left === '' ? 1 : -1;
    return sign * compareText(left, right) || a - b;
  };
}

/** What a column is sorted by; undefined for columns of words. */
function measureOf(
  { view, baseline }: LoadedPlan,
  key: RowSort['column'],
): ((row: number) => number | undefined) | undefined {
  const { rows } = view;
  const known = (column: ArrayLike<number>) => (row: number) => {
    const value = numberAt(column, row);
    return Number.isNaN(value) ? undefined : value;
  };
  switch (key) {
    case 'start':
      return known(rows.start);
    case 'finish':
      return known(rows.finish);
    case 'due':
      return known(rows.deadline);
    case 'length':
    case 'estimate':
      return row =>
        hasFlag(view, row, rowFlag.undated) ? undefined : numberAt(rows.durationMinutes, row);
    case 'float': {
      const float = known(rows.totalFloat);
      return row => (isClosed(view, row) ? undefined : float(row));
    }
    case 'variance':
      return row => {
        const variance = baseline?.varianceOf(row) ?? NaN;
        return Number.isNaN(variance) ? undefined : variance;
      };
    case 'progress':
      return row =>
        hasFlag(view, row, rowFlag.undated) ? undefined : numberAt(rows.progress, row);
    case 'status':
      return row => numberAt(rows.status, row);
    case 'title':
    case 'predecessors':
    case 'assignees':
    case 'milestone':
    case 'tags':
      return undefined;
    default:
      return assertNever(key);
  }
}

/** Positions to rows, sorted among siblings; what is part of a row stays below it. */
export function sortRows(
  visible: Int32Array,
  parent: ArrayLike<number>,
  compare: (a: number, b: number) => number,
): Int32Array {
  const children = new Map<number, number[]>();
  for (const row of visible) {
    const above = numberAt(parent, row);
    const siblings = children.get(above);
    if (siblings) siblings.push(row);
    else children.set(above, [row]);
  }
  const sorted = new Int32Array(visible.length);
  let length = 0;
  const open = (children.get(-1) ?? []).sort(compare).reverse();
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    sorted[length++] = row;
    const below = children.get(row);
    if (below) for (const child of below.sort(compare).reverse()) open.push(child);
  }
  return sorted;
}
