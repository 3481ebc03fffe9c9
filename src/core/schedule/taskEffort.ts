import { exactEstimate } from '../model/duration.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import { computeTaskWork, expectedEffort, unitsOf } from './taskWork.ts';
import type { Workload } from './workload.ts';

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

/** What each person does of a task, as parts of a whole; what is missing of it nobody is there for. */
export interface WorkParts {
  readonly parts: ReadonlyMap<string, number>;
  readonly whole: number;
}

/**
 * Who does how much of a task: by who works while it is done, and where all have the same hours, or
 * the hours are the task's own, by their shares. Of an effort nothing is left to nobody; of a fixed
 * length those who are away do less than their share.
 */
export function workPartsOf(plan: Plan, task: Task, workload: Workload): WorkParts {
  const { shares, total } = sharesOf(plan, task);
  const parts = new Map<string, number>();
  task.assignees.forEach(({ person }, place) => {
    parts.set(person, (parts.get(person) ?? 0) + (shares[place] ?? 0));
  });
  if (task.calendar !== undefined || haveSameHours(plan, parts)) return { parts, whole: total };
  const { work, minutes } = workload.workOn(task);
  const hundredths = [...work].map(([person, part]) => [person, Math.round(part * 100)] as const);
  const sum = hundredths.reduce((all, [, part]) => all + part, 0);
  if (sum <= 0) return { parts, whole: total };
  const whole = task.duration === undefined ? sum : Math.round((minutes * total) / 100);
  return { parts: new Map(hundredths), whole };
}

function haveSameHours({ project }: Plan, parts: ReadonlyMap<string, number>): boolean {
  if (parts.size < 2) return true;
  const people = [...parts.keys()].map(person => project.people.get(person));
  return people.every(
    person =>
      (person?.calendar ?? project.calendar) === (people[0]?.calendar ?? project.calendar) &&
      (person?.leave.length ?? 0) === 0,
  );
}

/** Whole minutes that each person has to put into a task. */
export function effortByPerson(
  plan: Plan,
  task: Task,
  workload: Workload,
): ReadonlyMap<string, number> {
  const { total } = sharesOf(plan, task);
  const effort = total <= 0 ? 0 : effortOf(plan, task, total);
  const minutes = new Map<string, number>();
  const { parts, whole } = workPartsOf(plan, task, workload);
  for (const [person, share] of parts) {
    const part = Math.round((effort * share) / Math.max(1, whole));
    if (part > 0) minutes.set(person, part);
  }
  return minutes;
}
