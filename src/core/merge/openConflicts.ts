import type { FieldEdit } from '../format/editText.ts';
import type { FileKind } from '../format/fields.ts';
import { isPlainList, isPlainMap, ownValue, type PlainMap } from '../format/plainValue.ts';
import type { PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { isMergedByEntry, readWritten, writtenValue } from './writtenValue.ts';

/** An entry of `conflicts`: what a merge has left for somebody to decide. */
export interface OpenConflict {
  readonly place: FieldPath;
  /** As it is written, with dots; undefined for a whole item of the other side. */
  readonly field: string | undefined;
  /** As a person would type it; undefined where that side took it out. */
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** The text of an item that was made under the same id on the other side. */
  readonly item: string | undefined;
}

export type Side = 'ours' | 'theirs';

export function openConflicts(fields: PlainMap): readonly OpenConflict[] {
  return entriesOf(fields, ['conflicts']).map((value, at) => {
    const text = (key: string): string | undefined => {
      const found = isPlainMap(value) ? ownValue(value, key) : undefined;
      return found === undefined || found === null ? undefined : writtenValue(found);
    };
    const [field, ours, theirs, item] = ['field', 'ours', 'theirs', 'item'].map(text);
    return { place: ['conflicts', at], field, ours, theirs, item };
  });
}

/** The edits that give the field the value of a side; the note in `conflicts` stays. */
export function editsFor(
  kind: FileKind,
  fields: PlainMap,
  { field, ours, theirs }: OpenConflict,
  side: Side,
): readonly FieldEdit[] {
  if (field === undefined) return [];
  const path = field.split('.');
  const value = theirs === undefined ? undefined : readWritten(kind, path, theirs);
  if (!isMergedByEntry(kind, path)) {
    return side === 'theirs' ? [{ kind: 'set', field: path, value }] : [];
  }
  // An entry that we took out was kept as it is there; any other stands as it is here.
  const isKeptTheirs = ours === undefined;
  const place = placeOf(fields, path, isKeptTheirs ? theirs : ours);
  if (place === undefined || (side === 'theirs') === isKeptTheirs) return [];
  return [{ kind: 'set', field: [...path, place], value: side === 'theirs' ? value : undefined }];
}

function placeOf(fields: PlainMap, path: FieldPath, entry: string | undefined): number | undefined {
  const place = entriesOf(fields, path).findIndex(each => writtenValue(each) === entry);
  return place < 0 ? undefined : place;
}

function entriesOf(fields: PlainMap, path: FieldPath): readonly PlainValue[] {
  let value: PlainValue | undefined = fields;
  for (const step of path) value = isPlainMap(value) ? ownValue(value, String(step)) : undefined;
  if (value === undefined || value === null) return [];
  return isPlainList(value) ? value : [value];
}
