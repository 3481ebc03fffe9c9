import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { runBackwardPass } from './backwardPass.ts';
import { runForwardPass } from './forwardPass.ts';
import { dropBeyondHorizon, isBeyondHorizon } from './horizon.ts';
import { fillLineMoments, latestFinish } from './lineDates.ts';
import type { Network, NetworkDates } from './network.ts';
import { rollUpLate } from './rollUpLate.ts';
import { settleNodes } from './settleNodes.ts';

/** All passes over a network; answers with what lies beyond the horizon. */
export function computeDates(
  network: Network,
  dates: NetworkDates,
  plan: Plan,
): readonly Problem[] {
  runForwardPass(network, dates, false);
  let problems: readonly Problem[] = [];
  let projectFinish = latestFinish(network, dates);
  if (isBeyondHorizon(projectFinish)) {
    fillLineMoments(network, dates);
    problems = dropBeyondHorizon(network, dates, plan);
    settleNodes(network);
    runForwardPass(network, dates, false);
    projectFinish = latestFinish(network, dates);
  }
  runBackwardPass(network, dates, projectFinish);
  if (dates.start !== dates.earlyStart) {
    runForwardPass(network, dates, true);
    runBackwardPass(network, dates, latestFinish(network, dates));
  }
  rollUpLate(network, dates);
  return problems;
}
