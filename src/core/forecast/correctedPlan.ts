import { durationFromMinutes, type Duration } from '../model/duration.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed, type Task } from '../model/task.ts';
import { expectedEffort } from '../schedule/taskWork.ts';
import type { Calibration } from './calibration.ts';
import { isRange } from './taskSpread.ts';

/**
 * The plan as its own finished tasks would have estimated it: what was likely becomes the median of what
 * such work took, and the range goes from the tenth to the ninetieth hundredth of it, as a lognormal. What
 * finished tasks say nothing of, such as what risks do, stays as it is stated.
 */
export function correctedPlan(plan: Plan, { p10, p50, p90 }: Calibration): Plan {
  const tasks = new Map<string, Task>();
  const scale = plan.project.durationScale;
  for (const [id, task] of plan.tasks) {
    const { estimate } = task;
    const isStatedAnew = task.remaining !== undefined && isRange(task.remaining);
    const isCorrected = estimate && !task.duration && !isClosed(task) && !isStatedAnew;
    if (!isCorrected || estimate.optimistic.isElapsed) {
      tasks.set(id, task);
      continue;
    }
    const effort = expectedEffort(estimate, scale);
    const length = (ratio: number): Duration =>
      durationFromMinutes(Math.max(1, Math.round(effort * ratio)), scale);
    tasks.set(id, {
      ...task,
      estimate: { optimistic: length(p10), likely: length(p50), pessimistic: length(p90) },
      distribution: 'lognormal',
    });
  }
  return { ...plan, tasks };
}
