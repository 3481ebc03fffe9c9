import { findStretch, gridLines, onOtherLine } from '../calendar/workGrid.ts';
import { CrossLinks } from './crossLinks.ts';
import { greater } from './extremes.ts';
import {
  crossBit,
  gridOf,
  lagBit,
  lineBit,
  nodeFlag,
  specialNode,
  type Network,
  type NetworkDates,
} from './network.ts';
import { workOnLines } from './lineDates.ts';
import { SpecialEarlyDates, type LateDates } from './specialEarlyDates.ts';

/**
 * The early dates, each node after its predecessors. What is as late as possible is planned at its
 * late dates once they are known ([CON-8]); its successors follow the planned dates.
 *
 * Ordinary tasks are placed in this loop, on the line of work of their calendar, with everything
 * that it needs in local variables; whatever is special goes the long way.
 */
export function runForwardPass(
  network: Network,
  dates: NetworkDates,
  { late, reach }: ForwardOptions = {},
): void {
  const special = new SpecialEarlyDates(network, dates, late);
  const cross = new CrossLinks(network, dates);
  const { order, flags, inRange, predecessor, code, lag, calendarOf, calendars, duration } =
    network;
  const { finishWork } = dates;
  const { statusDate } = network;
  const { cells } = gridOf(network);
  const rowSize = calendars.length + gridLines;
  const { floor, line: lineFlag } = nodeFlag;
  const { elapsed } = lagBit;
  const floored = Math.max(network.projectStart, statusDate);
  const statusWork = workOnLines(calendars, statusDate);
  const flooredWork = workOnLines(calendars, floored);
  for (let i = 0; i < order.length; i++) {
    const v = reach ? reach.nextEarly() : order[i];
    if (v === undefined) break;
    reach?.beginEarly(v, dates);
    const flag = flags[v] ?? 0;
    if ((flag & specialNode) !== 0) {
      special.place(v);
      reach?.endEarly(v, dates);
      continue;
    }
    const line = calendarOf[v] ?? 0;
    const length = duration[v] ?? 0;
    let work = ((flag & floor) === 0 ? statusWork[line] : flooredWork[line]) ?? 0;
    const end = inRange[v * 2 + 1] ?? 0;
    for (let e = inRange[v * 2] ?? 0; e < end; e++) {
      const link = code[e] ?? 0;
      if (link < lineBit) continue;
      const u = predecessor[e] ?? 0;
      let bound = finishWork[u] ?? 0;
      if ((link & 2) !== 0) bound -= duration[u] ?? 0;
      if (link >= crossBit) {
        const row = findStretch(cells, calendarOf[u] ?? 0, bound - ((~link & 2) >> 1), rowSize);
        if (row < 0 || (link & elapsed) !== 0) bound = cross.lead(e, v);
        else bound = onOtherLine(cells[row + gridLines + line] ?? 0, bound - (cells[row] ?? 0));
      }
      bound += (lag[e] ?? 0) - length * (~link & 1);
      work = greater(work, bound);
    }
    if ((flag & lineFlag) === 0) work = special.placeOffLine(v, work);
    finishWork[v] = work + length;
    reach?.endEarly(v, dates);
  }
}

export interface ForwardOptions {
  /** Where what is as late as possible is to be put: to its late dates among these. */
  readonly late?: LateDates | undefined;
  /** Where not everything is to be placed, or not in the order of the network. */
  readonly reach?: EarlyOrder | undefined;
}

/** Which nodes are placed, each after its predecessors. */
export interface EarlyOrder {
  /** Undefined when there is none left. */
  nextEarly(): number | undefined;
  beginEarly(v: number, dates: NetworkDates): void;
  /** The early dates of the node are there, and may be put later; nothing else has read them yet. */
  endEarly(v: number, dates: NetworkDates): void;
}
