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
import { keysOfEntries } from './entryKey.ts';
import { mergeLines } from './mergeLines.ts';
import { mergeOrder } from './mergeOrder.ts';

export type Side = 'ours' | 'theirs';

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
  /** With ours wherever there is a conflict and nobody decided; undefined when nothing is left. */
  readonly value: PlainValue | undefined;
  readonly conflicts: readonly FieldConflict[];
}

/** Where a value stands, and how it is merged. */
export interface MergeContext {
  /** For the conflicts. */
  readonly field: FieldPath;
  /** The side that holds wherever both changed the same; undefined where nobody has decided. */
  readonly decided?: Side | undefined;
  /** True where nobody knows what both sides began with: whatever differs is then a conflict. */
  readonly isBaseUnknown?: boolean;
}

/**
 * Merges one value field by field: what only one side changed is taken from it, maps by their keys,
 * lists by their entries, long texts by their lines.
 */
export function mergeValues(
  sides: Sides,
  spec: ValueSpec | undefined,
  ctx: MergeContext,
): MergedValue {
  const { base, ours, theirs } = withoutNulls(sides);
  if (areSame(ours, theirs)) return { value: ours, conflicts: [] };
  const isTold = ctx.isBaseUnknown !== true;
  if (isTold && areSame(theirs, base)) return { value: ours, conflicts: [] };
  if (isTold && areSame(ours, base)) return { value: theirs, conflicts: [] };
  const lists = listsOf({ base, ours, theirs }, spec);
  if (lists) return mergeLists(lists, spec?.kind === 'list' ? spec.of : undefined, ctx);
  const maps = mapsOf({ base, ours, theirs }, spec);
  if (maps) return mergeMaps(maps, spec, ctx);
  const lines = mergeTexts({ base, ours, theirs });
  if (lines !== undefined) return { value: lines, conflicts: [] };
  const value = ctx.decided === 'theirs' ? theirs : ours;
  return { value, conflicts: [{ field: ctx.field, base, ours, theirs }] };
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

/** True for a list whose entries are merged one by one: parts in turn are no set. */
export function isMergedByEntry(spec: ValueSpec | undefined): boolean {
  return spec?.kind === 'list' && spec.of.kind !== 'duration';
}

/** The sides as lists; a single value stands for a list of one. */
function listsOf(
  { base, ours, theirs }: Sides,
  spec: ValueSpec | undefined,
): SidesOf<readonly PlainValue[]> | undefined {
  if (spec?.kind === 'list' && !isMergedByEntry(spec)) return undefined;
  const isList = isMergedByEntry(spec) || (isPlainList(ours) && isPlainList(theirs));
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
  ctx: MergeContext,
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
    const merged = mergeValues(sides, stepSpec(spec, key), {
      ...ctx,
      field: [...ctx.field, key],
    });
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
  ctx: MergeContext,
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
    const merged = mergeEntry(entry, of, ctx);
    if (merged.value !== undefined) items.push(merged.value);
    conflicts.push(...merged.conflicts);
  }
  return { value: items.length === 0 ? undefined : items, conflicts };
}

/** An entry of a list; a conflict inside of it is one of the whole entry. */
export function mergeEntry(
  entry: Sides,
  of: ValueSpec | undefined,
  ctx: MergeContext,
): MergedValue {
  const { value, conflicts } = mergeValues(entry, of, ctx);
  if (conflicts.length === 0) return { value, conflicts };
  // What one side took out and the other changed stays until somebody decides.
  const kept = ctx.decided === undefined ? entry.theirs : undefined;
  return { value: value ?? kept, conflicts: [{ field: ctx.field, ...entry }] };
}

function byKey(
  items: readonly PlainValue[],
  of: ValueSpec | undefined,
): ReadonlyMap<string, PlainValue> {
  const keys = keysOfEntries(items, of);
  return new Map(items.map((item, at) => [keys[at] ?? '', item]));
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
