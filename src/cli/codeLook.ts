import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What links to code are compared with. Paths are relative to the workspace folder. */
export interface CodeLook {
  readonly exists: (file: string) => boolean;
  /** Undefined for what has no lines: a folder, a file that is too large or may not be read. */
  readonly countLines: (file: string) => number | undefined;
  /** What a file is whose lines nobody compares, as a word; undefined for text and for what is not there. */
  readonly kindWithoutLines: (file: string) => string | undefined;
}

/** Files of code are smaller; the lines of others are not counted. */
const largestBytes = 20_000_000;

/** Looks at each path once. */
export function createCodeLook(workspace: string): CodeLook {
  const known = new Map<string, boolean>();
  const counts = new Map<string, number | undefined>();
  return {
    exists: file => {
      const isThere = known.get(file) ?? statOf(path.join(workspace, file)) !== undefined;
      known.set(file, isThere);
      return isThere;
    },
    countLines: file => {
      if (!counts.has(file)) counts.set(file, countLinesOf(path.join(workspace, file)));
      return counts.get(file);
    },
    kindWithoutLines: file => kindWithoutLines(path.join(workspace, file)),
  };
}

function kindWithoutLines(place: string): string | undefined {
  const stat = statOf(place);
  if (!stat?.isFile()) return undefined;
  if (stat.size > largestBytes) return 'too large';
  try {
    const bytes = readFileSync(place);
    if (!bytes.includes(0)) return undefined;
    const mark = bytes.subarray(0, 2).toString('hex');
    return mark === 'fffe' || mark === 'feff' ? 'UTF-16' : 'binary';
  } catch {
    return 'closed to us';
  }
}

function countLinesOf(place: string): number | undefined {
  const stat = statOf(place);
  if (!stat?.isFile() || stat.size > largestBytes) return undefined;
  try {
    const text = readFileSync(place, 'latin1');
    const ends = text.split('\n').length - 1;
    return text === '' || text.endsWith('\n') ? ends : ends + 1;
  } catch {
    // That the file may not be read is no fault of the link.
    return undefined;
  }
}

function statOf(place: string): ReturnType<typeof statSync> {
  try {
    return statSync(place, { throwIfNoEntry: false });
  } catch {
    // A part of the path is a file, or may not be looked into.
    return undefined;
  }
}
