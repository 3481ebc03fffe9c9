import { compareBy, compareNumber, compareText } from '../../src/core/base/order.ts';
import { ratingNames, riskStatuses } from '../../src/core/model/risk.ts';
import { compareKinds, compareRiskRows } from '../../src/core/views/riskOrder.ts';
import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';
import type { FieldKey } from './riskFields.ts';

export type ColumnKey =
  | 'id'
  | 'title'
  | 'category'
  | 'status'
  | 'owner'
  | 'inherent'
  | 'current'
  | 'residual'
  | 'delay'
  | 'money'
  | 'strategy'
  | 'affects'
  | 'review'
  | 'code'
  | 'actions';

export interface RegisterColumn {
  readonly key: ColumnKey;
  readonly title: string;
  /** Said of the column where the title is too short. */
  readonly meaning: string;
  readonly widthPx: number;
  /** Columns with higher numbers give way first when the window is narrow. */
  readonly rank: number;
  /** The field that a cell edits; undefined where there is nothing to edit in place. */
  readonly field: FieldKey | undefined;
  /** Undefined where order has no meaning. */
  readonly compare: ((a: RiskRow, b: RiskRow) => number) | undefined;
}

/** The width below which a title cannot be read; wider windows give it all that is left. */
const titlePx = 180;

const byText = (of: (row: RiskRow) => string) => (a: RiskRow, b: RiskRow) =>
  compareText(of(a).toLowerCase(), of(b).toLowerCase());
const byNumber = (of: (row: RiskRow) => number | undefined) => (a: RiskRow, b: RiskRow) =>
  (of(a) ?? 0) - (of(b) ?? 0);

function column(
  key: ColumnKey,
  title: string,
  more: Partial<RegisterColumn> & { readonly widthPx: number; readonly rank: number },
): RegisterColumn {
  return { key, title, meaning: title, field: undefined, compare: undefined, ...more };
}

export const registerColumns: readonly RegisterColumn[] = [
  column('id', 'Id', { widthPx: 84, rank: 3, compare: byText(row => row.id) }),
  column('title', 'Risk', {
    widthPx: titlePx,
    rank: 0,
    field: 'title',
    compare: byText(row => row.title),
  }),
  column('category', 'Category', {
    widthPx: 100,
    rank: 13,
    field: 'category',
    compare: byText(row => row.category),
  }),
  column('status', 'Status', {
    widthPx: 92,
    rank: 6,
    field: 'status',
    compare: byNumber(row => riskStatuses.indexOf(row.status)),
  }),
  column('owner', 'Owner', {
    widthPx: 110,
    rank: 7,
    field: 'owner',
    compare: byText(row => row.owner),
  }),
  column('inherent', 'Inherent', {
    meaning: 'Inherent rating: before any response',
    widthPx: 90,
    rank: 4,
    compare: byNumber(row => row.ratings.inherent.score),
  }),
  column('current', 'Current', {
    meaning: 'Current rating: as it stands today',
    widthPx: 90,
    rank: 1,
    compare: byNumber(row => row.ratings.current.score),
  }),
  column('residual', 'Residual', {
    meaning: 'Residual rating: when the response is done',
    widthPx: 90,
    rank: 5,
    compare: byNumber(row => row.ratings.residual.score),
  }),
  column('delay', 'Exposure', {
    meaning: 'Exposure in working days: probability times likely delay',
    widthPx: 88,
    rank: 10,
    compare: byNumber(row => row.exposureMinutes),
  }),
  column('money', 'Exposure cost', {
    meaning: 'Exposure in money: probability times middle cost',
    widthPx: 122,
    rank: 12,
    compare: byNumber(row => row.exposureHundredths),
  }),
  column('strategy', 'Response', {
    widthPx: 88,
    rank: 11,
    field: 'strategy',
    compare: byText(row => row.strategy ?? '~'),
  }),
  column('affects', 'Affects', { widthPx: 92, rank: 8 }),
  column('review', 'Review', {
    meaning: 'When it is to be looked at again',
    widthPx: 116,
    rank: 9,
    field: 'reviewBy',
    compare: (a, b) => compareNumber(a.reviewBy, b.reviewBy),
  }),
  column('code', 'Code', { meaning: 'Linked code', widthPx: 88, rank: 14 }),
  column('actions', 'Actions', { widthPx: 36, rank: 2 }),
];

/** The columns that fit, in their order: the least wanted give way first, the title never. */
export function columnsFor(widthPx: number): readonly RegisterColumn[] {
  const kept = new Set<ColumnKey>();
  let left = widthPx;
  for (const each of [...registerColumns].sort((a, b) => a.rank - b.rank)) {
    left -= each.widthPx;
    if (left < 0 && kept.size > 0) break;
    kept.add(each.key);
  }
  return registerColumns.filter(each => kept.has(each.key));
}

/**
 * The rows in the order that a person asked for; equal ones in the register's own order. By a
 * rating, threats stand before opportunities in either direction.
 */
export function sortRows(
  rows: readonly RiskRow[],
  sort: { readonly column: ColumnKey; readonly isFalling: boolean },
): readonly RiskRow[] {
  const compare = registerColumns.find(each => each.key === sort.column)?.compare;
  if (!compare) return rows;
  const sign = sort.isFalling ? -1 : 1;
  const isRating = ratingNames.some(name => name === sort.column);
  return [...rows].sort(
    compareBy<RiskRow>(
      (a, b) => (isRating ? compareKinds(a, b) : 0),
      (a, b) => sign * compare(a, b),
      compareRiskRows,
    ),
  );
}
