import { valueSpecAt, type FileKind } from '../format/fields.ts';
import { isPlainList, isPlainMap, ownValue, type PlainMap } from '../format/plainValue.ts';
import { areTwoItems } from './mergeFile.ts';
import { mergeValues } from './mergeValues.ts';
import { writtenConflict } from './writeConflicts.ts';

/** One item under two ids, as two branches left it. */
export interface TwinSides {
  /** The fields that it had under its former id; undefined where nobody knows them. */
  readonly base: PlainMap | undefined;
  readonly ours: PlainMap;
  readonly theirs: PlainMap;
}

/**
 * The fields of the one item that both are, without its former ids; what both changed is written
 * under `conflicts`. Undefined where they are two items: without a base only title and origin tell.
 */
export function mergeTwins(kind: FileKind, sides: TwinSides): PlainMap | undefined {
  const [base, ours, theirs] = [sides.base ?? {}, sides.ours, sides.theirs].map(withoutFormerIds);
  if (!base || !ours || !theirs) return undefined;
  if (!sides.base && areTwoItems(ours, theirs)) return undefined;
  const ctx = { field: [], isBaseUnknown: !sides.base };
  const { value, conflicts } = mergeValues({ base, ours, theirs }, valueSpecAt(kind, []), ctx);
  if (!isPlainMap(value)) return undefined;
  if (conflicts.length === 0) return value;
  const known = ownValue(value, 'conflicts');
  const told = conflicts.map(conflict => writtenConflict(kind, conflict));
  return { ...value, conflicts: [...(isPlainList(known) ? known : []), ...told] };
}

function withoutFormerIds(fields: PlainMap): PlainMap {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'formerIds'));
}
