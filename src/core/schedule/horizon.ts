import { dayNumber, latestYear, minutesPerDay, type Instant } from '../model/instant.ts';
import { pathOfId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { linkCode, nodeFlag, type Network, type NetworkDates } from './network.ts';

/** The first moment that a plan cannot speak of. */
const horizon = dayNumber(latestYear + 1, 1, 1) * minutesPerDay;

/** True for a moment that a plan cannot speak of. */
export function isBeyondHorizon(at: Instant): boolean {
  return at >= horizon;
}

/**
 * [HOR-1] Takes the dates of whatever would finish beyond the horizon. One problem for each task
 * that gets there first; what only follows it is not reported on its own.
 */
export function dropBeyondHorizon(
  network: Network,
  dates: NetworkDates,
  plan: Plan,
): readonly Problem[] {
  const problems: Problem[] = [];
  const gathered = nodeFlag.gate | nodeFlag.rollUp | nodeFlag.undated;
  const { order, flags } = network;
  const { earlyFinish } = dates;
  for (let i = 0; i < order.length; i++) {
    const v = order[i] ?? 0;
    if (!((earlyFinish[v] ?? 0) >= horizon)) continue;
    const flag = flags[v] ?? 0;
    if ((flag & gathered) !== 0) continue;
    flags[v] = flag | nodeFlag.undated;
    if (!followsOne(network, dates, v)) problems.push(horizonProblem(plan, network.ids[v] ?? ''));
  }
  return problems;
}

function followsOne(network: Network, dates: NetworkDates, v: number): boolean {
  for (let e = network.inFrom[v] ?? 0; e < (network.inFrom[v + 1] ?? 0); e++) {
    if (network.code[e] === linkCode.cut) continue;
    if ((dates.earlyFinish[network.predecessor[e] ?? 0] ?? 0) >= horizon) return true;
  }
  return false;
}

function horizonProblem(plan: Plan, id: string): Problem {
  const title = plan.tasks.get(id)?.title ?? plan.milestones.get(id)?.title ?? '';
  return createProblem(
    'horizon-exceeded',
    `${id} "${title}" would finish after the year ${latestYear}, so it and what follows it have no dates; shorten it or what comes before it`,
    { file: pathOfId(id), items: [id] },
  );
}
