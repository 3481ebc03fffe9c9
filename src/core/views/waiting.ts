import type { Dependency, DependencyType } from '../model/dependency.ts';
import { hasEnded, type Milestone } from '../model/milestone.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed, type Task } from '../model/task.ts';

/** What the tasks of a plan still wait for. */
export interface Waiting {
  isSummary(id: string): boolean;
  /**
   * What keeps a task from beginning, by its own links and those of the summaries above it: every
   * predecessor that is not done (or begun, where the link is from its start).
   */
  waitsFor(task: Task): readonly (Task | Milestone)[];
  /** True where there is any such thing. */
  isWaiting(task: Task): boolean;
}

type Children = ReadonlyMap<string, readonly Task[]>;

export function createWaiting(plan: Plan): Waiting {
  const children = childrenByParent(plan);
  const finished = new Map<string, boolean>();
  // Many tasks may follow one big summary, which is gone through once.
  const isOver = (task: Task, type: DependencyType): boolean => {
    if (type === 'SS') return hasBegun(task, children);
    const known = finished.get(task.id) ?? isFinished(task, children, new Set());
    finished.set(task.id, known);
    return known;
  };
  return {
    isSummary: id => children.has(id),
    isWaiting: task => {
      const isOpen = (link: Dependency): boolean => stillOpen(plan, link, isOver) !== undefined;
      if (task.dependsOn.some(isOpen)) return true;
      const chain = task.parent === undefined ? [] : chainOf(plan, task);
      return chain.some(({ dependsOn }) => dependsOn.some(isOpen));
    },
    waitsFor: task => {
      const found: (Task | Milestone)[] = [];
      for (const { dependsOn } of chainOf(plan, task)) {
        for (const link of dependsOn) {
          const open = stillOpen(plan, link, isOver);
          if (open) found.push(open);
        }
      }
      return found;
    },
  };
}

function childrenByParent(plan: Plan): Children {
  const children = new Map<string, Task[]>();
  for (const task of plan.tasks.values()) {
    if (task.parent === undefined) continue;
    const siblings = children.get(task.parent);
    if (siblings) siblings.push(task);
    else children.set(task.parent, [task]);
  }
  return children;
}

/** The task and the summaries above it. */
function chainOf(plan: Plan, task: Task): readonly Task[] {
  const chain: Task[] = [];
  let at: Task | undefined = task;
  while (at && !chain.includes(at)) {
    chain.push(at);
    at = at.parent === undefined ? undefined : plan.tasks.get(at.parent);
  }
  return chain;
}

/** The predecessor, unless its end of the link lies behind or it is not in the plan. */
function stillOpen(
  plan: Plan,
  { predecessor, type }: Dependency,
  isOver: (task: Task, type: DependencyType) => boolean,
): Task | Milestone | undefined {
  if (type === 'FF' || type === 'SF') return undefined;
  const milestone = plan.milestones.get(predecessor);
  if (milestone) return hasEnded(milestone) ? undefined : milestone;
  const task = plan.tasks.get(predecessor);
  return task && !isOver(task, type) ? task : undefined;
}

function hasBegun(task: Task, children: Children): boolean {
  const below = children.get(task.id) ?? [];
  return [task, ...below].some(
    each =>
      isClosed(each) ||
      each.started !== undefined ||
      each.status === 'doing' ||
      each.status === 'review',
  );
}

/** A summary is finished when all below it is. */
function isFinished(task: Task, children: Children, seen: Set<string>): boolean {
  if (isClosed(task)) return true;
  const below = children.get(task.id);
  if (!below || seen.has(task.id)) return false;
  seen.add(task.id);
  return below.every(child => isFinished(child, children, seen));
}
