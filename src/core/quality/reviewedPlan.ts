import type { Calendar } from '../calendar/calendar.ts';
import { oldestFirst, type Baseline } from '../model/baseline.ts';
import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import { isClosed, type Task } from '../model/task.ts';
import { statusMoment } from '../schedule/projectStart.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';
import { tellInWorkingTime } from '../schedule/tellInWorkingTime.ts';
import { isPursued } from './isBinding.ts';

/** A plan as a reviewer looks at it: tasks that are no summaries, with their dates. */
export interface Reviewed {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly tasks: readonly ReviewedTask[];
  /** Those that are not closed. */
  readonly open: readonly ReviewedTask[];
  /** The ids of tasks that something waits for: another task, also through a summary, or a milestone. */
  readonly followed: ReadonlySet<string>;
  /** The end of the status date, or else today. */
  readonly now: Instant;
  /** From where on what is open may be planned. */
  readonly openFrom: Instant;
  readonly dayMinutes: number;
  /** From where float is high and a task long, in working minutes. */
  readonly longFrom: number;
  /** The one taken last. */
  readonly baseline: Baseline | undefined;
}

export interface ReviewedTask {
  readonly task: Task;
  /** With floats in working minutes, also those of elapsed work. */
  readonly dates: ItemDates;
  /** How long it takes in working minutes; of elapsed work those of the project's calendar. */
  readonly workMinutes: number;
}

/** The practice calls float and durations long from 44 working days on: two months. */
const longDays = 44;

const dayLength = 1440;

export function reviewPlan(plan: Plan, schedule: Schedule, today: Instant): Reviewed {
  const tasks: ReviewedTask[] = [];
  for (const task of plan.tasks.values()) {
    const dates = schedule.datesOf(task.id);
    if (dates && dates.kind !== 'summary') tasks.push(reviewTask(task, dates, schedule.calendar));
  }
  const { durationScale, quality } = plan.project;
  const dayMinutes = durationScale.minutesPerDay;
  return {
    plan,
    schedule,
    tasks,
    open: tasks.filter(({ task }) => !isClosed(task)),
    followed: findFollowed(plan),
    now: reviewedAt(plan.project, today),
    openFrom: findOpenFrom(plan.project, schedule.calendar, today),
    dayMinutes,
    longFrom: quality?.longFrom ?? longDays * dayMinutes,
    baseline: oldestFirst(plan.baselines).at(-1),
  };
}

/**
 * The limits of the practice are in working days, so that elapsed work, which also runs through nights
 * and days off, is held against them by the working time that it covers.
 */
export function reviewTask(task: Task, dates: ItemDates, calendar: Calendar): ReviewedTask {
  const { start, durationMinutes, isElapsed } = dates;
  const workMinutes = isElapsed
    ? calendar.workBetween(start, start + durationMinutes)
    : durationMinutes;
  return { task, dates: tellInWorkingTime(dates, calendar), workMinutes };
}

/** The end of the status date, or else today. */
export function reviewedAt({ statusDate }: Project, today: Instant): Instant {
  return statusDate ? statusDate.at + (statusDate.hasTime ? 0 : dayLength) : today;
}

/**
 * From where on what is open may be planned: the end of the work of the status date, after which the
 * schedule puts it, be it still on that day.
 */
export function findOpenFrom(project: Project, calendar: Calendar, today: Instant): Instant {
  const now = reviewedAt(project, today);
  return Math.min(now, statusMoment(project.statusDate, calendar) ?? now);
}

/** True of what has not begun although it was to, or is not over although it was to be. */
export function liesInPast({ task, dates }: ReviewedTask, openFrom: Instant): boolean {
  if (isClosed(task) || task.finished) return false;
  return dates.finish < openFrom || (!hasBegun(task, dates) && dates.start < openFrom);
}

function hasBegun({ started, status }: Task, { progress }: ItemDates): boolean {
  return started !== undefined || status === 'doing' || status === 'review' || progress > 0;
}

function findFollowed(plan: Plan): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { id, dependsOn } of plan.tasks.values()) {
    if (dependsOn.length === 0 || !isPursued(plan, id)) continue;
    for (const { predecessor } of dependsOn) named.add(predecessor);
  }
  const followed = new Set<string>();
  for (const task of plan.tasks.values()) {
    let at: Task | undefined = task;
    for (let depth = 0; at && depth <= plan.tasks.size; depth++) {
      const { milestone } = at;
      if (named.has(at.id) || (milestone !== undefined && isPursued(plan, milestone))) {
        followed.add(task.id);
        break;
      }
      at = at.parent === undefined ? undefined : plan.tasks.get(at.parent);
    }
  }
  return followed;
}
