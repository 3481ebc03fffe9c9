import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import type { Hunk } from './lineMap.ts';

/** What a difference of two trees says of one file. Paths are from the top of the repository. */
export interface FileChange {
  /** Undefined for a file that came. */
  readonly oldPath: string | undefined;
  /** Undefined for a file that went. */
  readonly newPath: string | undefined;
  readonly hunks: readonly Hunk[];
  /** True for bytes that git does not compare by lines. */
  readonly isBinary: boolean;
}

interface OpenChange {
  oldPath: string | undefined;
  newPath: string | undefined;
  hunks: Hunk[];
  isBinary: boolean;
}

/**
 * Reads what `git diff --unified=0` prints, as in git's own documentation of the format. The text of
 * lines is passed over by the counts of their hunk, so that no line can be taken for a head.
 *
 * @param onAdded is told every line that came, with the path of its file now
 */
export function parsePatch(
  patch: string,
  onAdded: (line: string, path: string) => void = () => undefined,
): readonly FileChange[] {
  const [step] = parseSteps(patch, onAdded);
  return step?.changes ?? [];
}

/** What one commit of several changed. */
export interface PatchStep {
  /** Empty before the first mark. */
  readonly commit: string;
  readonly changes: readonly FileChange[];
}

/** With this and its name each commit begins, in a log of patches. */
export const stepMark = 'gantry-step ';

/** As {@link parsePatch}, for a log of several commits. */
export function parseSteps(
  log: string,
  onAdded: (line: string, path: string) => void = () => undefined,
): readonly PatchStep[] {
  const steps: { readonly commit: string; readonly changes: OpenChange[] }[] = [];
  let changes: OpenChange[] = [];
  let skip = 0;
  for (const line of linesOf(log)) {
    if (skip > 0) {
      if (line.startsWith('+')) onAdded(line.slice(1), changes.at(-1)?.newPath ?? '');
      // A line without an end at the end of a file is told by a line of its own.
      if (!line.startsWith('\\')) skip -= 1;
      continue;
    }
    if (line.startsWith(stepMark) || steps.length === 0) {
      changes = [];
      steps.push({ commit: line.startsWith(stepMark) ? line.slice(stepMark.length) : '', changes });
    }
    if (line.startsWith('diff --git ')) changes.push(openChange(line));
    const change = changes.at(-1);
    if (!change) continue;
    const hunk = readHunk(line);
    if (hunk) {
      change.hunks.push(hunk);
      skip = hunk.oldCount + hunk.newCount;
    } else readHead(line, change);
  }
  return steps;
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    yield text.slice(start, end);
    start = end + 1;
  }
  if (start < text.length) yield text.slice(start);
}

/** Only a change of the mode and an empty file have no further heads: then both names are the same. */
function openChange(line: string): OpenChange {
  const names = line.slice('diff --git '.length);
  const quoted = /^("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*")$/.exec(names);
  const half = (names.length - 1) / 2;
  const oldName = quoted?.[1] ?? names.slice(0, half);
  const newName = quoted?.[2] ?? names.slice(half + 1);
  return {
    oldPath: pathOf(oldName, 'a/'),
    newPath: pathOf(newName, 'b/'),
    hunks: [],
    isBinary: false,
  };
}

function readHunk(line: string): Hunk | undefined {
  const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
  if (!match) return undefined;
  return {
    oldStart: Number(match[1]),
    oldCount: match[2] === undefined ? 1 : Number(match[2]),
    newStart: Number(match[3]),
    newCount: match[4] === undefined ? 1 : Number(match[4]),
  };
}

function readHead(line: string, change: OpenChange): void {
  if (line.startsWith('--- ')) change.oldPath = pathOf(line.slice(4), 'a/');
  else if (line.startsWith('+++ ')) change.newPath = pathOf(line.slice(4), 'b/');
  else if (line.startsWith('rename from ')) change.oldPath = pathOf(line.slice(12), '');
  else if (line.startsWith('rename to ')) change.newPath = pathOf(line.slice(10), '');
  else if (line.startsWith('copy from ')) change.oldPath = undefined;
  else if (line.startsWith('copy to ')) change.newPath = pathOf(line.slice(8), '');
  else if (line.startsWith('new file mode ')) change.oldPath = undefined;
  else if (line.startsWith('deleted file mode ')) change.newPath = undefined;
  else if (line.startsWith('Binary files ')) change.isBinary = true;
}

function pathOf(written: string, prefix: string): string | undefined {
  const name = written.startsWith('"') ? unquote(written) : written.replace(/\t$/, '');
  if (name === '/dev/null') return undefined;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

const escapes = new Map([
  ['a', 7],
  ['b', 8],
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['"', 34],
  ['\\', 92],
]);

/** A name in quotes: C escapes, and bytes of UTF-8 in octal. */
function unquote(quoted: string): string {
  const bytes: number[] = [];
  const inner = quoted.slice(1, quoted.lastIndexOf('"'));
  for (const part of inner.match(/\\[0-7]{3}|\\.|[^\\]+/gu) ?? []) {
    if (!part.startsWith('\\')) bytes.push(...encodeUtf8(part));
    else if (/^\\[0-7]{3}$/.test(part)) bytes.push(parseInt(part.slice(1), 8));
    else bytes.push(escapes.get(part.slice(1)) ?? part.charCodeAt(1));
  }
  return decodeUtf8(new Uint8Array(bytes));
}
