import type { Calendar } from '../calendar/calendar.ts';
import { dayNumber, minutesPerDay, type Instant, type PlanDate } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { finishMoment } from './dateMeaning.ts';

/** [PRJ-2] A plan without any date has to begin somewhere: on the first Monday of 2000. */
const lastResort = dayNumber(2000, 1, 3) * minutesPerDay;

/**
 * [PRJ-1] Where the project begins: the stated start; else the earliest actual date or constraint;
 * else the progress date; else the earliest promise.
 */
export function computeProjectStart(
  plan: Plan,
  calendar: Calendar,
  statusDate: Instant | undefined,
): Instant {
  if (plan.project.start) return calendar.nextWork(plan.project.start.at);
  const firm: (PlanDate | undefined)[] = [];
  const promised: (PlanDate | undefined)[] = [];
  for (const task of plan.tasks.values()) {
    firm.push(task.started, task.finished);
    if (task.constraint && 'date' in task.constraint) firm.push(task.constraint.date);
    promised.push(task.deadline);
  }
  for (const milestone of plan.milestones.values()) promised.push(milestone.reached, milestone.due);
  return calendar.nextWork(earliest(firm) ?? statusDate ?? earliest(promised) ?? lastResort);
}

/** [PRJ-3] Progress is known up to the end of the work of the status date. */
export function statusMoment(plan: Plan, calendar: Calendar): Instant | undefined {
  return plan.project.statusDate && finishMoment(plan.project.statusDate, calendar);
}

function earliest(dates: readonly (PlanDate | undefined)[]): Instant | undefined {
  return dates.reduce<Instant | undefined>(
    (first, date) => (date && (first === undefined || date.at < first) ? date.at : first),
    undefined,
  );
}
