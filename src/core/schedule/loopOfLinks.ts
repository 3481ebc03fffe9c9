import type { Dependency } from '../model/dependency.ts';
import { createProblem, type Problem } from '../model/problem.ts';

/** What of a task decides for what it waits. */
export interface LinkedTask {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly milestone?: string | undefined;
  readonly dependsOn: readonly Pick<Dependency, 'predecessor'>[];
}

interface LinkedTasks {
  readonly tasks: ReadonlyMap<string, LinkedTask>;
}

/**
 * The chain by which `from` waits already for `target`, or for a task below it; undefined when it
 * does not. A task waits for its predecessors and those of the tasks that it is part of; a summary
 * for its sub-tasks too, and a milestone for its tasks.
 */
export function findWait(
  plan: LinkedTasks,
  from: string,
  target: string,
): readonly string[] | undefined {
  const children = childrenOf(plan);
  const targets = new Set([target, ...(plan.tasks.has(target) ? descendantsOf(plan, target) : [])]);
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const open = [from];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (targets.has(id)) return chainTo(id, cameFrom);
    for (const next of [...predecessorsOf(plan, id), ...(children.get(id) ?? [])]) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      open.push(next);
    }
  }
  return undefined;
}

/**
 * The chain by which a task would come to wait for itself, right away or through others. A circle
 * that was there before is none of it.
 */
export function findNewLoop(
  before: LinkedTasks,
  after: LinkedTasks,
  id: string,
): readonly string[] | undefined {
  const known = new Set(before.tasks.has(id) ? allPredecessorsOf(before, id) : []);
  const own = after.tasks.get(id)?.dependsOn ?? [];
  for (const predecessor of allPredecessorsOf(after, id)) {
    const loop = findWait(after, predecessor, id);
    const isOwnName = own.some(link => link.predecessor === id) && predecessor === id;
    // That a task names itself is refused with the file, at the place of the name.
    if (!loop || isOwnName || (known.has(predecessor) && findWait(before, predecessor, id)))
      continue;
    return loop;
  }
  return undefined;
}

/** What a task and all parts of it wait for. */
function allPredecessorsOf(plan: LinkedTasks, id: string): ReadonlySet<string> {
  const inner = descendantsOf(plan, id).flatMap(part => plan.tasks.get(part)?.dependsOn ?? []);
  return new Set([...predecessorsOf(plan, id), ...inner.map(({ predecessor }) => predecessor)]);
}

/** Names the circle that would arise if `id` waited for the first of the `loop`. */
export function circleProblem(id: string, loop: readonly string[]): Problem {
  const isInside = loop.length === 1 && loop[0] === id;
  const message = isInside
    ? `That would close a circle: ${id} would be part of what waits for it`
    : `That would close the circle ${[id, ...loop].join(' → ')}`;
  return createProblem('dependency-cycle', message, { items: loop });
}

/** The tasks that an id is part of, from the inside out. */
export function ancestorsOf(plan: LinkedTasks, id: string): readonly string[] {
  const found: string[] = [];
  let parent = plan.tasks.get(id)?.parent;
  while (parent !== undefined && parent !== id && !found.includes(parent)) {
    found.push(parent);
    parent = plan.tasks.get(parent)?.parent;
  }
  return found;
}

/** All tasks below an id. */
export function descendantsOf(plan: LinkedTasks, id: string): readonly string[] {
  const children = childrenOf(plan);
  const found = new Set<string>();
  const open = [...(children.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next) || next === id) continue;
    found.add(next);
    open.push(...(children.get(next) ?? []));
  }
  return [...found];
}

/** What a task waits for by its own links and those of the tasks that it is part of. */
export function predecessorsOf(plan: LinkedTasks, id: string): readonly string[] {
  return [id, ...ancestorsOf(plan, id)].flatMap(holder =>
    (plan.tasks.get(holder)?.dependsOn ?? []).map(({ predecessor }) => predecessor),
  );
}

/** Sub-tasks by summary, and tasks by milestone. */
function childrenOf(plan: LinkedTasks): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { id, parent, milestone } of plan.tasks.values()) {
    for (const above of [parent, milestone]) {
      if (above === undefined) continue;
      const group = children.get(above);
      if (group) group.push(id);
      else children.set(above, [id]);
    }
  }
  return children;
}

function chainTo(id: string, cameFrom: ReadonlyMap<string, string | undefined>): readonly string[] {
  const chain: string[] = [];
  for (let step: string | undefined = id; step !== undefined; step = cameFrom.get(step)) {
    chain.unshift(step);
  }
  return chain;
}
