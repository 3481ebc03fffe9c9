import { assertNever } from '../base/assertNever.ts';
import type { ItemQuery, QueryField, QueryFlag, QueryTest } from './itemQuery.ts';
import { amountOf, compares, type QueryMeasure, type QueryScale } from './queryMeasures.ts';

/** What a query can ask of one item. */
export interface QueryFacts {
  /** In lower case: all that words are looked for in. */
  readonly text: string;
  /** Empty when the item has nothing there; undefined where its kind has no such field. */
  valuesOf(field: QueryField): readonly string[] | undefined;
  /** Days since 1970, working minutes, or a share from 0 to 1; undefined when there is none. */
  measureOf(measure: QueryMeasure): number | undefined;
  hasFlag(flag: QueryFlag): boolean;
}

/** True where every condition holds. */
export function matchesQuery(query: ItemQuery, facts: QueryFacts, scale: QueryScale): boolean {
  return query.every(({ isNot, test }) => holds(test, facts, scale) !== isNot);
}

function holds(test: QueryTest, facts: QueryFacts, scale: QueryScale): boolean {
  switch (test.kind) {
    case 'word':
      return facts.text.includes(test.word);
    case 'values':
      return hasValue(test.field, test.values, facts.valuesOf(test.field));
    case 'flag':
      return facts.hasFlag(test.flag);
    case 'measure': {
      const value = facts.measureOf(test.measure);
      return value !== undefined && compares(value, test.comparison, amountOf(test.amount, scale));
    }
    default:
      return assertNever(test);
  }
}

function hasValue(
  field: QueryField,
  values: readonly string[],
  own: readonly string[] | undefined,
): boolean {
  if (own?.length === 0) return values.includes('none');
  return values.some(value => own?.some(each => isHit(field, each.toLowerCase(), value)) ?? false);
}

/** Ids may be shortened, paths and origins go by their beginning; everything else is meant whole. */
function isHit(field: QueryField, own: string, value: string): boolean {
  switch (field) {
    case 'milestone':
    case 'parent':
    case 'origin':
    case 'code':
      return own.startsWith(value);
    case 'kind':
    case 'status':
    case 'assignee':
    case 'priority':
    case 'type':
    case 'tag':
    case 'category':
    case 'response':
    case 'rating':
    case 'review':
      return own === value;
    default:
      return assertNever(field);
  }
}
