import type { Result } from '../base/result.ts';
import type { FileKind } from '../format/fields.ts';
import type { Problem } from '../model/problem.ts';
import { mergeFile, type MergedFile } from './mergeFile.ts';
import { splitConflict } from './splitConflict.ts';

/** What git knows of the version that both sides began with. */
export interface Ancestor {
  /** Undefined where each side made the file by itself. */
  readonly text: string | undefined;
}

/**
 * A file in which git has left its marks, merged field by field. Without an ancestor, from git or in
 * the marks, nobody can say which side changed what: all that differs is then left to be decided.
 * Undefined where the marks do not belong together, refused where a side is no YAML by itself.
 */
export function mergeMarks(
  kind: FileKind,
  text: string,
  ancestor?: Ancestor,
): Result<MergedFile, Problem> | undefined {
  const sides = splitConflict(text);
  if (!sides) return undefined;
  const { isBaseWritten, base, ours, theirs } = sides;
  const known = ancestor ?? (isBaseWritten ? { text: base } : undefined);
  const merged = known && mergeFile(kind, { base: known.text, ours, theirs });
  if (merged?.ok) return merged;
  // Where nothing stands outside of the marks, the sides may be two items.
  const outside = base.trim() === '' ? undefined : base;
  return mergeFile(kind, { base: outside, ours, theirs, isBaseUnknown: true });
}
