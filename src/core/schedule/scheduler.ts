import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ScheduleOptions } from './buildNetwork.ts';
import { scheduleFrame, type ScheduledPlan } from './computeSchedule.ts';
import { buildFrame } from './networkFrame.ts';
import type { Schedule } from './schedule.ts';
import { findSuccessorLinks, type SuccessorLinks } from './successorLinks.ts';
import { updateFrame } from './updateFrame.ts';

/** Schedules a plan, and then what becomes of it; see {@link createScheduler}. */
export type Scheduler = (plan: Plan, options?: ScheduleOptions) => Schedule;

/**
 * The engine that holds a plan: it keeps the network and the dates of the plan that it saw last.
 * Where the next one differs in what tasks say of themselves alone, nothing is looked up, linked or
 * ordered again, and what the change cannot reach keeps its dates, to the very value. The answer is
 * always that of `computeSchedule`.
 */
export function createScheduler(): Scheduler {
  let known: ScheduledPlan | undefined;
  let links: { readonly of: Int32Array; readonly successors: SuccessorLinks } | undefined;
  return (plan, options = {}) => {
    const edits = known && findChangedTasks(known.plan, plan);
    const frame = edits && known && updateFrame(known.frame, plan, edits);
    if (!known || !edits || !frame) {
      known = scheduleFrame({ frame: buildFrame(plan), plan, options });
      return known.schedule;
    }
    if (links?.of !== frame.links.inFrom) {
      const { inFrom } = frame.links;
      links = { of: inFrom, successors: findSuccessorLinks(frame.links, frame.ids.length) };
    }
    const changed = edits.flatMap(({ after }) => frame.outline.indexOf.get(after.id) ?? []);
    const kept = { scheduled: known, changed, successors: links.successors };
    known = scheduleFrame({ frame, plan, options }, kept);
    return known.schedule;
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
