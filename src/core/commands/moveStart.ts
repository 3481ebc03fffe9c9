import { ok, type Result } from '../base/result.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Change } from '../model/change.ts';
import { formatConstraint, type DatedConstraint } from '../model/constraint.ts';
import { formatPlanDate, type Instant, type PlanDate } from '../model/instant.ts';
import { itemOf, type Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import type { ItemDates } from '../schedule/schedule.ts';
import { finishDate, startDate } from './barDates.ts';
import { nameOf, refuse, setField } from './commandPlan.ts';
import { ancestorsOf } from './loopOfLinks.ts';

/** A task with what decides how its bar is written. */
export interface Bar {
  readonly item: Task;
  readonly dates: ItemDates;
  readonly calendar: Calendar;
}

/**
 * Why a task cannot start earlier than it does: nothing but the plan's logic holds it there.
 * Undefined when a change of its own could let it.
 */
export function refuseEarlier({ item, dates, calendar }: Bar, plan: Plan): Problem | undefined {
  if (item.started ?? item.pinned) return undefined;
  const { constraint } = item;
  const kind = constraint?.kind ?? 'ASAP';
  const isHeldByDate =
    constraint && 'date' in constraint && kind === 'SNET'
      ? calendar.nextWork(constraint.date.at) >= dates.start
      : kind !== 'ASAP';
  if (isHeldByDate) return undefined;
  const holders = [item, ...ancestorsOf(plan, item.id).map(id => plan.tasks.get(id))];
  const names = holders.flatMap(holder =>
    (holder?.dependsOn ?? []).flatMap(({ predecessor }) => itemOf(plan, predecessor) ?? []),
  );
  const shown = [...new Set(names.slice(0, 3).map(nameOf)), ...(names.length > 3 ? ['…'] : [])];
  const cause =
    shown.length > 0
      ? `it waits for ${shown.join(', ')}; change what it waits for, or the link`
      : "it begins with the project, or with what is left to do on the status date; change the project's dates";
  const message = `${nameOf(item)} is as early as it can be: ${cause}`;
  return createProblem('command-refused', message, { items: [item.id] });
}

/**
 * The change that lets a task start at another moment: of its actual start, of the pin or the dated
 * constraint that holds it, or else a new start-no-earlier-than.
 *
 * @param durationMinutes its length after the move
 */
export function moveStart(
  { item, dates, calendar }: Bar,
  to: Instant,
  durationMinutes: number,
): Result<Change, Problem> {
  if (item.started)
    return ok(setField(item.id, ['started'], formatPlanDate(startDate(to, calendar))));
  const kind = item.constraint?.kind ?? 'ASAP';
  const start = dates.isElapsed ? to : calendar.nextWork(to);
  if (item.pinned) {
    return ok(setField(item.id, ['pinned'], formatPlanDate(startDate(start, calendar))));
  }
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
