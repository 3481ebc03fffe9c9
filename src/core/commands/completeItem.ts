import type { Change } from '../model/change.ts';
import { formatPlanDate, isPlausible, minutesPerDay, type Instant } from '../model/instant.ts';
import type { Milestone } from '../model/milestone.ts';
import { milestoneOfTask } from '../model/milestoneOfTask.ts';
import type { Note } from '../model/note.ts';
import type { Item } from '../model/plan.ts';
import { isClosed, type Task } from '../model/task.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { writtenField } from '../store/rawFields.ts';
import { descendantsOf } from '../schedule/loopOfLinks.ts';
import { resolveItem } from './resolveId.ts';

/** How many open tasks are named when they stand in the way. */
const mostNamed = 4;

/** Brings an item to the end of its kind: done, reached, closed, accepted. */
export function completeItem(
  ctx: CommandContext,
  input: CommandInputs['completeItem'],
): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const item = found.value;
  const on = input.on ?? ctx.today;
  if (!Number.isInteger(on) || !isPlausible(on)) {
    return refuse('The day of completion is outside of what a plan can speak of', [item.id]);
  }
  const date = dateText(on);
  switch (item.kind) {
    case 'task':
      return completeTask(ctx, item, date);
    case 'milestone':
      return completeMilestone(ctx, item, date);
    case 'risk':
      if (item.status === 'closed') return alreadySo(item, 'closed');
      return complete(item, [setField(item.id, ['status'], 'closed')]);
    case 'decision': {
      if (item.status === 'accepted') return alreadySo(item, 'accepted');
      const decided = item.decidedOn ? [] : [setField(item.id, ['decidedOn'], date)];
      return complete(item, [setField(item.id, ['status'], 'accepted'), ...decided]);
    }
    case 'note':
      return completeNote(ctx, item);
  }
}

function completeTask({ snapshot }: CommandContext, task: Task, date: string): CommandResult {
  if (task.status === 'done') return alreadySo(task, 'done');
  const open = descendantsOf(snapshot.plan, task.id).filter(id => {
    const below = snapshot.plan.tasks.get(id);
    return below && !isClosed(below);
  });
  if (open.length > 0) {
    const message = `${nameOf(task)} has open sub-tasks: ${listed(open)}; complete those first`;
    return refuse(message, [task.id, ...open]);
  }
  const changes = [setField(task.id, ['status'], 'done'), setField(task.id, ['finished'], date)];
  if (task.progress !== undefined) changes.push(setField(task.id, ['progress'], undefined));
  if (task.remaining) changes.push(setField(task.id, ['remaining'], undefined));
  return complete(task, changes);
}

function completeMilestone(
  { snapshot: { plan } }: CommandContext,
  milestone: Milestone,
  date: string,
): CommandResult {
  if (milestone.reached) return alreadySo(milestone, 'reached');
  const open = [...plan.tasks.values()].filter(
    task => !isClosed(task) && milestoneOfTask(plan, task.id) === milestone.id,
  );
  if (open.length > 0) {
    const ids = open.map(({ id }) => id);
    const message = `${nameOf(milestone)} has open tasks: ${listed(ids)}; complete or drop those first, or move them to another milestone`;
    return refuse(message, [milestone.id, ...ids]);
  }
  const undrop = milestone.isDropped ? [setField(milestone.id, ['dropped'], undefined)] : [];
  return complete(milestone, [setField(milestone.id, ['reached'], date), ...undrop]);
}

function listed(ids: readonly string[]): string {
  const named = ids.slice(0, mostNamed).join(', ');
  return ids.length > mostNamed ? `${named} and ${ids.length - mostNamed} more` : named;
}

function completeNote({ snapshot }: CommandContext, note: Note): CommandResult {
  const open = [...note.actions.keys()].filter(i => note.actions[i]?.isDone === false);
  if (note.actions.length === 0) {
    return refuse(`${nameOf(note)} has no action items to complete`, [note.id]);
  }
  if (open.length === 0) return alreadySo(note, 'done');
  return complete(
    note,
    open.map(i => setField(note.id, writtenField(snapshot, note.id, ['actions', i, 'done']), true)),
  );
}

function complete(item: Item, changes: readonly Change[]): CommandResult {
  return planChanges(`Complete "${item.title}"`, item.id, changes);
}

function alreadySo(item: Item, state: string): CommandResult {
  return refuse(`${nameOf(item)} is ${state} already`, [item.id]);
}

function dateText(at: Instant): string {
  return formatPlanDate({ at, hasTime: at % minutesPerDay !== 0 });
}
