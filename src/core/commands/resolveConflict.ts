import { isMergedByEntry, readWritten, writtenValue } from '../merge/writtenValue.ts';
import { projectId, type Change, type PlainValue } from '../model/change.ts';
import { kindOfId } from '../model/ids.ts';
import type { FieldPath } from '../model/problem.ts';
import { readItemText } from '../store/itemText.ts';
import { rawEntries, rawFieldsOf, rawValueAt } from '../store/rawFields.ts';
import { drawId } from './addItem.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';

/** What stands in an entry of `conflicts`. */
interface OpenConflict {
  readonly place: FieldPath;
  /** Undefined for a whole item of the other side. */
  readonly field: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  readonly item: string | undefined;
}

type FieldsOf = ReturnType<typeof rawFieldsOf>;

/** Decides what a merge has left open, and takes the note of it out. */
export function resolveConflict(
  ctx: CommandContext,
  { id, field, side }: CommandInputs['resolveConflict'],
): CommandResult {
  const fields = rawFieldsOf(ctx.snapshot, id);
  const all = rawEntries(fields, ['conflicts']).map(openConflict);
  const open = all.filter(conflict => field === undefined || conflict.field === field);
  if (open.length === 0) {
    const what = field === undefined ? `${id} has nothing` : `\`${field}\` of ${id} is not`;
    return refuse(`${what} left open by a merge`, [id]);
  }
  const changes: Change[] = [];
  // From the end, so that the places of the others stay right.
  for (const conflict of [...open].reverse()) {
    if (conflict.item !== undefined) {
      const added = addOther(ctx, id, conflict.item);
      if (!added) return refuse(`The other item under ${id} cannot be understood; mend it by hand`);
      changes.push(added);
    } else if (side === 'theirs') changes.push(...takeTheirs(id, fields, conflict));
    else changes.push(...keepOurs(id, fields, conflict));
    changes.push(setField(id, conflict.place, undefined));
  }
  const isAll = open.length === all.length;
  const kept = isAll ? changes.filter(change => !isNote(change)) : changes;
  if (isAll) kept.push(setField(id, ['conflicts'], undefined));
  const what = field === undefined ? id : `\`${field}\` of ${id}`;
  return planChanges(`Resolve ${what} with ${side}`, id, kept);
}

function isNote(change: Change): boolean {
  return change.kind === 'set' && change.field[0] === 'conflicts';
}

function openConflict({ path, value }: { path: FieldPath; value: PlainValue }): OpenConflict {
  const text = (key: string): string | undefined => {
    const found = rawValueAt({ value }, ['value', key]);
    return found === undefined || found === null ? undefined : writtenValue(found);
  };
  const [field, ours, theirs, item] = ['field', 'ours', 'theirs', 'item'].map(text);
  return { place: path, field, ours, theirs, item };
}

/** The other item under an id of its own; what names the id goes on naming ours. */
function addOther(ctx: CommandContext, id: string, text: string): Change | undefined {
  const fields = readItemText(text);
  const kind = kindOfId(id);
  if (!fields || !kind) return undefined;
  return { kind: 'add', id: drawId(ctx, kind), fields };
}

function takeTheirs(id: string, fields: FieldsOf, conflict: OpenConflict): readonly Change[] {
  const { path, place, theirs } = readPlace(id, fields, conflict, conflict.ours);
  if (!isMergedByEntry(kindOf(id), path)) return [setField(id, path, theirs)];
  if (place) return [setField(id, place, theirs)];
  return [];
}

/** Ours stands already, save an entry that we took out and that was kept for this decision. */
function keepOurs(id: string, fields: FieldsOf, conflict: OpenConflict): readonly Change[] {
  if (conflict.ours !== undefined || conflict.theirs === undefined) return [];
  const { path, place } = readPlace(id, fields, conflict, conflict.theirs);
  return isMergedByEntry(kindOf(id), path) && place ? [setField(id, place, undefined)] : [];
}

function readPlace(
  id: string,
  fields: FieldsOf,
  { field = '', theirs }: OpenConflict,
  entry: string | undefined,
): { readonly path: FieldPath; readonly place?: FieldPath; readonly theirs?: PlainValue } {
  const path = pathOf(field);
  const value = theirs === undefined ? undefined : readWritten(kindOf(id), path, theirs);
  const found = rawEntries(fields, path).find(each => writtenValue(each.value) === entry);
  return {
    path,
    ...(found ? { place: found.path } : {}),
    ...(value === undefined ? {} : { theirs: value }),
  };
}

const pathOf = (field: string): FieldPath => field.split('.');

function kindOf(id: string): 'project' | 'baseline' | NonNullable<ReturnType<typeof kindOfId>> {
  return id === projectId ? 'project' : (kindOfId(id) ?? 'baseline');
}
