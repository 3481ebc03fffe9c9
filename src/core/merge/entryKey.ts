import { isPlainMap, ownValue } from '../format/plainValue.ts';
import type { ValueSpec } from '../format/valueSpec.ts';
import { parseAssignment } from '../model/assignment.ts';
import type { PlainValue } from '../model/change.ts';
import { parseDependency } from '../model/dependency.ts';

/** By what an entry of a list that no table describes is most likely called. */
const namingKeys = [
  'id',
  'key',
  'name',
  'item',
  'path',
  'on',
  'every',
  'title',
  'text',
  'question',
  'date',
  'from',
];

/**
 * By what an entry of a list is the same entry on both sides although its other parts differ: a
 * dependency by its predecessor, an assignment by the person, a map by its name.
 */
export function entryKey(value: PlainValue, spec: ValueSpec | undefined): string {
  if (isPlainMap(value)) return keyOfMap(value, spec);
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (spec?.kind === 'dependency') return parseDependency(text)?.predecessor ?? text;
  if (spec?.kind === 'assignment') return parseAssignment(text)?.person ?? text;
  if (spec?.kind === 'map' || spec?.kind === 'anchor') return text;
  return JSON.stringify(value);
}

/** The keys of the entries of a list; equal ones are told apart by their number. */
export function keysOfEntries(
  items: readonly PlainValue[],
  spec: ValueSpec | undefined,
): readonly string[] {
  const counts = new Map<string, number>();
  return items.map(item => {
    const key = entryKey(item, spec);
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return number === 1 ? key : `${key}\u0000${number}`;
  });
}

function keyOfMap(
  value: { readonly [key: string]: PlainValue },
  spec: ValueSpec | undefined,
): string {
  if (spec?.kind === 'anchor') {
    return JSON.stringify([value['path'], value['symbol'] ?? value['quote'] ?? value['line']]);
  }
  const named = [spec?.kind === 'map' ? spec.shorthand : undefined, ...namingKeys];
  for (const key of named) {
    const name = key === undefined ? undefined : ownValue(value, key);
    if (name !== undefined && name !== null && typeof name !== 'object') return String(name);
  }
  return JSON.stringify(value);
}
