import { compareBy, compareNumber, compareText } from '../../src/core/base/order.ts';
import { type RatingName, ratingNames, riskStatuses } from '../../src/core/model/risk.ts';
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
  | 'delayInherent'
  | 'delay'
  | 'delayResidual'
  | 'moneyInherent'
  | 'money'
  | 'moneyResidual'
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
  /** As wide as it is at first; the title takes what the others leave. */
  readonly widthPx: number;
  /** The field that a cell edits; undefined where there is nothing to edit in place. */
  readonly field: FieldKey | undefined;
  /** The rating that a cell shows, or that what it shows is reckoned from. */
  readonly rating: RatingName | undefined;
  /** Undefined where order has no meaning. */
  readonly compare: ((a: RiskRow, b: RiskRow) => number) | undefined;
}

const byText = (of: (row: RiskRow) => string) => (a: RiskRow, b: RiskRow) =>
  compareText(of(a).toLowerCase(), of(b).toLowerCase());
const byNumber = (of: (row: RiskRow) => number | undefined) => (a: RiskRow, b: RiskRow) =>
  (of(a) ?? 0) - (of(b) ?? 0);

function column(
  key: ColumnKey,
  title: string,
  more: Partial<RegisterColumn> & { readonly widthPx: number },
): RegisterColumn {
  return {
    key,
    title,
    meaning: title,
    field: undefined,
    rating: undefined,
    compare: undefined,
    ...more,
  };
}

/** From the left; what is asked for most stands where a narrow window still shows it. */
export const registerColumns: readonly RegisterColumn[] = [
  column('id', 'Id', { widthPx: 74, compare: byText(row => row.id) }),
  column('title', 'Risk', { widthPx: 150, field: 'title', compare: byText(row => row.title) }),
  column('inherent', 'Inherent', {
    rating: 'inherent',
    meaning: 'Inherent rating: before any response',
    widthPx: 78,
    compare: byNumber(row => row.ratings.inherent.score),
  }),
  column('current', 'Current', {
    rating: 'current',
    meaning: 'Current rating: as it stands today',
    widthPx: 78,
    compare: byNumber(row => row.ratings.current.score),
  }),
  column('residual', 'Residual', {
    rating: 'residual',
    meaning: 'Residual rating: when the response is done',
    widthPx: 78,
    compare: byNumber(row => row.ratings.residual.score),
  }),
  column('status', 'Status', {
    widthPx: 88,
    field: 'status',
    compare: byNumber(row => riskStatuses.indexOf(row.status)),
  }),
  column('owner', 'Owner', { widthPx: 84, field: 'owner', compare: byText(row => row.owner) }),
  column('strategy', 'Response', {
    widthPx: 92,
    field: 'strategy',
    compare: byText(row => row.strategy ?? '~'),
  }),
  column('affects', 'Affects', {
    field: 'affects',
    meaning: 'The tasks and milestones that it affects',
    widthPx: 92,
    compare: byText(row => row.affects[0]?.id ?? '~'),
  }),
  column('review', 'Review', {
    meaning: 'When it is to be looked at again',
    widthPx: 100,
    field: 'reviewBy',
    compare: (a, b) => compareNumber(a.reviewBy, b.reviewBy),
  }),
  column('delayInherent', 'Inherent days', {
    rating: 'inherent',
    meaning:
      'Inherent exposure in working days: probability times likely delay before any response',
    widthPx: 116,
    compare: byNumber(row => row.exposures.inherent.minutes),
  }),
  column('delay', 'Exposure', {
    rating: 'current',
    meaning: 'Current exposure in working days: probability times likely delay',
    widthPx: 88,
    compare: byNumber(row => row.exposureMinutes),
  }),
  column('delayResidual', 'Residual days', {
    rating: 'residual',
    meaning: 'Residual exposure in working days: probability times likely delay after the response',
    widthPx: 116,
    compare: byNumber(row => row.exposures.residual.minutes),
  }),
  column('moneyInherent', 'Inherent cost', {
    rating: 'inherent',
    meaning: 'Inherent exposure in money: probability times mean cost before any response',
    widthPx: 122,
    compare: byNumber(row => row.exposures.inherent.hundredths),
  }),
  column('money', 'Exposure cost', {
    rating: 'current',
    meaning: 'Current exposure in money: probability times mean cost',
    widthPx: 122,
    compare: byNumber(row => row.exposureHundredths),
  }),
  column('moneyResidual', 'Residual cost', {
    rating: 'residual',
    meaning: 'Residual exposure in money: probability times mean cost after the response',
    widthPx: 122,
    compare: byNumber(row => row.exposures.residual.hundredths),
  }),
  column('category', 'Category', {
    widthPx: 100,
    field: 'category',
    compare: byText(row => row.category),
  }),
  column('code', 'Code', {
    meaning: 'Linked code',
    widthPx: 88,
    compare: byText(row => row.code[0]?.path ?? '~'),
  }),
  column('actions', 'Actions', { widthPx: 32 }),
];

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
