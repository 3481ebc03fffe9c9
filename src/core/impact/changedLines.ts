import type { CodePlaceNow } from '../anchors/resolution.ts';
import type { FileChange } from '../anchors/parsePatch.ts';

/** True where a change touches a place: its lines, the file, or a folder that holds the file. */
export function touches({ newPath, hunks, isBinary }: FileChange, place: CodePlaceNow): boolean {
  if (newPath === undefined) return false;
  if (place.path.endsWith('/')) return newPath.startsWith(place.path);
  if (newPath !== place.path) return false;
  const { line, endLine } = place;
  if (line === undefined || isBinary) return true;
  const last = endLine ?? line;
  return hunks.some(({ newStart, newCount }) =>
    newCount === 0
      ? // Lines were taken out after this one: between two of the place.
        newStart >= line && newStart < last
      : newStart <= last && newStart + newCount > line,
  );
}

/** How many lines came and went, in all. */
export function countLines(changes: readonly FileChange[]): {
  readonly added: number;
  readonly removed: number;
} {
  let added = 0;
  let removed = 0;
  for (const { newCount, oldCount } of changes.flatMap(({ hunks }) => hunks)) {
    added += newCount;
    removed += oldCount;
  }
  return { added, removed };
}
