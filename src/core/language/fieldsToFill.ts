import { fieldTables } from '../format/fields.ts';
import type { ItemKind } from '../model/ids.ts';
import type { NoteType } from '../model/note.ts';

/** A field that is text of its own, and how it is written. */
export interface FieldToFill {
  readonly key: string;
  readonly form: 'text' | 'list';
}

/** What a note of each type is there for. */
const noteKeys: Readonly<Record<NoteType, readonly string[]>> = {
  meeting: ['agenda', 'summary', 'decisions', 'actions', 'affects'],
  standup: ['summary', 'actions'],
  lesson: ['summary', 'affects'],
  note: ['summary', 'affects'],
};

const decisionKeys: readonly string[] = [
  'context',
  'decision',
  'alternatives',
  'consequences',
  'affects',
  'code',
];

/**
 * The fields that a person writes into the file of a new decision or note, in the order of the file;
 * none of those that it has, and none for other kinds.
 */
export function fieldsToFill(
  kind: ItemKind,
  type: NoteType | undefined,
  has: (key: string) => boolean,
): readonly FieldToFill[] {
  const wanted = kind === 'decision' ? decisionKeys : type === undefined ? [] : noteKeys[type];
  return fieldTables[kind].flatMap(({ key, value }): readonly FieldToFill[] =>
    wanted.includes(key) && !has(key)
      ? [{ key, form: value.kind === 'list' ? 'list' : 'text' }]
      : [],
  );
}
