import { isId } from '../model/ids.ts';
import type { Comment } from './findComments.ts';

/** An id in a line of code. Characters are UTF-16 code units, as in an editor. */
export interface SourceId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** It is said that work is meant: `@task T-7KQ3`, `TODO(T-7KQ3)`; any other word could look so by chance. */
  readonly isMeant: boolean;
}

const anyId = /(?<![\p{L}\p{N}_/.-])[TMRDN]-[0-9A-Z]{4,12}(?![\p{L}\p{N}_])/gu;

/** Most lines have none: this is quicker to tell. */
const mayBeId = /[TMRDN]-[0-9A-Z]{4}/;
const meaning =
  /(?:@(?:task|risk|milestone|decision)[ \t:]+|\b(?:TODO|FIXME|HACK|XXX)[ \t]*[([:][ \t]*)$/;
/** So far back is looked for it: a line of a file that a machine made may hold thousands of ids. */
const widestMeaning = 80;

export function mayHoldIds(line: string): boolean {
  return mayBeId.test(line);
}

/** The ids in the comments of a line. */
export function findSourceIds(line: string, comments: readonly Comment[]): readonly SourceId[] {
  if (comments.length === 0 || !mayBeId.test(line)) return [];
  let place = 0;
  const found: SourceId[] = [];
  for (const match of line.matchAll(anyId)) {
    const [id] = match;
    while ((comments[place]?.end ?? Infinity) <= match.index) place += 1;
    if (match.index < (comments[place]?.start ?? Infinity) || !isId(id)) continue;
    const isMeant = meaning.test(line.slice(Math.max(0, match.index - widestMeaning), match.index));
    found.push({ id, start: match.index, end: match.index + id.length, isMeant });
  }
  return found;
}

/** A note of work to do that names no item. */
export interface OpenNote {
  /** `TODO` or `FIXME`. */
  readonly word: string;
  /** What there is to do, without the signs of the comment. */
  readonly text: string;
  /** Where the word stands. */
  readonly start: number;
  readonly end: number;
  /** Where a name stands in round brackets behind the word, the first of them is; else undefined. */
  readonly bracket: number | undefined;
}

/** The words that begin a note of work to do. */
export const noteWords = ['TODO', 'FIXME'] as const;

/** Whether a line may hold a note: this is quicker to tell. */
export function mayBeNote(line: string): boolean {
  return /TODO|FIXME/.test(line);
}

/** Its end is not asked for: blanks before an odd line end would be tried in every way. */
const note = /\b(TODO|FIXME)\b(?:\([^()]{0,80}\))?(?![\w(-])[ \t]*:?[ \t]*(.*)/;
const commentEnd = /(?:\*\/|-->|\*\)|-\}|""")$/;

/** A line of a notebook is a string of JSON: `"# TODO: plot it\n",`. */
const notebookLine = /^\s*"/;
const notebookEnd = /(?:\\n)?",?\s*$/;

/** A TODO or FIXME in a comment that has no id yet; undefined where the line has none. */
export function findOpenNote(line: string, comments: readonly Comment[]): OpenNote | undefined {
  const found = firstNote(line, comments);
  if (!found || findSourceIds(line, comments).length > 0) return undefined;
  const { match, start } = found;
  const [, word = '', rest = ''] = match;
  const said = notebookLine.test(line) ? rest.replace(notebookEnd, '') : rest;
  return {
    word,
    text: said.trimEnd().replace(commentEnd, '').trim(),
    start,
    end: start + word.length,
    bracket: line[start + word.length] === '(' ? start + word.length : undefined,
  };
}

function firstNote(
  line: string,
  comments: readonly Comment[],
): { readonly match: RegExpExecArray; readonly start: number } | undefined {
  for (const { start, end } of comments) {
    const match = note.exec(line.slice(start, end));
    if (match) return { match, start: start + match.index };
  }
  return undefined;
}

/** What stands in a comment before the cursor when an id is about to be written: its letters so far. */
export function startedId(before: string): string | undefined {
  const match =
    /(?:@(?:task|risk|milestone|decision)[ \t]+|\b(?:TODO|FIXME)\()([A-Z0-9-]*)$/i.exec(before) ??
    /(?<![\p{L}\p{N}_-])([TMRDN]-[0-9A-Z]*)$/u.exec(before);
  return match ? (match[1] ?? '') : undefined;
}
