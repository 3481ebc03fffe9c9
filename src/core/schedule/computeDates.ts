import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { runBackwardPass } from './backwardPass.ts';
import { runForwardPass } from './forwardPass.ts';
import { dropBeyondHorizon } from './horizon.ts';
import { nodeFlag, type Network, type NetworkDates } from './network.ts';
import { rollUpLate } from './rollUpLate.ts';
import { settleNodes } from './settleNodes.ts';

/** All passes over a network; answers with what lies beyond the horizon. */
export function computeDates(
  network: Network,
  dates: NetworkDates,
  plan: Plan,
): readonly Problem[] {
  runForwardPass(network, dates, false);
  const problems = dropBeyondHorizon(network, dates, plan);
  if (problems.length > 0) {
    settleNodes(network);
    runForwardPass(network, dates, false);
  }
  runBackwardPass(network, dates, latestFinish(network, dates));
  if (dates.start !== dates.earlyStart) {
    runForwardPass(network, dates, true);
    runBackwardPass(network, dates, latestFinish(network, dates));
  }
  rollUpLate(network, dates);
  return problems;
}

/** Milestone items follow their tasks, so tasks alone decide when the project ends. */
export function latestFinish(network: Network, { finish }: NetworkDates): Instant {
  const aside = nodeFlag.gate | nodeFlag.milestone | nodeFlag.rollUp | nodeFlag.undated;
  const { count, flags } = network;
  let latest = -Infinity;
  for (let v = 0; v < count; v++) {
    const end = finish[v] ?? 0;
    if (end > latest && ((flags[v] ?? 0) & aside) === 0) latest = end;
  }
  return latest === -Infinity ? network.projectStart : latest;
}
