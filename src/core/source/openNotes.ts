import { compareNumber, compareText } from '../base/order.ts';
import type { FoundLine } from './foundLine.ts';
import { syntaxOf, type Syntax } from './commentSigns.ts';
import { commentsAlone, commentsByLine, type Comment } from './findComments.ts';
import { findOpenNote, mayBeNote, type OpenNote } from './sourceIds.ts';

/** A note of work to do that stands somewhere in the code and names no item. */
export interface NoteAt {
  /** Relative to the workspace folder. */
  readonly path: string;
  /** Counted from one. */
  readonly line: number;
  /** `TODO` or `FIXME`. */
  readonly word: string;
  readonly text: string;
}

/** Longer lines are made by machines. In UTF-16 code units. */
const longestLine = 1000;

/** After so many lines there is a step: a few milliseconds on a slow machine. */
const stepSize = 256;

/** What lines tell that were found without the others of their files. */
export interface FoundNotes {
  readonly notes: readonly NoteAt[];
  /** Files with lines that may stand inside of comments which begin further up. */
  readonly unsure: readonly string[];
}

/** Of lines that may be notes, those that are, and say what there is to do. */
export function* notesInSteps(lines: Iterable<FoundLine>): Generator<undefined, FoundNotes> {
  const notes: NoteAt[] = [];
  const unsure = new Set<string>();
  let count = 0;
  for (const { path, line, text } of lines) {
    if (++count % stepSize === 0) yield;
    if (text.length > longestLine) continue;
    const syntax = syntaxOf(path);
    const comments = commentsAlone(text, syntax);
    const note = findOpenNote(text, comments);
    if (note) addNote(notes, note, { path, line });
    else if (!comments.some(each => isNoteIn(text, each)) && mayGoOn(syntax)) unsure.add(path);
  }
  return { notes: notes.filter(({ path }) => !unsure.has(path)), unsure: [...unsure] };
}

function isNoteIn(text: string, { start, end }: Comment): boolean {
  return mayBeNote(text.slice(start, end));
}

function mayGoOn(syntax: Syntax): boolean {
  return syntax.some(({ kind, isLong }) => isLong && kind !== 'text');
}

function addNote(
  notes: NoteAt[],
  { word, text }: OpenNote,
  at: Pick<NoteAt, 'path' | 'line'>,
): void {
  if (text !== '') notes.push({ ...at, word, text });
}

/** The notes in the text of one file. */
export function notesInText(path: string, text: string): readonly NoteAt[] {
  if (!mayBeNote(text)) return [];
  const lines = text.split(/\r\n|\r|\n/);
  const comments = commentsByLine(lines, syntaxOf(path));
  const notes: NoteAt[] = [];
  for (const [i, each] of lines.entries()) {
    if (each.length > longestLine || !mayBeNote(each)) continue;
    const note = findOpenNote(each, comments[i] ?? []);
    if (note) addNote(notes, note, { path, line: i + 1 });
  }
  return notes;
}

/** Notes of one file that say the same are one entry. */
export interface NoteEntry {
  readonly path: string;
  readonly word: string;
  readonly text: string;
  /** Counted from one, in order. */
  readonly lines: readonly number[];
}

export interface NoteFile {
  readonly path: string;
  readonly entries: readonly NoteEntry[];
}

export interface NoteFolder {
  /** Without a slash at its end; empty for the workspace folder itself. */
  readonly path: string;
  readonly files: readonly NoteFile[];
}

/** Notes by folder and file, in the order of the paths and lines. */
export function* groupInSteps(
  notes: Iterable<NoteAt>,
): Generator<undefined, readonly NoteFolder[]> {
  const folders = new Map<string, Map<string, NoteAt[]>>();
  let count = 0;
  for (const note of notes) {
    if (++count % stepSize === 0) yield;
    const folder = note.path.slice(0, Math.max(0, note.path.lastIndexOf('/')));
    const files = folders.get(folder) ?? new Map<string, NoteAt[]>();
    if (files.size === 0) folders.set(folder, files);
    const known = files.get(note.path);
    if (known) known.push(note);
    else files.set(note.path, [note]);
  }
  const grouped: NoteFolder[] = [];
  for (const path of [...folders.keys()].sort(compareText)) {
    const own = [...(folders.get(path) ?? [])].sort(([a], [b]) => compareText(a, b));
    const files: NoteFile[] = [];
    for (const [file, standing] of own) {
      files.push({ path: file, entries: entriesOf(standing) });
      yield;
    }
    grouped.push({ path, files });
  }
  return grouped;
}

function entriesOf(notes: readonly NoteAt[]): readonly NoteEntry[] {
  const entries = new Map<string, NoteAt[]>();
  for (const note of [...notes].sort((a, b) => compareNumber(a.line, b.line))) {
    const key = `${note.word} ${note.text}`;
    const known = entries.get(key);
    if (known) known.push(note);
    else entries.set(key, [note]);
  }
  return [...entries.values()].flatMap(entryOf);
}

function entryOf(notes: readonly NoteAt[]): readonly NoteEntry[] {
  const [first] = notes;
  if (!first) return [];
  const { path, word, text } = first;
  return [{ path, word, text, lines: notes.map(({ line }) => line) }];
}
