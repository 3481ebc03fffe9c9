import { exactEstimate } from '../model/duration.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import { computeTaskWork, expectedEffort, unitsOf } from './taskWork.ts';

/** Minutes that people have to put into a task, however much of it is done; nothing where nobody can say. */
export function plannedEffort(plan: Plan, task: Task): number {
  return effortOf(plan, task, sharesOf(plan, task).total);
}

/** The share of each person in ten-thousandths, and all of them together. */
export function sharesOf(
  { project }: Plan,
  { assignees }: Task,
): { readonly shares: readonly number[]; readonly total: number } {
  const shares = assignees.map(each => Math.round(unitsOf(each, project) * 10_000));
  return { shares, total: shares.reduce((sum, share) => sum + share, 0) };
}

/** Minutes of all people together. */
export function effortOf({ project }: Plan, task: Task, total: number): number {
  if (task.estimate && !task.duration && !task.estimate.optimistic.isElapsed)
    return expectedEffort(task.estimate, project.durationScale);
  const { duration, isElapsed } = computeTaskWork(task, project);
  return isElapsed ? 0 : Math.round((duration * total) / 10_000);
}

export function durationOf({ project }: Plan, duration: NonNullable<Task['spent']>): number {
  return expectedEffort(exactEstimate(duration), project.durationScale);
}

/** Whole minutes that each person has to put into a task. */
export function effortByPerson(plan: Plan, task: Task): ReadonlyMap<string, number> {
  const { shares, total } = sharesOf(plan, task);
  const effort = total <= 0 ? 0 : effortOf(plan, task, total);
  const minutes = new Map<string, number>();
  task.assignees.forEach(({ person }, place) => {
    const part = Math.round((effort * (shares[place] ?? 0)) / Math.max(1, total));
    if (part > 0) minutes.set(person, (minutes.get(person) ?? 0) + part);
  });
  return minutes;
}
