import {
  arePlainEqual,
  isPlainList,
  isPlainMap,
  ownValue,
  stepSpec,
} from '../format/plainValue.ts';
import type { PlainMap } from '../format/plainValue.ts';
import type { ValueSpec } from '../format/valueSpec.ts';
import type { PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { entryKey } from './entryKey.ts';
import { mergeLines } from './mergeLines.ts';
import { mergeOrder } from './mergeOrder.ts';

/** One value as the common ancestor and both sides have it; undefined where it is not there. */
export interface Sides {
  readonly base: PlainValue | undefined;
  readonly ours: PlainValue | undefined;
  readonly theirs: PlainValue | undefined;
}

/** What both sides changed, and not to the same. */
export interface FieldConflict extends Sides {
  /** The field; for an entry of a list the field of the list. */
  readonly field: FieldPath;
}

export interface MergedValue {
  /** With ours wherever there is a conflict; undefined when nothing is left. */
  readonly value: PlainValue | undefined;
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Merges one value field by field: what only one side changed is taken from it, maps by their keys,
 * lists by their entries, long texts by their lines.
 *
 * @param field where the value stands, for the conflicts
 */
export function mergeValues(
  sides: Sides,
  spec: ValueSpec | undefined,
  field: FieldPath,
): MergedValue {
  const { base, ours, theirs } = withoutNulls(sides);
  if (areSame(ours, theirs) || areSame(theirs, base)) return { value: ours, conflicts: [] };
  if (areSame(ours, base)) return { value: theirs, conflicts: [] };
  const lists = listsOf({ base, ours, theirs }, spec);
  if (lists) return mergeLists(lists, spec?.kind === 'list' ? spec.of : undefined, field);
  const maps = mapsOf({ base, ours, theirs }, spec);
  if (maps) return mergeMaps(maps, spec, field);
  const lines = mergeTexts({ base, ours, theirs });
  if (lines !== undefined) return { value: lines, conflicts: [] };
  return { value: ours, conflicts: [{ field, base, ours, theirs }] };
}

function withoutNulls({ base, ours, theirs }: Sides): Sides {
  return { base: base ?? undefined, ours: ours ?? undefined, theirs: theirs ?? undefined };
}

function areSame(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  return arePlainEqual(a ?? null, b ?? null);
}

interface SidesOf<Value> {
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/** The sides as lists; a single value stands for a list of one. Parts in turn are no set. */
function listsOf(
  { base, ours, theirs }: Sides,
  spec: ValueSpec | undefined,
): SidesOf<readonly PlainValue[]> | undefined {
  if (spec?.kind === 'list' && spec.of.kind === 'duration') return undefined;
  const isList = spec?.kind === 'list' || (isPlainList(ours) && isPlainList(theirs));
  if (!isList) return undefined;
  const list = (value: PlainValue | undefined): readonly PlainValue[] =>
    isPlainList(value) ? value : value === undefined ? [] : [value];
  return { base: list(base), ours: list(ours), theirs: list(theirs) };
}

/** The sides as maps; a bare value stands for the field that the table says. */
function mapsOf(
  { base, ours, theirs }: Sides,
  spec: ValueSpec | undefined,
): SidesOf<PlainMap> | undefined {
  const short =
    spec?.kind === 'map' ? spec.shorthand : spec?.kind === 'anchor' ? 'path' : undefined;
  const map = (value: PlainValue | undefined): PlainMap | undefined => {
    if (isPlainMap(value)) return value;
    if (value === undefined) return {};
    return short === undefined || isPlainList(value) ? undefined : { [short]: value };
  };
  if (!isPlainMap(ours) && !isPlainMap(theirs)) return undefined;
  const [first, second] = [map(ours), map(theirs)];
  return first && second && { base: map(base) ?? {}, ours: first, theirs: second };
}

function mergeMaps(
  { base, ours, theirs }: SidesOf<PlainMap>,
  spec: ValueSpec | undefined,
  field: FieldPath,
): MergedValue {
  const conflicts: FieldConflict[] = [];
  const entries: [string, PlainValue][] = [];
  const keys = { base: Object.keys(base), ours: Object.keys(ours), theirs: Object.keys(theirs) };
  for (const key of mergeOrder(keys)) {
    const sides = {
      base: ownValue(base, key),
      ours: ownValue(ours, key),
      theirs: ownValue(theirs, key),
    };
    const merged = mergeValues(sides, stepSpec(spec, key), [...field, key]);
    if (merged.value !== undefined) entries.push([key, merged.value]);
    conflicts.push(...merged.conflicts);
  }
  return { value: entries.length === 0 ? undefined : Object.fromEntries(entries), conflicts };
}

/**
 * Lists are merged by entry: added entries of both sides are there, removed ones are gone, and an
 * entry that one side changed and the other left is the changed one.
 */
function mergeLists(
  { base, ours, theirs }: SidesOf<readonly PlainValue[]>,
  of: ValueSpec | undefined,
  field: FieldPath,
): MergedValue {
  const sides = { base: byKey(base, of), ours: byKey(ours, of), theirs: byKey(theirs, of) };
  const orders = {
    base: [...sides.base.keys()],
    ours: [...sides.ours.keys()],
    theirs: [...sides.theirs.keys()],
  };
  const conflicts: FieldConflict[] = [];
  const items: PlainValue[] = [];
  for (const key of mergeOrder(orders)) {
    const entry = {
      base: sides.base.get(key),
      ours: sides.ours.get(key),
      theirs: sides.theirs.get(key),
    };
    const merged = mergeValues(entry, of, field);
    // An entry that one side took out and the other changed stays, so that somebody decides.
    const value = merged.value ?? (merged.conflicts.length > 0 ? entry.theirs : undefined);
    if (value !== undefined) items.push(value);
    if (merged.conflicts.length > 0) conflicts.push({ field, ...entry });
  }
  return { value: items.length === 0 ? undefined : items, conflicts };
}

/** Equal entries are told apart by their number. */
function byKey(
  items: readonly PlainValue[],
  of: ValueSpec | undefined,
): ReadonlyMap<string, PlainValue> {
  const found = new Map<string, PlainValue>();
  for (const item of items) {
    const name = entryKey(item, of);
    let key = name;
    for (let number = 2; found.has(key); number += 1) key = `${name}\u0000${number}`;
    found.set(key, item);
  }
  return found;
}

/** Texts of several lines; undefined where both sides changed the same of them. */
function mergeTexts({ base, ours, theirs }: Sides): string | undefined {
  if (typeof base !== 'string' || typeof ours !== 'string' || typeof theirs !== 'string') {
    return undefined;
  }
  if (!ours.includes('\n') && !theirs.includes('\n')) return undefined;
  const { text, isClean } = mergeLines({ base, ours, theirs });
  return isClean ? text : undefined;
}
