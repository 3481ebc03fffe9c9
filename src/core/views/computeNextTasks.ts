import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed, priorities, type Task } from '../model/task.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';
import { createWaiting } from './waiting.ts';

/** A task that can be worked on now. */
export interface NextTask {
  readonly task: Task;
  /** Undefined for a task that the schedule could not place. */
  readonly dates: ItemDates | undefined;
}

/**
 * Open tasks that nothing holds back. The least total float first, then the higher priority, then
 * the earlier dates.
 *
 * @param person only tasks of this person; undefined for everybody's
 */
export function computeNextTasks(
  plan: Plan,
  schedule: Schedule,
  person: string | undefined,
): readonly NextTask[] {
  const waiting = createWaiting(plan);
  return [...plan.tasks.values()]
    .filter(
      task =>
        !isClosed(task) &&
        task.status !== 'blocked' &&
        !waiting.isSummary(task.id) &&
        (person === undefined || task.assignees.some(each => each.person === person)) &&
        !waiting.isWaiting(task),
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
