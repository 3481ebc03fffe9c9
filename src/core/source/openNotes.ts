import { lastStep } from '../base/lastStep.ts';
import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { FoundLine } from './foundLine.ts';
import { findOpenNote } from './sourceIds.ts';

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

/** Of lines that may be notes, those that are, and say what there is to do. */
export function* notesInSteps(lines: Iterable<FoundLine>): Generator<undefined, readonly NoteAt[]> {
  const notes: NoteAt[] = [];
  let count = 0;
  for (const { path, line, text } of lines) {
    if (++count % stepSize === 0) yield;
    if (text.length > longestLine) continue;
    const note = findOpenNote(text);
    if (note && note.text !== '') notes.push({ path, line, word: note.word, text: note.text });
  }
  return notes;
}

/** The notes in the text of one file. */
export function notesInText(path: string, text: string): readonly NoteAt[] {
  if (!/TODO|FIXME/.test(text)) return [];
  const lines = text.split(/\r\n|\r|\n/).map((each, i) => ({ path, line: i + 1, text: each }));
  return lastStep(notesInSteps(lines));
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
export function groupNotes(notes: readonly NoteAt[]): readonly NoteFolder[] {
  const files = new Map<string, Map<string, NoteAt[]>>();
  for (const note of [...notes].sort(byPlace)) {
    const entries = files.get(note.path) ?? new Map<string, NoteAt[]>();
    files.set(note.path, entries);
    const key = `${note.word} ${note.text}`;
    const known = entries.get(key);
    if (known) known.push(note);
    else entries.set(key, [note]);
  }
  const folders = new Map<string, NoteFile[]>();
  for (const [path, entries] of files) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const file = { path, entries: [...entries.values()].flatMap(entryOf) };
    const known = folders.get(folder);
    if (known) known.push(file);
    else folders.set(folder, [file]);
  }
  return [...folders]
    .map(([path, own]) => ({ path, files: own }))
    .sort((a, b) => compareText(a.path, b.path));
}

const byPlace = compareBy<NoteAt>(
  (a, b) => compareText(a.path, b.path),
  (a, b) => compareNumber(a.line, b.line),
);

function entryOf(notes: readonly NoteAt[]): readonly NoteEntry[] {
  const [first] = notes;
  if (!first) return [];
  const { path, word, text } = first;
  return [{ path, word, text, lines: notes.map(({ line }) => line) }];
}
