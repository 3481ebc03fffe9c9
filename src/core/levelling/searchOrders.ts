import { randomFrom } from '../base/randomFrom.ts';
import { runForwardPass } from '../schedule/forwardPass.ts';
import { findSpan, readMoments } from '../schedule/lineDates.ts';
import type { NetworkDates } from '../schedule/network.ts';
import { reserveStanding, type Reserved } from './levelledNodes.ts';
import { keepWhereItIs } from './keepTime.ts';
import { LevelledPass } from './levelledPass.ts';
import { drawRanks } from './levelledRanks.ts';
import { measureLateness } from './measureLateness.ts';
import type { KeptTime } from './pooledWork.ts';
import type { Wait } from './roomFinder.ts';

/** How many placements of tasks are tried in all; a plan of any size is done in about the same time. */
const mostPlacements = 40_000;
const [fewestPasses, mostPasses] = [4, 200];

/** A plan with what levelling starts from. */
export interface Levelled extends Reserved {
  readonly dates: NetworkDates;
}

/** A levelled schedule. */
export interface FoundOrder {
  /** By node; what waits for a person. */
  readonly waits: ReadonlyMap<number, Wait>;
  /** By node: whose time is kept for what nobody has yet. */
  readonly kept: ReadonlyMap<number, KeptTime>;
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
  const present = keepAsItIs(levelled);
  const nothing = { waits: new Map(), start: nodes.start, cost: [], schedules: 0 };
  if (movable === 0 || present.isEnough) return { ...nothing, kept: present.kept };
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
  return best ? { ...best, schedules: tried } : { ...nothing, kept: present.kept };
}

/**
 * Whose time is kept where nothing moves, and whether that is enough for everybody: a plan that was
 * levelled stays what it is, whoever an order would give the work to that nobody has yet.
 */
function keepAsItIs(levelled: Levelled): {
  readonly kept: ReadonlyMap<number, KeptTime>;
  readonly isEnough: boolean;
} {
  const { nodes } = levelled;
  const { people, kept } = reserveStanding(levelled);
  const pooled = [...nodes.pools.keys()].filter(v => nodes.pools[v] && nodes.isMovable[v] === 1);
  if (pooled.length === 0) return { kept, isEnough: false };
  for (const [v, uses] of nodes.uses.entries()) {
    if (!uses || nodes.isMovable[v] !== 1) continue;
    const [from, to] = [nodes.start[v] ?? 0, nodes.finish[v] ?? 0];
    for (const { person, share } of uses) {
      const time = people.get(person);
      if (time?.freeFrom(from, to, share) !== from) return { kept, isEnough: false };
      time.take(from, to, share);
    }
  }
  const found = keepWhereItIs(pooled, levelled, people);
  return { kept: new Map([...kept, ...found]), isEnough: found.size === pooled.length };
}

function runPass(levelled: Levelled, byRank: Int32Array): FoundOrder {
  const { network, dates, nodes } = levelled;
  const { people, kept } = reserveStanding(levelled);
  const pass = new LevelledPass(network, nodes, { people, byRank });
  runForwardPass(network, dates, { reach: pass, late: dates.ground });
  const start = new Float64Array(network.count);
  for (let v = 0; v < network.count; v++) start[v] = readMoments(network, dates, v).start;
  const finish = findSpan(network, dates).finish;
  const { missed, delay } = measureLateness(levelled);
  return {
    waits: pass.waits,
    kept: new Map([...kept, ...pass.kept]),
    start,
    cost: [missed, finish, delay],
    schedules: 1,
  };
}

/** The first number that differs decides. */
function isLess(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place >= 0 && (a[place] ?? 0) < (b[place] ?? 0);
}
