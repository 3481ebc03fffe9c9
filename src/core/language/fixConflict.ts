import { quoted } from '../format/reading.ts';
import { readPlainFields } from '../merge/plainFields.ts';
import { mergeMarks } from '../merge/mergeMarks.ts';
import type { Side } from '../merge/mergeValues.ts';
import { editsFor, openConflicts } from '../merge/openConflicts.ts';
import type { Fix, FixContext } from './fix.ts';

/** Either side of what a merge has left open. */
export function fixOpenConflict({ kind, field, text }: FixContext): readonly Fix[] {
  const fields = readPlainFields(text);
  if (!fields) return [];
  const conflict = openConflicts(fields).find(({ place }) => place[1] === field?.[1]);
  if (conflict?.field === undefined) return [];
  const fix = (side: Side, title: string): Fix => ({
    kind: 'edit',
    title,
    edits: [
      ...editsFor(kind, fields, conflict, side),
      { kind: 'set', field: conflict.place, value: undefined },
    ],
  });
  const { ours, theirs } = conflict;
  return [
    fix('ours', ours === undefined ? 'Leave it out, as here' : `Keep ${quoted(ours)}`),
    fix('theirs', theirs === undefined ? 'Take it out, as there' : `Take ${quoted(theirs)}`),
  ];
}

/** The whole file merged field by field, where git has left its marks. */
export function fixMarks({ kind, text, ancestor }: FixContext): readonly Fix[] {
  const merged = mergeMarks(kind, text, ancestor);
  if (merged?.ok !== true) return [];
  const lines = text.split('\n');
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const range = { start: { line: 0, character: 0 }, end };
  return [{ kind: 'replace', title: 'Merge field by field', range, text: merged.value.text }];
}
