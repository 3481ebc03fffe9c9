import type { Change } from '../model/change.ts';
import { dayOf, formatDay, minutesPerDay } from '../model/instant.ts';
import type { Milestone } from '../model/milestone.ts';
import { isClosed, type Task, type TaskStatus } from '../model/task.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import { completeItem } from './completeItem.ts';
import { dropItem } from './dropItem.ts';
import type { CommandInputs } from './inputs.ts';
import { reopenItem } from './reopenItem.ts';
import { resolveItem } from './resolveId.ts';

/** Brings a task or a milestone to a status, with the dates and the progress that belong to it. */
export function setStatus(ctx: CommandContext, input: CommandInputs['setStatus']): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const item = found.value;
  const { status } = input;
  if (item.kind !== 'task' && item.kind !== 'milestone') {
    return refuse(`${nameOf(item)} is a ${item.kind} and has no such status`, [item.id]);
  }
  if (status === 'done') return completeItem(ctx, { id: item.id });
  if (status === 'dropped') return dropItem(ctx, { id: item.id });
  if (item.kind === 'milestone') return reopenMilestone(ctx, item, status);
  if (status === item.status) return refuse(`${nameOf(item)} is ${status} already`, [item.id]);
  if (status === 'todo')
    return planChanges(`Put "${item.title}" back to do`, item.id, unbegun(item));
  const { started, changes } = begun(ctx, item, status);
  const since = started === undefined ? '' : `, started on ${started}`;
  return planChanges(`Set "${item.title}" to ${status}${since}`, item.id, changes);
}

/** Sets how much of a task is done: some of it begins the task, all of it completes it. */
export function setProgress(
  ctx: CommandContext,
  input: CommandInputs['setProgress'],
): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const task = found.value;
  if (task.kind !== 'task') {
    return refuse(`${nameOf(task)} is a ${task.kind} and has no progress of its own`, [task.id]);
  }
  const { percent } = input;
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
    return refuse('The progress is a whole percentage from 0 to 100', [task.id], 'field-value');
  }
  if (percent === 100) return completeItem(ctx, { id: task.id });
  const progress = setField(task.id, ['progress'], `${percent}%`);
  const isBegun = percent > 0 && (task.status === 'todo' || isClosed(task));
  if (!isBegun && !isClosed(task)) {
    return planChanges(`Set "${task.title}" to ${percent}%`, task.id, [progress]);
  }
  if (percent === 0) {
    return refuse(`${nameOf(task)} is ${task.status}; set its status to todo instead`, [task.id]);
  }
  const { started, changes } = begun(ctx, task, 'doing');
  const since = started === undefined ? 'doing' : `doing, started on ${started}`;
  const title = `Set "${task.title}" to ${percent}% and ${since}`;
  return planChanges(title, task.id, [...changes, progress]);
}

function reopenMilestone(
  ctx: CommandContext,
  milestone: Milestone,
  status: TaskStatus,
): CommandResult {
  if (status === 'todo') return reopenItem(ctx, { id: milestone.id });
  const message = `${nameOf(milestone)} is a milestone: it is to do, done or dropped, not ${status}`;
  return refuse(message, [milestone.id], 'field-value');
}

/** As it was before anybody had begun with it. */
function unbegun(task: Task): readonly Change[] {
  const { id } = task;
  return [
    setField(id, ['status'], 'todo'),
    ...without(task, ['started', 'finished', 'progress', 'remaining']),
  ];
}

/** Under way: begun today, or on the day for which it was planned where that is past. */
function begun(
  ctx: CommandContext,
  task: Task,
  status: TaskStatus,
): { readonly started: string | undefined; readonly changes: readonly Change[] } {
  const isUnderWay = status === 'doing' || status === 'review';
  const started = isUnderWay && !task.started ? startDay(ctx, task) : undefined;
  return {
    started,
    changes: [
      setField(task.id, ['status'], status),
      ...(started === undefined ? [] : [setField(task.id, ['started'], started)]),
      ...without(task, ['finished']),
    ],
  };
}

function startDay(ctx: CommandContext, { id }: Task): string {
  const planned = ctx.schedule().datesOf(id)?.start ?? ctx.today;
  return formatDay(dayOf(Math.min(planned, ctx.today)) * minutesPerDay);
}

function without(
  task: Task,
  fields: readonly ('started' | 'finished' | 'progress' | 'remaining')[],
): readonly Change[] {
  return fields
    .filter(field => task[field] !== undefined)
    .map(field => setField(task.id, [field], undefined));
}
