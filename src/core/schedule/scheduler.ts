import type { Plan } from '../model/plan.ts';
import type { ScheduleOptions } from './buildNetwork.ts';
import { schedulePlan, type ScheduledPlan } from './computeSchedule.ts';
import { followPlan } from './followPlan.ts';
import type { Schedule } from './schedule.ts';

/** Schedules a plan, and then what becomes of it; see {@link createScheduler}. */
export type Scheduler = (plan: Plan, options?: ScheduleOptions) => Schedule;

/**
 * The engine that holds a plan: it keeps the network and the dates of the plan that it saw last.
 * Where the next one differs in tasks and milestones, what they say is followed through the network, and
 * what the change cannot reach keeps its dates, to the very value. The answer is always that of
 * `computeSchedule`, and every schedule stays what it was when it was given out.
 */
export function createScheduler(): Scheduler {
  let known: ScheduledPlan | undefined;
  return (plan, options = {}) => {
    const before = known;
    // Where following fails, half of what is known has changed.
    known = undefined;
    known =
      (before && followPlan(before, plan, options)) ?? schedulePlan(plan, options, spareFor(plan));
    return known.schedule;
  };
}

/** So many tasks may come before the network is built anew. */
function spareFor({ tasks }: Plan): number {
  return Math.max(16, tasks.size >> 7);
}
