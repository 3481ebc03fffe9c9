import { pathOfId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { linkCode, nodeFlag, type Network } from './network.ts';

/** Nodes and the links between them, as far as loops are concerned. */
export type LinkedNodes = Pick<
  Network,
  'count' | 'ids' | 'flags' | 'inRange' | 'predecessor' | 'code'
>;

/** Names beyond this many are left out of a message. */
const longestNaming = 8;

/**
 * [LOOP-1] Cuts every dependency inside a loop, takes the dates of the tasks that it ties, and
 * names a shortest way round. Summaries in a loop keep the dates of their parts.
 */
export function cutLoop(network: LinkedNodes, loop: Int32Array, plan: Plan): Problem {
  const isInside = new Set(loop);
  const blamed = findBlamed(network, isInside);
  const round = shortestRound(network, isInside, blamed);
  const tied: number[] = [];
  for (const v of loop) {
    for (let e = network.inRange[v * 2] ?? 0; e < (network.inRange[v * 2 + 1] ?? 0); e++) {
      const u = network.predecessor[e] ?? 0;
      if (!isDependency(network.code[e]) || !isInside.has(u)) continue;
      network.code[e] = linkCode.cut;
      tied.push(u, v);
    }
  }
  for (const v of tied) {
    const flags = network.flags[v] ?? 0;
    if ((flags & (nodeFlag.rollUp | nodeFlag.gate)) === 0) {
      network.flags[v] = flags | nodeFlag.undated;
    }
  }
  return loopProblem(network, plan, round, tied);
}

/** True for a link that a person made, or that stands for a milestone's tasks. */
export function isDependency(code: number | undefined): boolean {
  return ((code ?? linkCode.cut) & 16) === 0;
}

/** The first task that depends on something else in the loop; milestones are not to blame. */
function findBlamed(network: LinkedNodes, isInside: ReadonlySet<number>): number {
  let best = -1;
  for (const v of isInside) {
    if (((network.flags[v] ?? 0) & nodeFlag.milestone) !== 0) continue;
    if (best >= 0 && (network.ids[v] ?? '') >= (network.ids[best] ?? '')) continue;
    for (let e = network.inRange[v * 2] ?? 0; e < (network.inRange[v * 2 + 1] ?? 0); e++) {
      if (!isDependency(network.code[e]) || !isInside.has(network.predecessor[e] ?? 0)) continue;
      best = v;
      break;
    }
  }
  return best;
}

/** A shortest way from a node back to itself, breadth first, in the direction of the links. */
function shortestRound(
  network: LinkedNodes,
  isInside: ReadonlySet<number>,
  start: number,
): readonly number[] {
  const after = new Map<number, number>();
  const queue = [start];
  for (let i = 0; i < queue.length; i++) {
    const v = queue[i] ?? start;
    for (let e = network.inRange[v * 2] ?? 0; e < (network.inRange[v * 2 + 1] ?? 0); e++) {
      const u = network.predecessor[e] ?? 0;
      if (network.code[e] === linkCode.cut || !isInside.has(u) || after.has(u)) continue;
      after.set(u, v);
      if (u !== start) queue.push(u);
      else return wayRound(after, start);
    }
  }
  return [start];
}

function wayRound(after: ReadonlyMap<number, number>, start: number): readonly number[] {
  const round = [start];
  for (let v = after.get(start); v !== undefined && v !== start; v = after.get(v)) round.push(v);
  return round;
}

function loopProblem(
  network: LinkedNodes,
  plan: Plan,
  round: readonly number[],
  tied: readonly number[],
): Problem {
  const idOf = (v: number): string => network.ids[v] ?? '';
  const way = [...new Set(round.map(idOf))];
  const [first = ''] = way;
  const shown = way.slice(0, longestNaming).map(id => `${id} "${titleOf(plan, id)}"`);
  if (way.length > shown.length) shown.push(`${way.length - shown.length} more`);
  return createProblem(
    'dependency-cycle',
    `These wait for one another in a circle: ${[...shown, first].join(' → ')}; take one of the dependencies out`,
    {
      file: pathOfId(first),
      field: ['dependsOn'],
      items: [...new Set([...way, ...tied.map(idOf).sort()])],
    },
  );
}

function titleOf(plan: Plan, id: string): string {
  return plan.tasks.get(id)?.title ?? plan.milestones.get(id)?.title ?? '';
}
