import { isId } from '../model/ids.ts';

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

/** The signs that begin a comment in the languages that editors know. */
const commentStart = /(?:\/\/|\/\*|#|--|<!--|;|%|"""|'''|\(\*|\{-|(?:^|\s)'|^\s*\*|^\s*rem\b)/i;

/** The ids in a line, in code only those in its comment. */
export function findSourceIds(line: string, isProse = false): readonly SourceId[] {
  if (!mayBeId.test(line)) return [];
  const from = isProse ? 0 : line.search(commentStart);
  if (from < 0) return [];
  const found: SourceId[] = [];
  for (const match of line.matchAll(anyId)) {
    const [id] = match;
    if (match.index < from || !isId(id)) continue;
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
}

/** The words that begin a note of work to do. */
export const noteWords = ['TODO', 'FIXME'] as const;

/** Its end is not asked for: blanks before an odd line end would be tried in every way. */
const note = /\b(TODO|FIXME)\b(?![\w(-])[ \t]*:?[ \t]*(.*)/;
const commentEnd = /(?:\*\/|-->|\*\)|-\}|""")$/;

/** A line of a notebook is a string of JSON: `"# TODO: plot it\n",`. */
const notebookLine = /^\s*"/;
const notebookEnd = /(?:\\n)?",?\s*$/;

/** A TODO or FIXME in a comment that has no id yet; undefined where the line has none. */
export function findOpenNote(line: string): OpenNote | undefined {
  const from = line.search(commentStart);
  const match = from < 0 ? null : note.exec(line.slice(from));
  if (!match || findSourceIds(line).length > 0) return undefined;
  const [, word = '', rest = ''] = match;
  const start = from + match.index;
  const said = notebookLine.test(line) ? rest.replace(notebookEnd, '') : rest;
  return {
    word,
    text: said.trimEnd().replace(commentEnd, '').trim(),
    start,
    end: start + word.length,
  };
}

/** What stands before the cursor when an id is about to be written: the letters of it so far. */
export function startedId(before: string): string | undefined {
  const match =
    /(?:@(?:task|risk|milestone|decision)[ \t]+|\b(?:TODO|FIXME)\()([A-Z0-9-]*)$/i.exec(before) ??
    /(?<![\p{L}\p{N}_-])([TMRDN]-[0-9A-Z]*)$/u.exec(before);
  const isComment = commentStart.test(before);
  return match && isComment ? (match[1] ?? '') : undefined;
}
