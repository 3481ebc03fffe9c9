import type { FileSince } from './codeNow.ts';
import { chainLineMaps, createLineMap, sameLines, type LineMap } from './lineMap.ts';
import type { FileChange } from './parsePatch.ts';

/** A file on its way through the commits. */
export interface FollowedFile {
  readonly path: string;
  /** The place of the first step that comes after the recorded commit. */
  readonly from: number;
  /** What leads from a commit on a branch beside to the step before; else undefined. */
  readonly before: readonly FileChange[] | undefined;
}

/**
 * Follows files through the changes of one commit after the other, with their renames.
 *
 * @param steps the changes of each commit, the oldest first
 */
export function followFiles(
  files: readonly FollowedFile[],
  steps: readonly (readonly FileChange[])[],
): readonly (FileSince | undefined)[] {
  const changes = steps.map(step => new Map(step.map(change => [change.oldPath, change])));
  const maps = new Map<FileChange, LineMap>();
  const mapOf = (change: FileChange): LineMap => {
    const known = maps.get(change) ?? createLineMap(change.hunks);
    maps.set(change, known);
    return known;
  };
  const touching = indexSteps(steps);
  return files.map(({ path, from, before }) => {
    const passed = passedChanges(path, { before, from, touching, changes });
    if (passed.some(({ isBinary }) => isBinary)) return undefined;
    const last = passed.at(-1);
    return {
      path: last ? last.newPath : path,
      lines: last ? chainLineMaps(passed.map(mapOf)) : sameLines,
    };
  });
}

/** What a file comes through, in order. */
function passedChanges(
  path: string,
  {
    before = [],
    from,
    touching,
    changes,
  }: {
    readonly before: readonly FileChange[] | undefined;
    readonly from: number;
    readonly touching: ReadonlyMap<string, readonly number[]>;
    readonly changes: readonly ReadonlyMap<string | undefined, FileChange>[];
  },
): readonly FileChange[] {
  const first = before.find(({ oldPath }) => oldPath === path);
  const passed: FileChange[] = first ? [first] : [];
  let now: string | undefined = first ? first.newPath : path;
  let at = from;
  while (now !== undefined) {
    const next = nextStep(touching.get(now) ?? [], at);
    const change = next === undefined ? undefined : changes[next]?.get(now);
    if (next === undefined || !change) break;
    passed.push(change);
    now = change.newPath;
    at = next + 1;
  }
  return passed;
}

/** The steps in which a path changes, by path. */
function indexSteps(
  steps: readonly (readonly FileChange[])[],
): ReadonlyMap<string, readonly number[]> {
  const touching = new Map<string, number[]>();
  for (const [place, step] of steps.entries()) {
    for (const { oldPath } of step) {
      if (oldPath === undefined) continue;
      const known = touching.get(oldPath);
      if (known) known.push(place);
      else touching.set(oldPath, [place]);
    }
  }
  return touching;
}

function nextStep(places: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return places[low];
}
