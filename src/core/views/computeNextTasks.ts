import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { Dependency } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed, priorities, type Task } from '../model/task.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';

/** A task that can be worked on now. */
export interface NextTask {
  readonly task: Task;
  /** Undefined for a task that the schedule could not place. */
  readonly dates: ItemDates | undefined;
}

/**
 * Open tasks that nothing holds back: every predecessor, also of the summaries above them, is done
 * (or begun, where the link is from its start). The least total float first, then the higher
 * priority, then the earlier dates.
 *
 * @param person only tasks of this person; undefined for everybody's
 */
export function computeNextTasks(
  plan: Plan,
  schedule: Schedule,
  person: string | undefined,
): readonly NextTask[] {
  const children = childrenByParent(plan);
  const isReady = (task: Task): boolean =>
    chainOf(plan, task).every(each =>
      each.dependsOn.every(link => hasHappened(plan, children, link)),
    );
  return [...plan.tasks.values()]
    .filter(
      task =>
        !isClosed(task) &&
        task.status !== 'blocked' &&
        !children.has(task.id) &&
        (person === undefined || task.assignees.some(each => each.person === person)) &&
        isReady(task),
    )
    .map(task => ({ task, dates: schedule.datesOf(task.id) }))
    .sort(byUrgency);
}

const byUrgency = compareBy<NextTask>(
  (a, b) => compareNumber(a.dates?.totalFloat, b.dates?.totalFloat),
  (a, b) => compareNumber(priorityPlace(a.task), priorityPlace(b.task)),
  (a, b) => compareNumber(a.dates?.start, b.dates?.start),
  (a, b) => compareNumber(a.dates?.finish, b.dates?.finish),
  (a, b) => compareText(a.task.id, b.task.id),
);

/** 0 for the highest; a task without a priority counts as medium. */
function priorityPlace({ priority = 'medium' }: Task): number {
  return priorities.length - 1 - priorities.indexOf(priority);
}

function childrenByParent(plan: Plan): ReadonlyMap<string, readonly Task[]> {
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

/** True when the predecessor's end of the link lies behind, or the predecessor is not in the plan. */
function hasHappened(
  plan: Plan,
  children: ReadonlyMap<string, readonly Task[]>,
  { predecessor, type }: Dependency,
): boolean {
  if (type === 'FF' || type === 'SF') return true;
  const milestone = plan.milestones.get(predecessor);
  if (milestone) return milestone.isDropped || milestone.reached !== undefined;
  const task = plan.tasks.get(predecessor);
  if (!task) return true;
  return type === 'SS' ? hasBegun(task, children) : isFinished(task, children, new Set());
}

function hasBegun(task: Task, children: ReadonlyMap<string, readonly Task[]>): boolean {
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
function isFinished(
  task: Task,
  children: ReadonlyMap<string, readonly Task[]>,
  seen: Set<string>,
): boolean {
  if (isClosed(task)) return true;
  const below = children.get(task.id);
  if (!below || seen.has(task.id)) return false;
  seen.add(task.id);
  return below.every(child => isFinished(child, children, seen));
}
