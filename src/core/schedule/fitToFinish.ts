import type { Instant } from '../model/instant.ts';
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
  const actualStart = beginInTime(network, dates);
  const aside = nodeFlag.gate | nodeFlag.milestone | nodeFlag.rollUp | nodeFlag.undated;
  let first = finish;
  for (let v = 0; v < network.count; v++) {
    if (((network.flags[v] ?? 0) & aside) !== 0) continue;
    const supposed = Number.isNaN(network.actualStart[v]) ? (actualStart[v] ?? NaN) : NaN;
    const late = readMoments(network, dates, v).lateStart;
    first = Math.min(first, Number.isNaN(supposed) ? late : supposed);
  }
  // What had to be broken was broken from a start that is none.
  const flags = network.flags.map(flag => flag & ~nodeFlag.conflict);
  const fitted = { ...network, flags, actualStart, projectStart: first };
  runForwardPass(fitted, dates);
  return fitted;
}

/**
 * [ACT-9] The actual starts, and those of begun work of which nobody said when it began: as late as
 * what is left of it allows, and so that what is done of it lies before the progress date.
 */
function beginInTime(network: Network, dates: NetworkDates): Float64Array {
  const { flags, calendars, calendarOf, duration, remaining, statusDate } = network;
  const actualStart = network.actualStart.slice();
  const asWritten = nodeFlag.constrained | nodeFlag.finished;
  for (let v = 0; v < network.count; v++) {
    const flag = flags[v] ?? 0;
    const calendar = calendars[calendarOf[v] ?? 0];
    if ((flag & nodeFlag.started) === 0 || (flag & asWritten) !== 0 || !calendar) continue;
    if (!Number.isNaN(actualStart[v]) || !Number.isNaN(network.actualFinish[v])) continue;
    const back = (from: Instant, minutes: number): Instant =>
      (flag & nodeFlag.elapsed) === 0 ? calendar.addWork(from, -minutes) : from - minutes;
    const left = remaining[v] ?? 0;
    const resume = Math.min(back(dates.lateFinish[v] ?? 0, left), statusDate);
    actualStart[v] = back(resume, (duration[v] ?? 0) - left);
  }
  return actualStart;
}
