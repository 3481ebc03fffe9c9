import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** A task in its place in the outline. */
export interface OutlineEntry {
  readonly task: Task;
  /** 0 for a task without a parent. */
  readonly level: number;
  /** `1.2.3`, counted from 1. */
  readonly number: string;
}

/**
 * Every task of the plan, parents before children, siblings by rank, then start, then id. A task
 * whose parent is unknown or its own descendant stands outermost.
 */
export function outlineTasks(plan: Plan, schedule: Schedule): readonly OutlineEntry[] {
  const children = new Map<string | undefined, Task[]>();
  for (const task of plan.tasks.values()) {
    const parent = hasRoot(plan, task) ? task.parent : undefined;
    const siblings = children.get(parent) ?? [];
    siblings.push(task);
    children.set(parent, siblings);
  }
  const compare = compareBy<Task>(
    (a, b) => compareNumber(a.rank, b.rank),
    (a, b) => compareNumber(schedule.datesOf(a.id)?.start, schedule.datesOf(b.id)?.start),
    (a, b) => compareText(a.id, b.id),
  );
  for (const siblings of children.values()) siblings.sort(compare);
  const entries: OutlineEntry[] = [];
  const open = (children.get(undefined) ?? [])
    .map((task, i) => ({ task, level: 0, number: `${i + 1}` }))
    .reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    entries.push(next);
    const { task, level, number } = next;
    const below = (children.get(task.id) ?? []).map((child, i) => ({
      task: child,
      level: level + 1,
      number: `${number}.${i + 1}`,
    }));
    open.push(...below.reverse());
  }
  return entries;
}

/** True when the parent is known, and going up from the task ends at one without a known parent. */
function hasRoot(plan: Plan, task: Task): boolean {
  const seen = new Set<string>();
  let at: Task | undefined = task;
  while (at?.parent !== undefined) {
    if (seen.has(at.id)) return false;
    seen.add(at.id);
    at = plan.tasks.get(at.parent);
  }
  return task.parent !== undefined && plan.tasks.has(task.parent);
}
