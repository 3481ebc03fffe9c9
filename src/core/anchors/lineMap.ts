/** A part of a file that changed: lines of the old text that became lines of the new one. */
export interface Hunk {
  /** The first line that went, counted from one. Without lines that went: the line before. */
  readonly oldStart: number;
  readonly oldCount: number;
  /** The first line that came, counted from one. Without lines that came: the line before. */
  readonly newStart: number;
  readonly newCount: number;
}

/** A stretch of lines that a difference leaves as they were. */
export interface KeptRun {
  /** In the new text, counted from one. */
  readonly start: number;
  /** Infinite after the last change. */
  readonly end: number;
}

/** Where the lines of an old text are in a new one. */
export interface LineMap {
  /** Undefined for a line that is not there any more as it was. */
  readonly toNew: (line: number) => number | undefined;
  /** True for a line of the new text that stood nowhere in the old one. */
  readonly isAdded: (line: number) => boolean;
  /** The kept lines around a line of the old text that is kept. */
  readonly runAround: (line: number) => KeptRun | undefined;
  /** What became of a line that went: the lines that stand in its place. */
  readonly hunkAt: (line: number) => Hunk | undefined;
}

/** @param hunks in the order of the text, not touching one another */
export function createLineMap(hunks: readonly Hunk[]): LineMap {
  return {
    toNew: line => {
      const before = hunks[lastStartingBy(hunks, line, 'old')];
      if (!before) return line;
      const end = endOf(before.oldStart, before.oldCount);
      return line <= end ? undefined : line - end + endOf(before.newStart, before.newCount);
    },
    isAdded: line => {
      const before = hunks[lastStartingBy(hunks, line, 'new')];
      return before !== undefined && line <= endOf(before.newStart, before.newCount);
    },
    runAround: line => {
      const place = lastStartingBy(hunks, line, 'old');
      const [before, after] = [hunks[place], hunks[place + 1]];
      if (before && line <= endOf(before.oldStart, before.oldCount)) return undefined;
      return {
        start: before ? endOf(before.newStart, before.newCount) + 1 : 1,
        end: after ? firstOf(after.newStart, after.newCount) - 1 : Infinity,
      };
    },
    hunkAt: line => {
      const before = hunks[lastStartingBy(hunks, line, 'old')];
      return before && line <= endOf(before.oldStart, before.oldCount) ? before : undefined;
    },
  };
}

/** One map after the other. Of lines that came on the way nothing is known. */
export function chainLineMaps(maps: readonly LineMap[]): LineMap {
  return {
    toNew: line => maps.reduce<number | undefined>((at, map) => at && map.toNew(at), line),
    isAdded: () => true,
    runAround: () => undefined,
    hunkAt: () => undefined,
  };
}

/** Nothing has changed. */
export const sameLines: LineMap = createLineMap([]);

/** The last line that a side of a hunk covers; without lines, the line before the place. */
function endOf(start: number, count: number): number {
  return count === 0 ? start : start + count - 1;
}

/** The first line that a side of a hunk covers; without lines, the line after the place. */
function firstOf(start: number, count: number): number {
  return count === 0 ? start + 1 : start;
}

/** The place of the last hunk that begins at a line or before it; -1 when there is none. */
function lastStartingBy(hunks: readonly Hunk[], line: number, side: 'old' | 'new'): number {
  let low = 0;
  let high = hunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const hunk = hunks[middle];
    if (!hunk) break;
    const first =
      side === 'old'
        ? firstOf(hunk.oldStart, hunk.oldCount)
        : firstOf(hunk.newStart, hunk.newCount);
    if (first <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
