import type { Change, PlainValue } from '../model/change.ts';
import { formatPlanDate } from '../model/instant.ts';
import type { ActionItem } from '../model/note.ts';
import { writtenField } from '../store/rawFields.ts';
import { drawId } from './addItem.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { resolveItem } from './resolveId.ts';

/** Makes tasks of action items of a note: with who does it and by when, named in the note. */
export function addActionTasks(
  ctx: CommandContext,
  input: CommandInputs['addActionTasks'],
): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const note = found.value;
  if (note.kind !== 'note') {
    return refuse(`${nameOf(note)} is a ${note.kind}; only notes have action items`, [note.id]);
  }
  const open = [...note.actions.keys()].filter(place => isWaiting(note.actions[place]));
  const places = input.places ?? open;
  const stray = places.find(place => !open.includes(place));
  if (stray !== undefined) {
    const message = `${nameOf(note)} has no open action item ${stray + 1} that is not a task yet`;
    return refuse(message, [note.id]);
  }
  if (places.length === 0) {
    return refuse(`${nameOf(note)} has no open action item that is not a task yet`, [note.id]);
  }
  const taken = new Set(ctx.takenIds);
  const changes = places.flatMap((place): readonly Change[] => {
    const action = note.actions[place];
    if (!action) return [];
    const id = drawId({ ...ctx, takenIds: taken }, 'task');
    taken.add(id);
    return [
      { kind: 'add', id, fields: fieldsOf(action) },
      setField(note.id, writtenField(ctx.snapshot, note.id, ['actions', place, 'task']), id),
    ];
  });
  const count = places.length === 1 ? 'a task' : `${places.length} tasks`;
  return planChanges(`Make ${count} of the action items of "${note.title}"`, note.id, changes);
}

/** True for an action item that is neither done nor a task. */
export function isWaiting(action: ActionItem | undefined): boolean {
  return action !== undefined && !action.isDone && action.task === undefined;
}

function fieldsOf({ text, assignee, due }: ActionItem): Readonly<Record<string, PlainValue>> {
  const title = text.trim().split(/\r?\n/)[0] ?? '';
  return {
    title,
    ...(assignee === undefined ? {} : { assignees: [assignee] }),
    ...(due === undefined ? {} : { deadline: formatPlanDate(due) }),
  };
}
