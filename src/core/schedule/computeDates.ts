import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { runBackwardPass } from './backwardPass.ts';
import { fitToFinish } from './fitToFinish.ts';
import { runForwardPass } from './forwardPass.ts';
import { dropBeyondHorizon, isBeyondHorizon } from './horizon.ts';
import { fillLineMoments, findSpan } from './lineDates.ts';
import { nodeFlag, type Network, type NetworkDates } from './network.ts';
import { rollUpLate } from './rollUpLate.ts';
import { settleNodes } from './settleNodes.ts';
import { keepBefore } from './specialEarlyDates.ts';

/** What the passes came to. */
export interface ComputedDates {
  /** With the start that its dates hang on. */
  readonly network: Network;
  readonly dates: NetworkDates;
  /** [LATE-1] What the late dates hang on. */
  readonly projectFinish: Instant;
  /** The same of the dates as early as possible. */
  readonly groundFinish: Instant;
  /** What lies beyond the horizon. */
  readonly problems: readonly Problem[];
}

/** All passes over a network. */
export function computeDates(given: Network, dates: NetworkDates, plan: Plan): ComputedDates {
  const ground = dates.ground ?? dates;
  const { problems, finish } = placeWithin(given, ground, plan);
  const network = given.givenFinish === undefined ? given : fitToFinish(given, ground);
  const groundFinish = network.givenFinish ?? finish;
  runBackwardPass(network, ground, groundFinish);
  const projectFinish = dates.ground ? placeLate(network, dates, dates.ground) : groundFinish;
  rollUpLate(network, dates);
  return { network, dates, projectFinish, groundFinish, problems };
}

/** [CON-8] Plans what is as late as possible, and what follows it; answers with the end of that. */
function placeLate(network: Network, dates: NetworkDates, ground: NetworkDates): Instant {
  const { flags, givenFinish } = network;
  for (let v = 0; v < flags.length; v++) flags[v] = (flags[v] ?? 0) & ~nodeFlag.conflict;
  runForwardPass(network, dates, { late: ground });
  if (givenFinish !== undefined) {
    // [PRJ-8] Where everything is late, the early dates are those from before that was known.
    dates.earlyStart.set(ground.earlyStart);
    dates.earlyFinish.set(ground.earlyFinish);
    for (let v = 0; v < flags.length; v++) {
      if (((flags[v] ?? 0) & nodeFlag.elapsed) === 0) continue;
      keepBefore(dates, v, { from: dates.start[v] ?? 0, to: dates.finish[v] ?? 0 });
    }
  }
  const projectFinish = givenFinish ?? findSpan(network, dates).finish;
  runBackwardPass(network, dates, projectFinish);
  return projectFinish;
}

/** The early dates, without whatever would not end in time, and the latest of them. */
function placeWithin(
  network: Network,
  dates: NetworkDates,
  plan: Plan,
): { readonly problems: readonly Problem[]; readonly finish: Instant } {
  runForwardPass(network, dates);
  const { start, finish } = findSpan(network, dates);
  if (!isBeyondHorizon(start, finish)) return { problems: [], finish };
  fillLineMoments(network, dates);
  const problems = dropBeyondHorizon(network, dates, plan);
  settleNodes(network);
  runForwardPass(network, dates);
  return { problems, finish: findSpan(network, dates).finish };
}
