import type { FieldEdit } from '../format/editText.ts';
import { valueSpecAt, type FileKind } from '../format/fields.ts';
import {
  arePlainEqual,
  isPlainList,
  isPlainMap,
  ownValue,
  withPlainAt,
  type PlainMap,
} from '../format/plainValue.ts';
import type { ValueSpec } from '../format/valueSpec.ts';
import type { PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { entryKey } from './entryKey.ts';
import { readFieldPath } from './fieldText.ts';
import { isMergedByEntry, mergeEntry, mergeValues, type Side, type Sides } from './mergeValues.ts';
import { readWritten } from './writtenValue.ts';

/** An entry of `conflicts`: what a merge has left for somebody to decide. */
export interface OpenConflict {
  readonly place: FieldPath;
  /** As it is written, with dots; undefined for a whole item of the other side. */
  readonly field: string | undefined;
  /** As a person would type it; undefined where that side has none. */
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** The text of an item that was made under the same id on the other side. */
  readonly item: string | undefined;
}

type SetEdit = Extract<FieldEdit, { readonly kind: 'set' }>;

export function openConflicts(fields: PlainMap): readonly OpenConflict[] {
  return entriesOf(ownValue(fields, 'conflicts')).map((value, at) => {
    const text = (key: string): string | undefined => {
      const found = isPlainMap(value) ? ownValue(value, key) : undefined;
      if (found === undefined || found === null) return undefined;
      return typeof found === 'object' ? JSON.stringify(found) : String(found);
    };
    const [field, base, ours, theirs, item] = ['field', 'base', 'ours', 'theirs', 'item'].map(text);
    return { place: ['conflicts', at], field, base, ours, theirs, item };
  });
}

/**
 * The edits that decide for a side; the note in `conflicts` stays. Of an entry of a list only what
 * both sides changed is decided: the rest of it stays as it was merged.
 */
export function editsFor(
  kind: FileKind,
  fields: PlainMap,
  conflict: OpenConflict,
  side: Side,
): readonly SetEdit[] {
  if (conflict.field === undefined) return [];
  const path = readFieldPath(conflict.field);
  const spec = valueSpecAt(kind, path);
  const present = valueAt(fields, path);
  const list = readSides(conflict, spec);
  const isOfEntry = isMergedByEntry(spec) || (spec === undefined && isListOfParts(present, list));
  if (isOfEntry) {
    const of = spec?.kind === 'list' ? spec.of : undefined;
    return entryEdits({ path, entries: entriesOf(present), of }, readSides(conflict, of), side);
  }
  return side === 'theirs' ? [{ kind: 'set', field: path, value: list.theirs }] : [];
}

/** The fields after an edit. */
export function afterEdit(kind: FileKind, fields: PlainMap, { field, value }: SetEdit): PlainMap {
  const after = withPlainAt(fields, valueSpecAt(kind, []), field, value);
  return isPlainMap(after) ? after : {};
}

function readSides({ base, ours, theirs }: OpenConflict, spec: ValueSpec | undefined): Sides {
  const read = (text: string | undefined): PlainValue | undefined =>
    text === undefined ? undefined : readWritten(text, spec);
  return { base: read(base), ours: read(ours), theirs: read(theirs) };
}

/** Of a list that no table describes: told of whole, the sides are lists themselves. */
function isListOfParts(present: PlainValue | undefined, { ours, theirs }: Sides): boolean {
  return isPlainList(present) && !isPlainList(ours) && !isPlainList(theirs);
}

interface ListPlace {
  readonly path: FieldPath;
  readonly entries: readonly PlainValue[];
  readonly of: ValueSpec | undefined;
}

/** What was done to the entry since the merge stays, but for what is decided. */
function entryEdits(
  { path, entries, of }: ListPlace,
  sides: Sides,
  side: Side,
): readonly SetEdit[] {
  const draft = mergeEntry(sides, of, { field: path }).value;
  const decided = mergeEntry(sides, of, { field: path, decided: side }).value;
  const place = placeOf(entries, of, [draft, sides.ours, sides.theirs, sides.base]);
  if (place === undefined) {
    if (decided === undefined || side === 'ours') return [];
    const isFirst = entries.length === 0;
    return isFirst
      ? [{ kind: 'set', field: path, value: [decided] }]
      : [{ kind: 'set', field: [...path, entries.length], value: decided }];
  }
  const present = entries[place];
  const { value } = mergeValues({ base: draft, ours: present, theirs: decided }, of, {
    field: path,
    decided: 'theirs',
  });
  if (arePlainEqual(value ?? null, present ?? null)) return [];
  return [{ kind: 'set', field: [...path, place], value }];
}

/** The entry that a conflict is about: as the merge left it, else by what it is called. */
function placeOf(
  entries: readonly PlainValue[],
  of: ValueSpec | undefined,
  versions: readonly (PlainValue | undefined)[],
): number | undefined {
  const [draft] = versions;
  const same = draft === undefined ? -1 : entries.findIndex(each => arePlainEqual(each, draft));
  if (same >= 0) return same;
  const keys = new Set(versions.flatMap(each => (each === undefined ? [] : entryKey(each, of))));
  const place = entries.findIndex(each => keys.has(entryKey(each, of)));
  return place < 0 ? undefined : place;
}

function valueAt(fields: PlainMap, path: readonly string[]): PlainValue | undefined {
  let value: PlainValue | undefined = fields;
  for (const step of path) value = isPlainMap(value) ? ownValue(value, step) : undefined;
  return value;
}

function entriesOf(value: PlainValue | undefined): readonly PlainValue[] {
  if (value === undefined || value === null) return [];
  return isPlainList(value) ? value : [value];
}
