import { refused } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import { formatDay } from '../model/instant.ts';
import { isClosed } from '../model/task.ts';
import type { Bar } from '../schedule/taskEdits.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { moveMilestone } from './moveMilestone.ts';
import { moveStart, refuseEarlier } from './moveStart.ts';
import { resolveItem } from './resolveId.ts';
import { resizeTask } from './resizeTask.ts';

/** Moves or resizes what a bar of the chart stands for: one line of the file for each of both. */
export function rescheduleTask(
  ctx: CommandContext,
  input: CommandInputs['rescheduleTask'],
): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const item = found.value;
  if (item.kind === 'milestone') return moveMilestone(item, input.start);
  if (item.kind !== 'task') return refuse(`${nameOf(item)} has no dates to move`, [item.id]);
  const dates = ctx.schedule().datesOf(item.id);
  if (!dates) {
    const message = `${nameOf(item)} has no dates in the schedule; mend what keeps it from being placed first`;
    return refuse(message, [item.id]);
  }
  if (dates.kind === 'summary') {
    const message = `The dates of ${nameOf(item)} follow from its sub-tasks; move those`;
    return refuse(message, [item.id]);
  }
  if (isClosed(item)) {
    return refuse(`${nameOf(item)} is ${item.status}; reopen it to move it`, [item.id]);
  }
  const calendar = ctx.schedule().calendarOf(item.id);
  return plan(ctx, { item, dates, calendar }, input);
}

function plan(
  ctx: CommandContext,
  bar: Bar,
  input: CommandInputs['rescheduleTask'],
): CommandResult {
  const { item, dates } = bar;
  const changes: Change[] = [];
  const minutes = input.durationMinutes;
  if (minutes !== undefined && minutes !== dates.durationMinutes) {
    const resized = resizeTask(bar, minutes, ctx.snapshot.plan.project.durationScale);
    if (!resized.ok) return resized;
    changes.push(resized.value);
  }
  const isMoved = input.start !== undefined && input.start !== dates.start;
  if (input.start !== undefined && isMoved) {
    const early = input.start < dates.start ? refuseEarlier(bar, ctx.snapshot.plan) : undefined;
    if (early) return refused(early);
    const moved = moveStart(bar, input.start, minutes ?? dates.durationMinutes);
    if (!moved.ok) return moved;
    changes.push(moved.value);
  }
  const title = isMoved
    ? `Move "${item.title}" to ${formatDay(input.start ?? dates.start)}`
    : `Change the length of "${item.title}"`;
  return planChanges(title, item.id, changes);
}
