import { afterEdit, editsFor, openConflicts } from '../merge/openConflicts.ts';
import { projectId, type Change } from '../model/change.ts';
import { kindOfId } from '../model/ids.ts';
import { readPlainFields } from '../merge/plainFields.ts';
import { fileOfId, rawFieldsOf } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { drawId } from './addItem.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { nameInstead, referencesTo } from './references.ts';

/** Decides what a merge has left open, and takes the note of it out. */
export function resolveConflict(
  ctx: CommandContext,
  { id, field, side, namedBy = [] }: CommandInputs['resolveConflict'],
): CommandResult {
  const fields = rawFieldsOf(ctx.snapshot, id);
  const all = openConflicts(fields);
  const open = all.filter(conflict => field === undefined || conflict.field === field);
  if (open.length === 0) {
    const what = field === undefined ? `${id} has nothing` : `\`${field}\` of ${id} is not`;
    return refuse(`${what} left open by a merge`, [id]);
  }
  const kind = id === projectId ? 'project' : (kindOfId(id) ?? 'baseline');
  const isAll = open.length === all.length;
  const changes: Change[] = [];
  let current = fields;
  // The later of two notes on one field is of the later commit, and has the last word.
  for (const conflict of open) {
    if (conflict.item !== undefined) {
      const other = addOther(ctx, id, conflict.item, namedBy);
      if (!other) return refuse(`The other item under ${id} cannot be understood; mend it by hand`);
      changes.push(...other);
    }
    for (const edit of editsFor(kind, current, conflict, side)) {
      changes.push(setField(id, edit.field, edit.value));
      current = afterEdit(kind, current, edit);
    }
  }
  if (isAll) changes.push(setField(id, ['conflicts'], undefined));
  // From the end, so that the places of the others stay right.
  else changes.push(...open.toReversed().map(({ place }) => setField(id, place, undefined)));
  const what = field === undefined ? id : `\`${field}\` of ${id}`;
  return planChanges(`Resolve ${what} with ${side}`, id, changes);
}

/** The other item under an id of its own, which is named instead by those that meant it. */
function addOther(
  ctx: CommandContext,
  id: string,
  text: string,
  namedBy: readonly string[],
): readonly Change[] | undefined {
  const fields = readPlainFields(text);
  if (!fields) return undefined;
  const kind = kindOfId(id);
  if (!kind) return [{ kind: 'add', id: freeBaselineName(ctx.snapshot, id), fields }];
  const to = drawId(ctx, kind);
  const meant = referencesTo(ctx.snapshot, id).filter(reference => namedBy.includes(reference.id));
  return [
    { kind: 'add', id: to, fields },
    ...meant.map(reference => nameInstead(reference, id, to)),
  ];
}

function freeBaselineName(snapshot: Snapshot, name: string): string {
  for (let number = 2; ; number += 1) {
    const free = `${name}-${number}`;
    if (!fileOfId(snapshot, free)) return free;
  }
}
