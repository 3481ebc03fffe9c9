import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { runBackwardPass } from './backwardPass.ts';
import { fitToFinish } from './fitToFinish.ts';
import { runForwardPass } from './forwardPass.ts';
import { dropBeyondHorizon, isBeyondHorizon } from './horizon.ts';
import { fillLineMoments, findSpan } from './lineDates.ts';
import type { Network, NetworkDates } from './network.ts';
import { rollUpLate } from './rollUpLate.ts';
import { settleNodes } from './settleNodes.ts';

/** What the passes came to. */
export interface ComputedDates {
  /** With the start that its dates hang on. */
  readonly network: Network;
  readonly dates: NetworkDates;
  /** [LATE-1] What the late dates hang on. */
  readonly projectFinish: Instant;
  /** What lies beyond the horizon. */
  readonly problems: readonly Problem[];
}

/** All passes over a network. */
export function computeDates(given: Network, dates: NetworkDates, plan: Plan): ComputedDates {
  const { problems, finish } = placeWithin(given, dates, plan);
  const network = given.givenFinish === undefined ? given : fitToFinish(given, dates);
  let projectFinish = network.givenFinish ?? finish;
  runBackwardPass(network, dates, projectFinish);
  if (dates.start !== dates.earlyStart) {
    // [PRJ-8] Where everything is late, the early dates are those from before that was known.
    const early = network.givenFinish === undefined ? undefined : copyEarly(dates);
    runForwardPass(network, dates, { isLateKnown: true });
    if (early) setEarly(dates, early);
    projectFinish = network.givenFinish ?? findSpan(network, dates).finish;
    runBackwardPass(network, dates, projectFinish);
  }
  rollUpLate(network, dates);
  return { network, dates, projectFinish, problems };
}

type EarlyDates = Pick<NetworkDates, 'earlyStart' | 'earlyFinish'>;

function copyEarly({ earlyStart, earlyFinish }: EarlyDates): EarlyDates {
  return { earlyStart: earlyStart.slice(), earlyFinish: earlyFinish.slice() };
}

function setEarly(dates: EarlyDates, early: EarlyDates): void {
  dates.earlyStart.set(early.earlyStart);
  dates.earlyFinish.set(early.earlyFinish);
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
