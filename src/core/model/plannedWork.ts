import { findDropped } from './findDropped.ts';
import type { Plan } from './plan.ts';
import type { Task } from './task.ts';

/** What is or was to be done by itself: no summaries, and nothing that was given up, by itself or above it. */
export function plannedWork(plan: Plan): readonly Task[] {
  const parents = new Set([...plan.tasks.values()].map(({ parent }) => parent));
  return [...plan.tasks.values()].filter(
    ({ id }) => !parents.has(id) && findDropped(plan, id) === undefined,
  );
}
