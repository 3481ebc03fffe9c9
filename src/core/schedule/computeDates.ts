import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { runBackwardPass } from './backwardPass.ts';
import { fitToFinish } from './fitToFinish.ts';
import { runForwardPass } from './forwardPass.ts';
import { dropBeyondHorizon, isBeyondHorizon } from './horizon.ts';
import { earliestStart, fillLineMoments, latestFinish } from './lineDates.ts';
import type { Network, NetworkDates } from './network.ts';
import { rollUpLate } from './rollUpLate.ts';
import { settleNodes } from './settleNodes.ts';

/** The network with the start that its dates hang on, and what lies beyond the horizon. */
export interface ComputedDates {
  readonly network: Network;
  readonly problems: readonly Problem[];
}

/** All passes over a network. */
export function computeDates(given: Network, dates: NetworkDates, plan: Plan): ComputedDates {
  const problems = placeWithin(given, dates, plan);
  const network = given.givenFinish === undefined ? given : fitToFinish(given, dates);
  runBackwardPass(network, dates, network.givenFinish ?? latestFinish(network, dates));
  if (dates.start !== dates.earlyStart) {
    runForwardPass(network, dates, true);
    runBackwardPass(network, dates, network.givenFinish ?? latestFinish(network, dates));
  }
  rollUpLate(network, dates);
  return { network, problems };
}

/** The early dates, without whatever would not end in time. */
function placeWithin(network: Network, dates: NetworkDates, plan: Plan): readonly Problem[] {
  runForwardPass(network, dates, false);
  const first = earliestStart(network, dates);
  if (!isBeyondHorizon(first, latestFinish(network, dates))) return [];
  fillLineMoments(network, dates);
  const problems = dropBeyondHorizon(network, dates, plan);
  settleNodes(network);
  runForwardPass(network, dates, false);
  return problems;
}
