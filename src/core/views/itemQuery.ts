import { ok, refused, type Result } from '../base/result.ts';
import { itemKinds } from '../model/ids.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import {
  queryComparisons,
  queryMeasures,
  readMeasure,
  type QueryAmount,
  type QueryComparison,
  type QueryMeasure,
} from './queryMeasures.ts';
import { splitQuery } from './splitQuery.ts';

/** What may stand before a colon in a query. */
export const queryFields = [
  'kind',
  'status',
  'assignee',
  'milestone',
  'parent',
  'priority',
  'type',
  'tag',
  'code',
  'category',
  'origin',
] as const;
export type QueryField = (typeof queryFields)[number];

/** Words of a query that are no search but a condition. */
export const queryFlags = ['open', 'critical', 'overdue', 'late', 'undated'] as const;
export type QueryFlag = (typeof queryFlags)[number];

export type QueryTest =
  /** In lower case: it must stand in the item's id or words. */
  | { readonly kind: 'word'; readonly word: string }
  /** Any of the values, in lower case. */
  | { readonly kind: 'values'; readonly field: QueryField; readonly values: readonly string[] }
  | { readonly kind: 'flag'; readonly flag: QueryFlag }
  | {
      readonly kind: 'measure';
      readonly measure: QueryMeasure;
      readonly comparison: QueryComparison;
      readonly amount: QueryAmount;
    };

/** One condition; `isNot` for one that must not hold. */
export interface QueryTerm {
  readonly isNot: boolean;
  readonly test: QueryTest;
}

/** All of them hold at once. */
export type ItemQuery = readonly QueryTerm[];

/**
 * Reads `parser "two words" status:doing,review -tag:later float<2d finish<=today+2w critical`: words
 * and phrases, fields with one of several values, comparisons and flags, each turned round by a
 * minus before it.
 */
export function parseItemQuery(text: string): Result<ItemQuery, Problem> {
  const terms: QueryTerm[] = [];
  for (const { isNot, name, operator, value, isQuoted } of splitQuery(text)) {
    const test = isQuoted ? wordTest(value) : readTest(name, operator, value);
    if ('code' in test) return refused(test);
    terms.push({ isNot, test });
  }
  return ok(terms);
}

function wordTest(text: string): QueryTest {
  return { kind: 'word', word: text.toLowerCase() };
}

function readTest(name: string, operator: string, value: string): QueryTest | Problem {
  const known = name.toLowerCase();
  const comparison = queryComparisons.find(each => each === operator);
  if (comparison) {
    const measure = queryMeasures.find(each => each === known);
    if (!measure) {
      const message = `Nothing can be compared by "${name}"; put it in quotes to look for it, or write`;
      return refuse(`${message} one of`, queryMeasures);
    }
    const amount = readMeasure(measure, value);
    return typeof amount === 'string'
      ? refuse(`${measure}${comparison}${value}: ${amount}`)
      : { kind: 'measure', measure, comparison, amount };
  }
  if (operator === ':') return readValues(known, value);
  const flag = queryFlags.find(each => each === value.toLowerCase());
  return flag ? { kind: 'flag', flag } : wordTest(value);
}

function readValues(name: string, text: string): QueryTest | Problem {
  const field = queryFields.find(known => known === name);
  if (!field) {
    return refuse(`Nothing can be listed by "${name}"; use one of`, [
      `${queryFields.join(', ')}, or words without a colon`,
    ]);
  }
  const values = text
    .toLowerCase()
    .split(',')
    .filter(value => value !== '');
  if (values.length === 0) return refuse(`${field}: needs a value`);
  const wrong = field === 'kind' ? values.find(value => !isKind(value)) : undefined;
  if (wrong !== undefined) {
    return refuse(`${field}: cannot be "${wrong}"; write one of`, itemKinds);
  }
  return { kind: 'values', field, values };
}

function isKind(text: string): boolean {
  return itemKinds.some(kind => kind === text);
}

function refuse(message: string, choices: readonly string[] = []): Problem {
  const list = choices.length > 0 ? ` ${choices.join(', ')}` : '';
  return createProblem('command-refused', message + list);
}
