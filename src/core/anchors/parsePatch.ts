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

/** Told every line that came, with the path of its file now. */
export type OnAdded = (line: string, path: string) => void;

/**
 * Reads what `git diff --unified=0` prints, as in git's own documentation of the format. The text of
 * lines is passed over by the counts of their hunk, so that no line can be taken for a head.
 */
export function* patchInSteps(
  patch: string,
  onAdded?: OnAdded,
): Generator<undefined, readonly FileChange[]> {
  const [first] = yield* logInSteps(patch, onAdded);
  return first?.changes ?? [];
}

/** What one commit of several changed. */
export interface CommitPatch {
  /** Of two trees both names, with a blank between them. Empty before the first mark. */
  readonly commit: string;
  readonly changes: readonly FileChange[];
}

/** With this and its name each commit begins, in a log of patches. */
export const commitMark = 'gantry-step ';

/** What `git diff-tree --stdin` writes before the difference of two trees. */
const treePair = /^[0-9a-f]{40,64} [0-9a-f]{40,64}$/;

/** After so many lines there is a step: a few milliseconds on a slow machine. */
const stepSize = 1024;

/** As {@link patchInSteps}, for a log of several commits. */
export function* logInSteps(
  log: string,
  onAdded?: OnAdded,
): Generator<undefined, readonly CommitPatch[]> {
  const commits: { readonly commit: string; readonly changes: OpenChange[] }[] = [];
  let changes: OpenChange[] = [];
  let skip = 0;
  let count = 0;
  for (let start = 0, end = 0; start < log.length; start = end + 1) {
    end = endOfLine(log, start);
    if (++count % stepSize === 0) yield;
    if (skip > 0) {
      if (onAdded && log[start] === '+') {
        onAdded(log.slice(start + 1, end), changes.at(-1)?.newPath ?? '');
      }
      // A line without an end at the end of a file is told by a line of its own.
      if (log[start] !== '\\') skip -= 1;
      continue;
    }
    const line = log.slice(start, end);
    const mark = markOf(line);
    if (mark !== undefined || commits.length === 0) {
      changes = [];
      commits.push({ commit: mark ?? '', changes });
    }
    if (line.startsWith('diff --git ')) changes.push(openChange(line));
    const change = changes.at(-1);
    if (change) skip = readLine(line, change);
  }
  return commits;
}

function markOf(line: string): string | undefined {
  if (line.startsWith(commitMark)) return line.slice(commitMark.length);
  return treePair.test(line) ? line : undefined;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** Answers with the count of lines of text that follow. */
function readLine(line: string, change: OpenChange): number {
  const hunk = readHunk(line);
  if (!hunk) {
    readHead(line, change);
    return 0;
  }
  change.hunks.push(hunk);
  return hunk.oldCount + hunk.newCount;
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
