import type { Result } from '../base/result.ts';
import type { FileKind } from '../format/fields.ts';
import type { Problem } from '../model/problem.ts';
import { mergeFile, type MergedFile } from './mergeFile.ts';
import { splitConflict } from './splitConflict.ts';

/**
 * A file in which git has left its marks, merged field by field. Undefined where the marks do not
 * belong together, refused where a side is no YAML by itself.
 */
export function mergeMarks(kind: FileKind, text: string): Result<MergedFile, Problem> | undefined {
  const sides = splitConflict(text);
  if (!sides) return undefined;
  const merged = mergeFile(kind, sides);
  // What stands outside of the marks may be no YAML by itself; then there is no ancestor.
  return merged.ok ? merged : mergeFile(kind, { ...sides, base: '' });
}
