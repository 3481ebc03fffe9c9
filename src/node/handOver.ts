import { setImmediate as later } from 'node:timers/promises';
import type { Plan } from '../core/model/plan.ts';
import type { Task } from '../core/model/task.ts';
import type { WholeTask } from './forecastMessages.ts';

/** So many tasks are copied at a time; in between, the thread that gives them away does other things. */
const portionSize = 250;

/** Some tasks of a plan on their way to another thread. */
export interface TaskPortion {
  readonly tasks: readonly Task[];
  readonly isLast: boolean;
}

/** What a thread is started with: everything but the tasks, and nothing that no forecast reads. */
export function withoutTasks(task: WholeTask): WholeTask {
  const plan = { ...planOf(task), tasks: new Map<string, Task>(), baselines: new Map() };
  return withPlan(task, plan);
}

/**
 * Hands the tasks of a plan over, some at a time: to copy all of a big plan at once would hold this
 * thread up.
 */
export async function handOverTasks(
  task: WholeTask,
  {
    post,
    isOver,
  }: { readonly post: (portion: TaskPortion) => void; readonly isOver: () => boolean },
): Promise<void> {
  const all = [...planOf(task).tasks.values()];
  for (let from = 0; !isOver(); from += portionSize) {
    const isLast = from + portionSize >= all.length;
    post({ tasks: all.slice(from, from + portionSize), isLast });
    if (isLast) return;
    await later();
  }
}

/** Puts the tasks that have arrived into their place. */
export function withTasks(task: WholeTask, tasks: readonly Task[]): WholeTask {
  return withPlan(task, { ...planOf(task), tasks: new Map(tasks.map(each => [each.id, each])) });
}

function planOf(task: WholeTask): Plan {
  return task.work === 'history' ? task.request.present.plan : task.request.plan;
}

function withPlan(task: WholeTask, plan: Plan): WholeTask {
  if (task.work !== 'history') return { ...task, request: { ...task.request, plan } };
  const present = { ...task.request.present, plan };
  return { ...task, request: { ...task.request, present } };
}
