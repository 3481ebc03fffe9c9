import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ScheduleOptions } from './buildNetwork.ts';
import { scheduleFrame } from './computeSchedule.ts';
import { buildFrame, type NetworkFrame } from './networkFrame.ts';
import type { Schedule } from './schedule.ts';
import { updateFrame } from './updateFrame.ts';

/** Schedules a plan, and then what becomes of it; see {@link createScheduler}. */
export type Scheduler = (plan: Plan, options?: ScheduleOptions) => Schedule;

/**
 * A scheduler that keeps the frame of the plan that it saw last: where the next one differs in what
 * tasks say of themselves alone, nothing is looked up, linked or ordered again. The answer is always
 * that of `computeSchedule`.
 */
export function createScheduler(): Scheduler {
  let known: { readonly plan: Plan; readonly frame: NetworkFrame } | undefined;
  return (plan, options = {}) => {
    const changed = known && findChangedTasks(known.plan, plan);
    const kept = changed && known && updateFrame(known.frame, plan, changed);
    const frame = kept ?? buildFrame(plan);
    known = { plan, frame };
    return scheduleFrame(frame, plan, options);
  };
}

/** A task as it was and as it is. */
export interface ChangedTask {
  readonly before: Task;
  readonly after: Task;
}

/**
 * The tasks that differ. Undefined where more than tasks differs, or items came or went: values are
 * kept as long as their files do not change, so the same value is the same item.
 */
function findChangedTasks(before: Plan, after: Plan): readonly ChangedTask[] | undefined {
  if (before.project !== after.project || before.tasks.size !== after.tasks.size) return undefined;
  if (!hasSameValues(before.milestones, after.milestones)) return undefined;
  const changed: ChangedTask[] = [];
  const earlier = before.tasks.values();
  for (const task of after.tasks.values()) {
    const known = earlier.next().value;
    if (known?.id !== task.id) return undefined;
    if (known !== task) changed.push({ before: known, after: task });
  }
  return changed;
}

function hasSameValues<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false;
  const others = b.values();
  for (const value of a.values()) if (value !== others.next().value) return false;
  return true;
}
