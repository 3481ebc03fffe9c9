import { outlineTasks } from '../core/interchange/outlineOrder.ts';
import { plainDates } from '../core/interchange/plainDates.ts';
import { formatInstant } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Problem } from '../core/model/problem.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import type {
  MovedDate,
  MovedItem,
  ScheduleComparison,
} from '../core/scenario/compareSchedules.ts';

/** Tasks in outline order; those that cannot be placed have no dates and are listed in `undated`. */
export function scheduleData(plan: Plan, schedule: Schedule): object {
  const tasks: object[] = [];
  const undated: object[] = [];
  for (const { task } of outlineTasks(plan, schedule)) {
    const { id, title, origin = null } = task;
    const dates = schedule.datesOf(id);
    if (dates) tasks.push({ id, title, origin, kind: dates.kind, ...plainDates(dates) });
    else undated.push({ id, title, origin, status: task.status });
  }
  const milestones = [...plan.milestones.values()].flatMap(({ id, title, origin = null }) => {
    const dates = schedule.datesOf(id);
    return dates ? [{ id, title, origin, ...plainDates(dates) }] : [];
  });
  const start = formatInstant(schedule.start);
  const finish = formatInstant(schedule.finish);
  return { project: { name: plan.project.name, start, finish }, tasks, milestones, undated };
}

/** What differs between two schedules, with times as text and lengths in working minutes. */
export function plainComparison(plan: Plan, comparison: ScheduleComparison): object {
  const { minutesPerDay } = plan.project.durationScale;
  const plainDate = ({ before, after, minutes }: MovedDate): object => ({
    before: formatInstant(before),
    after: formatInstant(after),
    minutes,
    days: Number((minutes / minutesPerDay).toFixed(2)),
  });
  const plainMove = ({ id, title, start, finish }: MovedItem): object => ({
    id,
    title,
    start: plainDate(start),
    finish: plainDate(finish),
  });
  const plainProblem = ({ code, severity, message, items }: Problem): object => ({
    code,
    severity,
    message,
    items,
  });
  return {
    ...comparison,
    finish: plainDate(comparison.finish),
    milestones: comparison.milestones.map(plainMove),
    tasks: comparison.tasks.map(plainMove),
    newProblems: comparison.newProblems.map(plainProblem),
    goneProblems: comparison.goneProblems.map(plainProblem),
  };
}
