import { ok, type Result } from '../base/result.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Change } from '../model/change.ts';
import { formatConstraint, type DatedConstraint } from '../model/constraint.ts';
import { formatPlanDate, type Instant, type PlanDate } from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import type { ItemDates } from '../schedule/schedule.ts';
import { finishDate, startDate } from './barDates.ts';
import { nameOf, refuse, setField } from './commandPlan.ts';

/** A task with what decides how its bar is written. */
export interface Bar {
  readonly item: Task;
  readonly dates: ItemDates;
  readonly calendar: Calendar;
}

/**
 * The change that lets a task start at another moment: of its actual start, of the dated constraint
 * that holds it, or else a new start-no-earlier-than.
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
