import type { ScheduleOptions } from '../schedule/buildNetwork.ts';
import type { Scheduler } from '../schedule/scheduler.ts';
import type { Plan } from '../model/plan.ts';
import {
  compareSchedules,
  type ScheduleComparison,
  type ScheduledPlan,
} from './compareSchedules.ts';

/** What a plan would come to. */
export interface ScenarioOutcome extends ScheduledPlan {
  readonly comparison: ScheduleComparison;
}

/**
 * Schedules what a plan would be and compares it with what it is. Nothing is written.
 *
 * @param schedule one scheduler for many scenarios of a plan makes each of them quick
 */
export function tryScenario(
  before: ScheduledPlan,
  plan: Plan,
  { schedule, options }: { readonly schedule: Scheduler; readonly options: ScheduleOptions },
): ScenarioOutcome {
  const after = { plan, schedule: schedule(plan, options) };
  return { ...after, comparison: compareSchedules(before, after) };
}
