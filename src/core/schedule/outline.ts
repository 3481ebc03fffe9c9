import { pathOfId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';

/**
 * The tasks that are scheduled, and how they nest. Index i of each list is task i. The engine
 * changes tasks and parents in place.
 */
export interface Outline {
  readonly tasks: Task[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** The index of the summary that a task is part of, or -1. */
  readonly parent: Int32Array;
  readonly isSummary: Uint8Array;
  readonly problems: readonly Problem[];
}

/** Leaves out what is dropped, with all of its parts, and cuts circles of parents. */
export function buildOutline(plan: Plan): Outline {
  const circles = findParentCircles(plan);
  const inCircle = new Set(circles.flat());
  const parentOf = (task: Task): Task | undefined =>
    task.parent === undefined || inCircle.has(task.id) ? undefined : plan.tasks.get(task.parent);
  const tasks = keepScheduled(plan, parentOf);
  const indexOf = new Map<string, number>();
  for (const task of tasks) indexOf.set(task.id, indexOf.size);
  const parent = new Int32Array(tasks.length).fill(-1);
  const isSummary = new Uint8Array(tasks.length);
  for (let index = 0; index < tasks.length; index++) {
    const task = tasks[index];
    if (task?.parent === undefined) continue;
    const summary = indexOf.get(parentOf(task)?.id ?? '');
    if (summary === undefined) continue;
    parent[index] = summary;
    isSummary[summary] = 1;
  }
  return {
    tasks,
    indexOf,
    parent,
    isSummary,
    problems: circles.map(circle => circleProblem(plan, circle)),
  };
}

function keepScheduled(plan: Plan, parentOf: (task: Task) => Task | undefined): Task[] {
  const all = [...plan.tasks.values()];
  if (all.every(task => task.status !== 'dropped')) return all;
  const isDropped = new Map<string, boolean>();
  for (const task of all) {
    const path: Task[] = [];
    let known: boolean | undefined;
    for (let step: Task | undefined = task; step; step = parentOf(step)) {
      known = isDropped.get(step.id) ?? (step.status === 'dropped' ? true : undefined);
      path.push(step);
      if (known !== undefined) break;
    }
    for (const step of path) isDropped.set(step.id, known ?? false);
  }
  return all.filter(task => isDropped.get(task.id) === false);
}

/** Each circle once, beginning with its lowest id. */
function findParentCircles(plan: Plan): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const seen = new Map<string, string>();
  for (const task of plan.tasks.values()) {
    if (task.parent === undefined) continue;
    const path: string[] = [];
    let step: Task | undefined = task;
    while (step && !seen.has(step.id)) {
      seen.set(step.id, task.id);
      path.push(step.id);
      step = step.parent === undefined ? undefined : plan.tasks.get(step.parent);
    }
    if (step && seen.get(step.id) === task.id) {
      circles.push(beginningLowest(path.slice(path.indexOf(step.id))));
    }
  }
  return circles;
}

function beginningLowest(circle: readonly string[]): string[] {
  const lowest = circle.reduce((low, id, place) => (id < (circle[low] ?? '') ? place : low), 0);
  return [...circle.slice(lowest), ...circle.slice(0, lowest)];
}

function circleProblem(plan: Plan, circle: readonly string[]): Problem {
  const [first = ''] = circle;
  const names = [...circle.slice(0, 8), ...(circle.length > 8 ? ['…'] : []), first];
  const title = plan.tasks.get(first)?.title ?? '';
  return createProblem(
    'parent-cycle',
    circle.length === 1
      ? `${first} "${title}" names itself as its parent; name another task or none`
      : `${first} "${title}" is part of itself through ${names.join(' → ')}; change one of the parents`,
    { file: pathOfId(first), field: ['parent'], items: circle },
  );
}
