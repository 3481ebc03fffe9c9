import { compareNumber, compareText } from '../base/order.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** One line of the outline: a milestone or a task, with its depth and the line it hangs under. */
export interface OutlineLine {
  readonly item: Task | Milestone;
  /** 0 for the outermost lines. */
  readonly level: number;
  /** Index of the line it hangs under, or -1. */
  readonly parent: number;
  readonly hasChildren: boolean;
}

/**
 * The plan as people read it: milestones with their tasks, then the tasks without a milestone,
 * sub-tasks under their summary. Siblings stand by rank, then by start date, then by id. Tasks
 * whose parents form a circle hang at the top, so that nothing is hidden.
 */
export function computeOutline(plan: Plan, schedule: Schedule): readonly OutlineLine[] {
  const children = groupChildren(plan);
  const order = siblingOrder(schedule);
  const lines: OutlineLine[] = [];
  const seen = new Set<string>();
  const visit = (roots: readonly (Task | Milestone)[]): void => {
    const stack = [...roots]
      .sort(order)
      .reverse()
      .map(item => ({ item, level: 0, parent: -1 }));
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (seen.has(next.item.id)) continue;
      seen.add(next.item.id);
      const below = children.get(next.item.id) ?? [];
      const index = lines.length;
      lines.push({ ...next, hasChildren: below.length > 0 });
      for (const item of [...below].sort(order).reverse()) {
        stack.push({ item, level: next.level + 1, parent: index });
      }
    }
  };
  visit([...plan.milestones.values()]);
  visit(children.get('') ?? []);
  visit([...plan.tasks.values()].filter(task => !seen.has(task.id)));
  return lines;
}

/** Tasks by what they hang under: a parent task, else a milestone, else nothing (`''`). */
function groupChildren(plan: Plan): ReadonlyMap<string, readonly Task[]> {
  const children = new Map<string, Task[]>();
  for (const task of plan.tasks.values()) {
    const key =
      task.parent !== undefined && plan.tasks.has(task.parent)
        ? task.parent
        : task.milestone !== undefined && plan.milestones.has(task.milestone)
          ? task.milestone
          : '';
    const group = children.get(key);
    if (group) group.push(task);
    else children.set(key, [task]);
  }
  return children;
}

function siblingOrder(schedule: Schedule): (a: Task | Milestone, b: Task | Milestone) => number {
  return (a, b) =>
    compareNumber(a.rank, b.rank) ||
    compareNumber(schedule.datesOf(a.id)?.start, schedule.datesOf(b.id)?.start) ||
    compareText(a.id, b.id);
}
