import type { Plan } from './plan.ts';

/** The task's milestone, or the one of the nearest summary above it that has one. */
export function milestoneOfTask(plan: Plan, id: string): string | undefined {
  const seen = new Set<string>();
  let task = plan.tasks.get(id);
  while (task && task.milestone === undefined && !seen.has(task.id)) {
    seen.add(task.id);
    task = task.parent === undefined ? undefined : plan.tasks.get(task.parent);
  }
  return task?.milestone;
}
