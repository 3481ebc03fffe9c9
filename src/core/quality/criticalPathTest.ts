import { minutesPerDay, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { isScheduledBack } from '../schedule/projectStart.ts';
import { createScheduler } from '../schedule/scheduler.ts';
import type { Reviewed, ReviewedTask } from './reviewedPlan.ts';

/**
 * How long the critical path is delayed for the test, in days. The practice takes 600; 100 are as
 * telling, and stay within the years that are planned.
 */
const delayDays = 100;

/** What came of the test. */
export interface CriticalPathTest {
  /** The task that was made longer. */
  readonly task: string;
  /** The share of the delay that arrived at the end of the project that gives way. */
  readonly arrived: number;
  /** True where the plan is scheduled back from its finish, so that its start gives way. */
  readonly isAtStart: boolean;
}

/**
 * Makes the first open critical task 100 days longer and looks how much of that arrives at the
 * finish: less than all of it means that the path is broken or held by dates. Unlike point 12 of the
 * assessment (DCMA-EA PAM 200.1, 2012), which knows only plans with a start, it looks how much earlier
 * the project has to start where a plan is scheduled back from its finish ([PRJ-7]), and at the finish
 * besides, since work that cannot begin before the status date is late for it.
 *
 * @returns undefined where no critical task is still to be begun
 */
export function testCriticalPath(reviewed: Reviewed, today: Instant): CriticalPathTest | undefined {
  const { plan, schedule, open } = reviewed;
  const [first] = open
    .filter(({ dates }) => dates.isCritical && dates.totalFloat <= 0)
    .filter(({ task, dates }) => dates.durationMinutes > 0 && !task.started)
    .sort((a, b) => a.dates.start - b.dates.start);
  if (!first) return undefined;
  const { task, dates } = first;
  const delay = delayDays * (dates.isElapsed ? minutesPerDay : reviewed.dayMinutes);
  const after = createScheduler()(lengthen(plan, first, delay), { today });
  const calendar = schedule.calendarOf(task.id);
  const between = (from: Instant, to: Instant): number =>
    dates.isElapsed ? to - from : calendar.workBetween(from, to);
  const isAtStart = isScheduledBack(plan.project);
  const later = between(schedule.finish, after.finish);
  const moved = isAtStart ? later + between(after.start, schedule.start) : later;
  return { task: task.id, arrived: Math.max(0, Math.min(1, moved / delay)), isAtStart };
}

function lengthen(plan: Plan, { task, dates }: ReviewedTask, delay: number): Plan {
  const value = dates.durationMinutes + delay;
  const longer = {
    ...task,
    estimate: undefined,
    split: [],
    duration: { value, unit: 'm', isElapsed: dates.isElapsed },
  } as const;
  return { ...plan, tasks: new Map(plan.tasks).set(task.id, longer) };
}
