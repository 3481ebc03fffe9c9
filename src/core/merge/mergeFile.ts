import { ok, refused, type Result } from '../base/result.ts';
import { editText, type FieldEdit } from '../format/editText.ts';
import { valueSpecAt, type FileKind } from '../format/fields.ts';
import { formatVersion } from '../model/project.ts';
import { readPlainFields } from './plainFields.ts';
import { arePlainEqual, isPlainMap, ownValue } from '../format/plainValue.ts';
import type { PlainMap } from '../format/plainValue.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { mergeComments } from './mergeComments.ts';
import { mergeLines } from './mergeLines.ts';
import { mergeValues, type FieldConflict } from './mergeValues.ts';
import { writeConflicts } from './writeConflicts.ts';

/** One file as the common ancestor and both sides have it. */
export interface FileSides {
  /** Undefined where each side made the file by itself. */
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
  /** True where nobody knows what both began with: `base` is then what they have in common. */
  readonly isBaseUnknown?: boolean;
}

export interface MergedFile {
  readonly text: string;
  /** What a person has to decide; it is written into the file under `conflicts`. */
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Merges three versions of a file of the plan field by field. Spacing is merged line by line as far
 * as the lines allow, comments by the fields that they belong to; the values are always those of the
 * fields. Where both sides
 * changed a field, ours stands and the other value is written under `conflicts`, so that the result
 * can be read by every reader. Refused where a side cannot be understood.
 */
export function mergeFile(kind: FileKind, sides: FileSides): Result<MergedFile, Problem> {
  const { isBaseUnknown = false } = sides;
  const base = readPlainFields(isBaseUnknown ? '' : (sides.base ?? ''));
  const ours = readPlainFields(sides.ours);
  const theirs = readPlainFields(sides.theirs);
  if (!base || !ours || !theirs) return refuseAll();
  if (kind === 'project' && [ours, theirs].some(isNewer)) return refuseAll();
  if (sides.base === undefined && areTwoItems(ours, theirs)) return keepBoth(kind, sides);
  const { value, conflicts } = mergeValues({ base, ours, theirs }, valueSpecAt(kind, []), {
    field: [],
    isBaseUnknown,
  });
  const merged = isPlainMap(value) ? withoutNulls(value) : {};
  const texts = { base: sides.base ?? '', ours: sides.ours, theirs: sides.theirs };
  const { text: lines } = mergeLines(texts);
  for (const draft of [lines, sides.ours, sides.theirs]) {
    const written = writeInto(kind, draft, merged);
    const text = written === undefined ? undefined : mergeComments(kind, texts, written);
    if (text !== undefined) return withConflicts(kind, text, conflicts);
  }
  return refuseAll();
}

/** What the other side has under the same name, and what ours does not know, is another item. */
export function areTwoItems(ours: PlainMap, theirs: PlainMap): boolean {
  const origin = ownValue(ours, 'origin');
  if (origin !== undefined && origin === ownValue(theirs, 'origin')) return false;
  return !arePlainEqual(ownValue(ours, 'title') ?? null, ownValue(theirs, 'title') ?? null);
}

function keepBoth(kind: FileKind, sides: FileSides): Result<MergedFile, Problem> {
  const conflict = { field: [], base: undefined, ours: undefined, theirs: sides.theirs };
  return withConflicts(kind, sides.ours, [conflict]);
}

/** The draft with every field as it was merged; undefined where the draft does not allow it. */
function writeInto(kind: FileKind, draft: string, merged: PlainMap): string | undefined {
  const fields = readPlainFields(draft);
  if (!fields) return undefined;
  const edits: FieldEdit[] = [];
  for (const key of new Set([...Object.keys(merged), ...Object.keys(fields)])) {
    const value = ownValue(merged, key);
    const present = ownValue(fields, key) ?? null;
    if (arePlainEqual(present, value ?? null)) continue;
    edits.push({ kind: 'set', field: [key], value });
  }
  const written = editText(kind, draft, edits);
  const after = written.ok ? readPlainFields(written.value) : undefined;
  const isRight = after !== undefined && arePlainEqual(withoutNulls(after), merged);
  return written.ok && isRight ? written.value : undefined;
}

function withoutNulls(fields: PlainMap): PlainMap {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function withConflicts(
  kind: FileKind,
  text: string,
  conflicts: readonly FieldConflict[],
): Result<MergedFile, Problem> {
  const told = writeConflicts(kind, text, conflicts);
  return told === undefined ? refuseAll() : ok({ text: told, conflicts });
}

/** What a newer Gantry means by a field is not known here. */
function isNewer(fields: PlainMap): boolean {
  const version = ownValue(fields, 'version');
  return typeof version === 'number' && version > formatVersion;
}

function refuseAll(): Result<never, Problem> {
  const message = 'The versions cannot be merged field by field; merge the file as a text';
  return refused(createProblem('command-refused', message));
}
