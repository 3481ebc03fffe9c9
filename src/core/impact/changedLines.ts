import type { CodePlaceNow } from '../anchors/resolution.ts';
import type { FileChange } from '../anchors/parsePatch.ts';

/** True where a change touches a place at its end: its lines, the file, or a folder with the file. */
export function touches(change: FileChange, place: CodePlaceNow): boolean {
  const { newPath, oldPath, hunks, isBinary } = change;
  const { path, line } = place;
  const isHere = newPath === path;
  // A folder, whether it is written with a slash or not; what left it touches it as well.
  if (!isHere && line === undefined) return isBelow(newPath, path) || isBelow(oldPath, path);
  if (!isHere) return false;
  if (line === undefined || isBinary) return true;
  const last = place.endLine ?? line;
  return hunks.some(({ newStart, newCount }) =>
    newCount === 0
      ? // Lines were taken out after this one: between two of the place.
        newStart >= line && newStart < last
      : newStart <= last && newStart + newCount > line,
  );
}

/** True where a change takes out or replaces lines of a place as it was at its start, or all of them. */
export function takesFrom(change: FileChange, place: CodePlaceNow): boolean {
  const { oldPath, newPath, hunks, isBinary } = change;
  const { path, line } = place;
  if (line === undefined) return oldPath === path || isBelow(oldPath, path);
  if (oldPath !== path) return false;
  if (newPath === undefined || isBinary) return true;
  const last = place.endLine ?? line;
  return hunks.some(
    ({ oldStart, oldCount }) => oldCount > 0 && oldStart <= last && oldStart + oldCount > line,
  );
}

function isBelow(file: string | undefined, folder: string): boolean {
  return file?.startsWith(folder.endsWith('/') ? folder : `${folder}/`) === true;
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
