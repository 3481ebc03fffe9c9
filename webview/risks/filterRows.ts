import { reviewStatesOf } from '../../src/core/model/reviewState.ts';
import { parseItemQuery } from '../../src/core/views/itemQuery.ts';
import { matchesQuery } from '../../src/core/views/matchQuery.ts';
import type { QueryScale } from '../../src/core/views/queryMeasures.ts';
import type { RatingName, RiskKind } from '../../src/core/model/risk.ts';
import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import type { MatrixCell, RegisterFilter } from './registerUi.ts';
import { factsOf } from './riskFacts.ts';
import { nameOf } from './riskText.ts';

export interface FilteredRows {
  readonly rows: readonly RiskRow[];
  /** As `rows`, but from every cell of the heat map. */
  readonly mapped: readonly RiskRow[];
  /** How many closed ones the filter holds back that it would show otherwise. */
  readonly hiddenClosed: number;
  /** What is wrong with the words of the filter, which then hold nothing back; or empty. */
  readonly problem: string;
}

/** What the heat map shows: its cells hold risks of one kind, by one of their ratings. */
export interface MapChoice {
  readonly rating: RatingName;
  readonly kind: RiskKind;
}

/** The value by which a choice asks for risks that have none. */
export const noneChoice = '(none)';

/** What passes the filter; the cell counts by what the heat map shows. */
export function filterRows(
  view: RiskRegisterView,
  filter: RegisterFilter,
  map: MapChoice,
  scale: QueryScale,
): FilteredRows {
  const read = parseItemQuery(filter.text);
  const query = read.ok ? read.value : [];
  const names = new Map(view.people.map(({ key }) => [key, nameOf(view, key)]));
  const passing = view.rows.filter(
    row =>
      matchesChoices(row, filter, scale) &&
      (query.length === 0 || matchesQuery(query, factsOf(row, textOf(row, names), scale), scale)),
  );
  // A choice of a closed status asks for closed ones.
  const wantsClosed = filter.isClosedShown || filter.status !== '';
  const mapped = wantsClosed ? passing : passing.filter(row => row.isLive);
  const { cell } = filter;
  return {
    mapped,
    rows: cell ? mapped.filter(row => isInCell(row, map, cell)) : mapped,
    hiddenClosed: passing.length - mapped.length,
    problem: read.ok ? '' : read.error.message,
  };
}

export function isInCell(row: RiskRow, { rating, kind }: MapChoice, cell: MatrixCell): boolean {
  const { probability, impact } = row.ratings[rating];
  return row.riskKind === kind && probability === cell.probability && impact === cell.impact;
}

function matchesChoices(row: RiskRow, filter: RegisterFilter, { today }: QueryScale): boolean {
  return (
    (filter.status === '' || row.status === filter.status) &&
    matchesChoice(row.category, filter.category) &&
    matchesChoice(row.owner, filter.owner) &&
    (filter.band === '' || row.ratings.current.band === filter.band) &&
    matchesChoice(row.strategy ?? '', filter.strategy) &&
    matchesReview(row, filter.review, today)
  );
}

function matchesReview(row: RiskRow, choice: string, today: number): boolean {
  if (choice === '') return true;
  if (choice === noneChoice) return row.reviewBy === undefined;
  return reviewStatesOf(row, today).some(state => state === choice);
}

function matchesChoice(value: string, choice: string): boolean {
  return choice === '' || value === (choice === noneChoice ? '' : choice);
}

function textOf(row: RiskRow, names: ReadonlyMap<string, string>): string {
  const { id, title, category, owner, cause, event, effect } = row;
  const affected = row.affects.map(each => `${each.id} ${each.title}`).join('\n');
  return [id, title, category, owner, names.get(owner) ?? '', cause, event, effect, affected]
    .join('\n')
    .toLowerCase();
}
