import { assertNever } from '../../src/core/base/assertNever.ts';
import { dayOf } from '../../src/core/model/instant.ts';
import { reviewStatesOf } from '../../src/core/model/reviewState.ts';
import type { QueryField, QueryFlag } from '../../src/core/views/itemQuery.ts';
import type { QueryFacts } from '../../src/core/views/matchQuery.ts';
import type { QueryMeasure, QueryScale } from '../../src/core/views/queryMeasures.ts';
import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';

/** What a query can ask of a risk: the same as `gantry list` asks of it. */
export function factsOf(row: RiskRow, text: string, { today }: QueryScale): QueryFacts {
  return {
    text,
    valuesOf: field => valuesOf(row, field, today),
    measureOf: measure => measureOf(row, measure),
    hasFlag: flag => isTrue(row, flag, today),
  };
}

function valuesOf(row: RiskRow, field: QueryField, today: number): readonly string[] | undefined {
  const present = (value: string | undefined): readonly string[] =>
    value === undefined || value === '' ? [] : [value];
  switch (field) {
    case 'kind':
      return ['risk'];
    case 'status':
      return [row.status];
    case 'assignee':
      return present(row.owner);
    case 'category':
      return present(row.category);
    case 'response':
      return present(row.strategy);
    case 'rating':
      return present(row.ratings.current.band);
    case 'review':
      return reviewStatesOf(row, today);
    case 'code':
      return row.code.map(({ path }) => path);
    case 'milestone':
    case 'parent':
    case 'priority':
    case 'type':
    case 'tag':
      return undefined;
    case 'origin':
      return [];
    default:
      return assertNever(field);
  }
}

function measureOf({ reviewBy }: RiskRow, measure: QueryMeasure): number | undefined {
  const isReview = measure === 'review' || measure === 'due';
  return isReview && reviewBy !== undefined ? dayOf(reviewBy) : undefined;
}

function isTrue(row: RiskRow, flag: QueryFlag, today: number): boolean {
  switch (flag) {
    case 'open':
      return row.isLive;
    case 'overdue':
      return reviewStatesOf(row, today).includes('overdue');
    case 'above-appetite':
      return row.isAboveAppetite;
    case 'critical':
    case 'late':
    case 'undated':
      return false;
    default:
      return assertNever(flag);
  }
}
