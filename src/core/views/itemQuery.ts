import { ok, refused, type Result } from '../base/result.ts';
import { itemKinds } from '../model/ids.ts';
import { strategies } from '../model/risk.ts';
import { reviewStates } from '../model/reviewState.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import {
  queryComparisons,
  queryMeasures,
  readMeasure,
  type QueryAmount,
  type QueryComparison,
  type QueryMeasure,
} from './queryMeasures.ts';
import { riskBands } from './riskRegisterView.ts';
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
  'response',
  'rating',
  'review',
  'origin',
] as const;
export type QueryField = (typeof queryFields)[number];

/** Words of a query that are no search but a condition. */
export const queryFlags = [
  'open',
  'critical',
  'overdue',
  'late',
  'undated',
  'above-appetite',
] as const;
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
  const choices = choicesOf(field);
  const known = [...choices, ...(field === 'kind' ? [] : ['none'])];
  const wrong = choices.length > 0 ? values.find(value => !known.includes(value)) : undefined;
  if (wrong !== undefined) return refuse(`${field}: cannot be "${wrong}"; write one of`, known);
  const isMitigate = field === 'response' && values.includes('mitigate');
  return { kind: 'values', field, values: isMitigate ? [...values, 'reduce'] : values };
}

/** The words that a field can hold, where they are known; `mitigate` is another word for reduce. */
function choicesOf(field: QueryField): readonly string[] {
  switch (field) {
    case 'kind':
      return itemKinds;
    case 'response':
      return [...strategies, 'mitigate'];
    case 'rating':
      return riskBands;
    case 'review':
      return reviewStates;
    default:
      return [];
  }
}

function refuse(message: string, choices: readonly string[] = []): Problem {
  const list = choices.length > 0 ? ` ${choices.join(', ')}` : '';
  return createProblem('command-refused', message + list);
}
