import { runBackwardPass } from './backwardPass.ts';
import { runForwardPass } from './forwardPass.ts';
import { readMoments } from './lineDates.ts';
import { nodeFlag, type Network, type NetworkDates } from './network.ts';

/**
 * [PRJ-7] A plan that is scheduled back from its finish starts with the earliest late start of its
 * tasks. Answers with the network that starts there, its early dates computed.
 */
export function fitToFinish(network: Network, dates: NetworkDates): Network {
  const finish = network.givenFinish ?? network.projectStart;
  runBackwardPass(network, dates, finish);
  const aside = nodeFlag.gate | nodeFlag.milestone | nodeFlag.rollUp | nodeFlag.undated;
  let first = finish;
  for (let v = 0; v < network.count; v++) {
    if (((network.flags[v] ?? 0) & aside) !== 0) continue;
    first = Math.min(first, readMoments(network, dates, v).lateStart);
  }
  // What had to be broken was broken from a start that is none.
  const flags = network.flags.map(flag => flag & ~nodeFlag.conflict);
  const fitted = { ...network, flags, projectStart: first };
  runForwardPass(fitted, dates);
  return fitted;
}
