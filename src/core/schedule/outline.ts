import { pathOfId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';

/**
 * The tasks that are scheduled, and how they nest. Index i of each list is task i. The engine
 * changes tasks and parents in place, takes tasks out, and lets others in where there is room.
 */
export interface Outline {
  /** In the order of the plan, and behind them what came later; undefined where one was taken out. */
  readonly tasks: (Task | undefined)[];
  readonly indexOf: Map<string, number>;
  /** Where those stood that were taken out: an index is never that of another task. */
  readonly gone: Map<string, number>;
  /** How many tasks stand in the order of the plan. */
  readonly inOrder: number;
  /** How many tasks there is room for. */
  readonly room: number;
  /** The index of the summary that a task is part of, or -1. */
  readonly parent: Int32Array;
  readonly isSummary: Uint8Array;
  readonly problems: readonly Problem[];
}

/**
 * Leaves out what is dropped, with all of its parts, and cuts circles of parents.
 *
 * @param spare how many tasks more there is to be room for
 */
export function buildOutline(plan: Plan, spare = 0): Outline {
  const all = [...plan.tasks.values()];
  const above = findParents(all, placeTasks(all));
  const circles = cutCircles(all, above);
  const tasks = keepScheduled(all, above);
  const indexOf = placeTasks(tasks);
  const room = tasks.length + spare;
  const parent = new Int32Array(room).fill(-1);
  parent.set(tasks === all ? above : keepParents(all, above, indexOf));
  const isSummary = new Uint8Array(room);
  for (const summary of parent) if (summary >= 0) isSummary[summary] = 1;
  return {
    tasks,
    indexOf,
    gone: new Map(),
    inOrder: tasks.length,
    room,
    parent,
    isSummary,
    problems: circles.map(circle => circleProblem(plan, circle)),
  };
}

/** Which of two tasks, by their indexes, comes first in the plan: it is sorted by the ids. */
export function compareInPlan({ tasks, inOrder }: Outline, a: number, b: number): number {
  if (a < inOrder && b < inOrder) return a - b;
  return (tasks[a]?.id ?? '') < (tasks[b]?.id ?? '') ? -1 : 1;
}

function placeTasks(tasks: readonly Task[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { id } of tasks) places.set(id, places.size);
  return places;
}

/** The place of each task's parent, or -1. */
function findParents(tasks: readonly Task[], places: ReadonlyMap<string, number>): Int32Array {
  const parents = new Int32Array(tasks.length).fill(-1);
  for (let place = 0; place < tasks.length; place++) {
    const parent = tasks[place]?.parent;
    if (parent !== undefined) parents[place] = places.get(parent) ?? -1;
  }
  return parents;
}

/** The same list where nothing is dropped. */
function keepScheduled(all: Task[], parents: Int32Array): Task[] {
  if (all.every(({ status }) => status !== 'dropped')) return all;
  const unknown = 2;
  const isDropped = new Uint8Array(all.length).fill(unknown);
  const path: number[] = [];
  for (let place = 0; place < all.length; place++) {
    let step = place;
    while (step >= 0 && isDropped[step] === unknown && all[step]?.status !== 'dropped') {
      path.push(step);
      step = parents[step] ?? -1;
    }
    const found = step >= 0 && isDropped[step] !== 0 ? 1 : 0;
    if (step >= 0) isDropped[step] = found;
    for (let one = path.pop(); one !== undefined; one = path.pop()) isDropped[one] = found;
  }
  return all.filter((_, place) => isDropped[place] === 0);
}

/** The parents of those of all tasks that are kept. */
function keepParents(
  all: readonly Task[],
  above: Int32Array,
  indexOf: ReadonlyMap<string, number>,
): Int32Array {
  const parents = new Int32Array(indexOf.size);
  for (let place = 0; place < all.length; place++) {
    const index = indexOf.get(all[place]?.id ?? '');
    if (index !== undefined) parents[index] = indexOf.get(all[above[place] ?? -1]?.id ?? '') ?? -1;
  }
  return parents;
}

/** Each circle once, beginning with its lowest id; the tasks in it have no parent any more. */
function cutCircles(tasks: readonly Task[], parents: Int32Array): readonly (readonly string[])[] {
  const circles: string[][] = [];
  /** The task, counted from 1, from which each was reached first. */
  const seen = new Int32Array(tasks.length);
  for (let place = 0; place < tasks.length; place++) {
    let step = place;
    while (step >= 0 && seen[step] === 0) {
      seen[step] = place + 1;
      step = parents[step] ?? -1;
    }
    if (step < 0 || seen[step] !== place + 1) continue;
    const circle: number[] = [];
    for (let one = step; circle[0] !== one; one = parents[one] ?? -1) circle.push(one);
    circles.push(beginningLowest(circle.map(one => tasks[one]?.id ?? '')));
    for (const one of circle) parents[one] = -1;
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
