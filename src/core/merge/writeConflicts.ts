import { encodeUtf8 } from '../base/utf8.ts';
import { maxFileBytes } from '../model/fileSize.ts';
import { editText } from '../format/editText.ts';
import { valueSpecAt, type FileKind } from '../format/fields.ts';
import { isPlainList, ownValue } from '../format/plainValue.ts';
import type { PlainValue } from '../model/change.ts';
import { writeFieldPath } from './fieldText.ts';
import { isMergedByEntry, type FieldConflict } from './mergeValues.ts';
import { readPlainFields } from './plainFields.ts';
import { writtenValue } from './writtenValue.ts';

/**
 * The text with what is to be decided under `conflicts`. Undefined where the file could not be read
 * again: with both versions of a long text in it, it may be too large.
 */
export function writeConflicts(
  kind: FileKind,
  text: string,
  conflicts: readonly FieldConflict[],
): string | undefined {
  if (conflicts.length === 0) return text;
  const told = ownValue(readPlainFields(text) ?? {}, 'conflicts');
  const written = conflicts.map(conflict => writtenConflict(kind, conflict));
  const value = [...(isPlainList(told) ? told : []), ...written];
  const edited = editText(kind, text, [{ kind: 'set', field: ['conflicts'], value }]);
  return edited.ok && isReadable(edited.value) ? edited.value : undefined;
}

function isReadable(text: string): boolean {
  return readPlainFields(text) !== undefined && encodeUtf8(text).length <= maxFileBytes;
}

/** A whole item stands as its text, a field with what either side has. */
export function writtenConflict(
  kind: FileKind,
  { field, base, ours, theirs }: FieldConflict,
): PlainValue {
  if (field.length === 0) return { item: typeof theirs === 'string' ? theirs : '' };
  const spec = valueSpecAt(kind, field);
  const of = spec?.kind === 'list' && isMergedByEntry(spec) ? spec.of : spec;
  return {
    field: writeFieldPath(field),
    ...(base === undefined ? {} : { base: writtenValue(base, of) }),
    ...(ours === undefined ? {} : { ours: writtenValue(ours, of) }),
    ...(theirs === undefined ? {} : { theirs: writtenValue(theirs, of) }),
  };
}
