import type { Instant } from '../model/instant.ts';
import { createScheduler } from '../schedule/scheduler.ts';
import type { Reviewed } from './reviewedPlan.ts';

/** How long the critical path is delayed for the test, in days. */
const delayDays = 100;

/** What came of the test. */
export interface CriticalPathTest {
  /** The task that was made longer. */
  readonly task: string;
  /** The share of the delay that arrived at the finish of the project. */
  readonly arrived: number;
}

/**
 * Makes the first open critical task 100 days longer and looks how much of that arrives at the
 * finish: less than all of it means that the path is broken or held by dates.
 *
 * @returns undefined where no critical task is still to be begun
 */
export function testCriticalPath(
  { plan, schedule, open, dayMinutes }: Reviewed,
  today: Instant,
): CriticalPathTest | undefined {
  const [first] = open
    .filter(({ task, dates }) => dates.isCritical && dates.durationMinutes > 0 && !task.started)
    .sort((a, b) => a.dates.start - b.dates.start);
  if (!first) return undefined;
  const { task, dates } = first;
  const delay = delayDays * dayMinutes;
  const minutes = dates.durationMinutes + delay;
  const longer = {
    ...task,
    estimate: undefined,
    split: [],
    duration: { value: minutes, unit: 'm', isElapsed: dates.isElapsed },
  } as const;
  const changed = { ...plan, tasks: new Map(plan.tasks).set(task.id, longer) };
  const after = createScheduler()(changed, { today });
  const calendar = schedule.calendarOf(task.id);
  const moved = dates.isElapsed
    ? after.finish - schedule.finish
    : calendar.workBetween(schedule.finish, after.finish);
  return { task: task.id, arrived: Math.max(0, Math.min(1, moved / delay)) };
}
