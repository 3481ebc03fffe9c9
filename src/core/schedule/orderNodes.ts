import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { cutLoop, type LinkedNodes } from './dependencyLoops.ts';
import { computeNetworkOrder } from './networkOrder.ts';

/** Cuts and names the loops among nodes, and puts every node after all of its predecessors. */
export function orderNodes(
  nodes: LinkedNodes,
  plan: Plan,
): { readonly order: Int32Array; readonly problems: readonly Problem[] } {
  const found = computeNetworkOrder(nodes);
  const problems = found.loops.map(loop => cutLoop(nodes, loop, plan));
  const { order } = problems.length > 0 ? computeNetworkOrder(nodes) : found;
  return { order, problems };
}
