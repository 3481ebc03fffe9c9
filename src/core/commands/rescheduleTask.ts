import type { Calendar } from '../calendar/calendar.ts';
import { ok, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import { formatConstraint, type DatedConstraint } from '../model/constraint.ts';
import {
  dayOf,
  formatDay,
  formatPlanDate,
  minutesPerDay,
  type Instant,
  type PlanDate,
} from '../model/instant.ts';
import { isClosed, type Task } from '../model/task.ts';
import type { Problem } from '../model/problem.ts';
import type { ItemDates } from '../schedule/schedule.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { moveMilestone } from './moveMilestone.ts';
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
  return plan({ ctx, item, dates, calendar }, input);
}

interface Bar {
  readonly ctx: CommandContext;
  readonly item: Task;
  readonly dates: ItemDates;
  readonly calendar: Calendar;
}

function plan(bar: Bar, input: CommandInputs['rescheduleTask']): CommandResult {
  const { ctx, item, dates } = bar;
  const changes: Change[] = [];
  const minutes = input.durationMinutes;
  if (minutes !== undefined && minutes !== dates.durationMinutes) {
    const resized = resizeTask(item, dates, minutes, ctx.snapshot.plan.project.durationScale);
    if (!resized.ok) return resized;
    changes.push(resized.value);
  }
  const isMoved = input.start !== undefined && input.start !== dates.start;
  if (input.start !== undefined && isMoved) {
    const moved = moveStart(bar, input.start, minutes ?? dates.durationMinutes);
    if (!moved.ok) return moved;
    changes.push(moved.value);
  }
  const title = isMoved
    ? `Move "${item.title}" to ${formatDay(input.start ?? dates.start)}`
    : `Change the length of "${item.title}"`;
  return planChanges(title, item.id, changes);
}

function moveStart(
  { item, dates, calendar }: Bar,
  to: Instant,
  durationMinutes: number,
): Result<Change, Problem> {
  if (item.started) return ok(setField(item.id, ['started'], formatStart(to, calendar)));
  const kind = item.constraint?.kind ?? 'ASAP';
  const start = dates.isElapsed ? to : calendar.nextWork(to);
  switch (kind) {
    case 'ASAP':
    case 'ALAP':
    case 'SNET':
    case 'MSO': {
      const named = kind === 'MSO' ? 'MSO' : 'SNET';
      return ok(constrain(item, named, startDate(start, calendar)));
    }
    case 'FNET':
    case 'MFO': {
      const finish = dates.isElapsed
        ? start + durationMinutes
        : calendar.addWork(start, durationMinutes);
      return ok(constrain(item, kind, finishDate(finish, calendar)));
    }
    case 'SNLT':
    case 'FNLT': {
      const limit = item.constraint ? formatConstraint(item.constraint) : kind;
      const message = `${nameOf(item)} has the limit ${limit}, and a task has one constraint; make the limit a deadline or take it out to move the task`;
      return refuse(message, [item.id]);
    }
  }
}

function constrain(item: Task, kind: DatedConstraint, date: PlanDate): Change {
  return setField(item.id, ['constraint'], formatConstraint({ kind, date }));
}

/** A plain date where the moment is the first of that day's work. */
export function startDate(at: Instant, calendar: Calendar): PlanDate {
  const midnight = dayOf(at) * minutesPerDay;
  const isFirst = at === midnight || calendar.nextWork(midnight) === at;
  return isFirst ? { at: midnight, hasTime: false } : { at, hasTime: true };
}

/** A plain date where the moment is the end of that day's work. */
export function finishDate(at: Instant, calendar: Calendar): PlanDate {
  const midnight = dayOf(at - 1) * minutesPerDay;
  const isLast = calendar.previousWork(midnight + minutesPerDay) === at;
  return isLast ? { at: midnight, hasTime: false } : { at, hasTime: true };
}

function formatStart(at: Instant, calendar: Calendar): string {
  return formatPlanDate(startDate(at, calendar));
}
