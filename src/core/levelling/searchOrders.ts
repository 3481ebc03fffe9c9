import { randomFrom } from '../base/randomFrom.ts';
import type { Plan } from '../model/plan.ts';
import { runForwardPass } from '../schedule/forwardPass.ts';
import { findSpan, readMoments } from '../schedule/lineDates.ts';
import type { Network, NetworkDates } from '../schedule/network.ts';
import { reserveStanding, type LevelledNodes } from './levelledNodes.ts';
import { LevelledPass, type Wait } from './levelledPass.ts';
import { drawRanks } from './levelledRanks.ts';
import { measureLateness } from './measureLateness.ts';

/** How many placements of tasks are tried in all; a plan of any size is done in about the same time. */
const mostPlacements = 40_000;
const [fewestPasses, mostPasses] = [4, 200];

/** A plan with what levelling starts from. */
export interface Levelled {
  readonly plan: Plan;
  readonly network: Network;
  readonly dates: NetworkDates;
  readonly nodes: LevelledNodes;
}

/** A levelled schedule. */
export interface FoundOrder {
  /** By node; what waits for a person. */
  readonly waits: ReadonlyMap<number, Wait>;
  /** By node. */
  readonly start: Float64Array;
  /** Of two schedules the one with the lesser first number that differs is the better. */
  readonly cost: readonly number[];
  readonly schedules: number;
}

/** The best of several orders. */
export function searchOrders(levelled: Levelled, seed: number): FoundOrder {
  const { network, nodes } = levelled;
  const movable = nodes.isMovable.reduce((sum, one) => sum + one, 0);
  const nothing = { waits: new Map(), start: nodes.start, cost: [], schedules: 0 };
  if (movable === 0) return nothing;
  const passes = Math.round(mostPlacements / network.count);
  const wanted = Math.max(fewestPasses, Math.min(mostPasses, passes));
  const random = randomFrom(seed);
  let best: FoundOrder | undefined;
  let tried = 0;
  for (; tried < wanted; tried++) {
    const byRank = drawRanks(levelled, { tried, best: best?.start, random });
    const made = runPass(levelled, byRank);
    if (!best || isLess(made.cost, best.cost)) best = made;
    // Where nobody has to wait, no order is better.
    if (best.waits.size === 0) break;
  }
  return best ? { ...best, schedules: tried } : nothing;
}

function runPass(levelled: Levelled, byRank: Int32Array): FoundOrder {
  const { plan, network, dates, nodes } = levelled;
  const { people } = reserveStanding(plan, nodes);
  const pass = new LevelledPass(network, nodes, { people, byRank });
  runForwardPass(network, dates, { reach: pass, late: dates.ground });
  const start = new Float64Array(network.count);
  for (let v = 0; v < network.count; v++) start[v] = readMoments(network, dates, v).start;
  const finish = findSpan(network, dates).finish;
  const { missed, delay } = measureLateness(levelled);
  return { waits: pass.waits, start, cost: [missed, finish, delay], schedules: 1 };
}

/** The first number that differs decides. */
function isLess(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place >= 0 && (a[place] ?? 0) < (b[place] ?? 0);
}
