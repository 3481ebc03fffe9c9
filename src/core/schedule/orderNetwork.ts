import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { cutLoop } from './dependencyLoops.ts';
import type { Network } from './network.ts';
import { computeNetworkOrder } from './networkOrder.ts';
import { settleNodes } from './settleNodes.ts';

/** Cuts and names the loops of a network and puts its nodes in order. */
export function orderNetwork(
  network: Network,
  plan: Plan,
): { readonly network: Network; readonly problems: readonly Problem[] } {
  let found = computeNetworkOrder(network);
  const problems = found.loops.map(loop => cutLoop(network, loop, plan));
  if (problems.length > 0) found = computeNetworkOrder(network);
  const ordered = { ...network, order: found.order };
  settleNodes(ordered);
  return { network: ordered, problems };
}
