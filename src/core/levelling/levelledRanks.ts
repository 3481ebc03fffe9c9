import type { Plan } from '../model/plan.ts';
import type { Network } from '../schedule/network.ts';
import type { LevelledNodes } from './levelledNodes.ts';
import { weightOf } from './measureLateness.ts';

/**
 * In which order the nodes are placed, as far as they do not wait for one another: what needs nobody,
 * then the most important; among equals first by the latest start, then by where they stand without
 * levelling, then around the best order so far.
 */
export function drawRanks(
  {
    plan,
    network,
    nodes,
  }: {
    readonly plan: Plan;
    readonly network: Network;
    readonly nodes: LevelledNodes;
  },
  {
    tried,
    best,
    random,
  }: {
    readonly tried: number;
    readonly best: Float64Array | undefined;
    readonly random: () => number;
  },
): Int32Array {
  const { start, finish, lateStart, isMovable } = nodes;
  const key = tried === 0 ? lateStart.slice() : tried === 1 || !best ? start.slice() : best.slice();
  if (tried > 1) {
    // Mostly a little, now and then by as much time as the whole plan takes.
    const span = findLength(start, finish) * 2 * random() ** 3;
    for (let v = 0; v < key.length; v++) key[v] = (key[v] ?? 0) + (random() - 0.5) * span;
  }
  const weight = Int8Array.from(network.ids, (id, v) =>
    isMovable[v] === 1 ? weightOf(plan, id) : 6,
  );
  return Int32Array.from(network.ids.keys()).sort(
    (a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || compareKeys(key[a] ?? 0, key[b] ?? 0) || a - b,
  );
}

/** What has no dates comes last. */
function compareKeys(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

function findLength(start: Float64Array, finish: Float64Array): number {
  let [from, to] = [Infinity, -Infinity];
  for (let v = 0; v < start.length; v++) {
    if ((start[v] ?? 0) < from) from = start[v] ?? 0;
    if ((finish[v] ?? 0) > to) to = finish[v] ?? 0;
  }
  return to > from ? to - from : 0;
}
