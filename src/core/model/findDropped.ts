import type { Plan } from './plan.ts';

/** [DROP-1] The item, or the summary that it is part of, that will not be done. */
export function findDropped({ tasks, milestones }: Plan, id: string): string | undefined {
  if (milestones.get(id)?.isDropped) return id;
  const seen = new Set<string>();
  for (let task = tasks.get(id); task && !seen.has(task.id);) {
    if (task.status === 'dropped') return task.id;
    seen.add(task.id);
    task = task.parent === undefined ? undefined : tasks.get(task.parent);
  }
  return undefined;
}
