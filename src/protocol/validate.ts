import { isId } from '../core/model/ids.ts';
import { type PlainValue, projectId } from '../core/model/change.ts';

/** Tells whether a value of unknown origin is what is expected. */
export type Check<T> = (value: unknown) => value is T;

const longestText = 100_000;
const longestList = 10_000;
const deepest = 8;

/** A map made by JSON or structured clone: no class instance, no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText;
}

/** Text of one line that names something: a path, a field, a person. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 1000;
}

export function isItemId(value: unknown): value is string {
  return typeof value === 'string' && isId(value);
}

/** The id of an item, or of the project file. */
export function isEditableId(value: unknown): value is string {
  return value === projectId || isItemId(value);
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** A whole number from zero, such as a place in a list. */
export function isPlace(value: unknown): value is number {
  return isWhole(value) && value >= 0;
}

export function isTruth(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isNull(value: unknown): value is null {
  return value === null;
}

export function oneOf<const T extends string>(allowed: readonly T[]): Check<T> {
  return (value): value is T => allowed.some(each => each === value);
}

export function either<A, B>(first: Check<A>, second: Check<B>): Check<A | B> {
  return (value): value is A | B => first(value) || second(value);
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= longestList && value.every(check);
}

/** A map from field names to values; names that JavaScript gives a meaning to are refused. */
export function mapOf<T>(check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    isRecord(value) &&
    Object.keys(value).length <= 1000 &&
    Object.entries(value).every(([key, each]) => isFieldName(key) && check(each));
}

const meaningful = new Set(['__proto__', 'constructor', 'prototype']);

function isFieldName(key: string): boolean {
  return isName(key) && key.split('.').every(part => part !== '' && !meaningful.has(part));
}

/** Whatever a field of a file can hold. */
export const isPlainValue: Check<PlainValue> = (value): value is PlainValue =>
  isPlainAt(value, deepest);

function isPlainAt(value: unknown, depth: number): boolean {
  if (value === null || isTruth(value) || isFiniteNumber(value) || isText(value)) return true;
  if (depth === 0 || typeof value !== 'object') return false;
  const check = (each: unknown): each is PlainValue => isPlainAt(each, depth - 1);
  return listOf(check)(value) || mapOf(check)(value);
}

type Optional<T> = { [Key in keyof T]-?: undefined extends T[Key] ? Key : never }[keyof T];

/** The check of each field of a record: `[check]` for a field that may be missing. */
export type Shape<T> = {
  readonly [Key in keyof T]-?: Key extends Optional<T>
    ? readonly [Check<Exclude<T[Key], undefined>>]
    : Check<T[Key]>;
};

/** A record with these fields and no others. */
export function record<T extends object>(shape: Shape<T>): Check<T> {
  // A mapped type loses its values in `Object.entries`: each is one of the two forms of a Shape.
  const entries = Object.entries<Check<unknown> | readonly [Check<unknown>]>(shape as never);
  const fields = new Map(entries);
  return (value): value is T => {
    if (!isRecord(value)) return false;
    for (const key of Object.keys(value)) if (!fields.has(key)) return false;
    return entries.every(([key, check]) => {
      if (typeof check === 'function') return check(value[key]);
      return value[key] === undefined || check[0](value[key]);
    });
  };
}
