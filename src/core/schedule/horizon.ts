import {
  dayNumber,
  earliestYear,
  latestYear,
  minutesPerDay,
  type Instant,
} from '../model/instant.ts';
import { pathOfId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { linkCode, nodeFlag, type Network, type NetworkDates } from './network.ts';

/** The first moment that a plan can speak of, and the first that it cannot any more. */
const dawn = dayNumber(earliestYear, 1, 1) * minutesPerDay;
export const horizon = dayNumber(latestYear + 1, 1, 1) * minutesPerDay;

/** True for a span that a plan cannot speak of as a whole. */
export function isBeyondHorizon(from: Instant, to: Instant): boolean {
  return from < dawn || to >= horizon;
}

/**
 * [HOR-1] [HOR-2] Takes the dates of whatever would start before the first year or finish after the
 * last. One problem for each task that gets there first; what only follows it is not reported.
 */
export function dropBeyondHorizon(
  network: Network,
  dates: NetworkDates,
  plan: Plan,
): readonly Problem[] {
  const problems: Problem[] = [];
  const gathered = nodeFlag.gate | nodeFlag.rollUp | nodeFlag.undated;
  const { order, flags } = network;
  for (let i = 0; i < order.length; i++) {
    const v = order[i] ?? 0;
    if (!isPlacedBeyond(dates, v)) continue;
    const flag = flags[v] ?? 0;
    if ((flag & gathered) !== 0) continue;
    flags[v] = flag | nodeFlag.undated;
    if (!followsOne(network, dates, v)) {
      const isEarly = (dates.earlyStart[v] ?? 0) < dawn;
      problems.push(horizonProblem(plan, network.ids[v] ?? '', isEarly));
    }
  }
  return problems;
}

function isPlacedBeyond({ earlyStart, earlyFinish }: NetworkDates, v: number): boolean {
  return isBeyondHorizon(earlyStart[v] ?? 0, earlyFinish[v] ?? 0);
}

function followsOne(network: Network, dates: NetworkDates, v: number): boolean {
  for (let e = network.inRange[v * 2] ?? 0; e < (network.inRange[v * 2 + 1] ?? 0); e++) {
    if (network.code[e] === linkCode.cut) continue;
    const u = network.predecessor[e] ?? 0;
    // A gate that holds nothing back by one of its bounds has it at minus infinity.
    const isGate = ((network.flags[u] ?? 0) & nodeFlag.gate) !== 0;
    const last = Math.max(dates.earlyStart[u] ?? 0, dates.earlyFinish[u] ?? 0);
    if (isGate ? last >= horizon : isPlacedBeyond(dates, u)) return true;
  }
  return false;
}

function horizonProblem(plan: Plan, id: string, isEarly: boolean): Problem {
  const title = plan.tasks.get(id)?.title ?? plan.milestones.get(id)?.title ?? '';
  return createProblem(
    'horizon-exceeded',
    isEarly
      ? `${id} "${title}" would start before the year ${earliestYear}, so it and what follows it have no dates; shorten the leads that pull it there`
      : `${id} "${title}" would finish after the year ${latestYear}, so it and what follows it have no dates; shorten it, its lags, what comes before it or the time off that it waits through`,
    { file: pathOfId(id), items: [id] },
  );
}
