import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import { carryWork } from '../calendar/workLine.ts';
import type { WorkTable } from '../calendar/workTable.ts';
import type { Instant } from '../model/instant.ts';
import { CrossLinks } from './crossLinks.ts';
import {
  crossBit,
  lineBit,
  lagBit,
  linkCode,
  nodeFlag,
  specialNode,
  type Network,
  type NetworkDates,
} from './network.ts';
import type { Reach } from './reach.ts';
import { SpecialEarlyDates } from './specialEarlyDates.ts';

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
  { isLateKnown = false, reach }: ForwardOptions = {},
): void {
  const special = new SpecialEarlyDates(network, dates, isLateKnown);
  const cross = new CrossLinks(network, dates);
  const { order, flags, inFrom, predecessor, code, lag, calendarOf, calendars, duration } = network;
  const { finishWork } = dates;
  const tables = calendars.map(calendar => calendar.table);
  const { statusDate } = network;
  const { floor, line: lineFlag } = nodeFlag;
  const { elapsed } = lagBit;
  const floored = Math.max(network.projectStart, statusDate);
  const statusWork = Float64Array.from(calendars, line => workOrNone(line, statusDate));
  const flooredWork = Float64Array.from(calendars, line => workOrNone(line, floored));
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
    const own = tables[line] ?? none;
    const end = inFrom[v + 1] ?? 0;
    for (let e = inFrom[v] ?? 0; e < end; e++) {
      const link = code[e] ?? 0;
      if (link < lineBit) continue;
      const u = predecessor[e] ?? 0;
      let bound = finishWork[u] ?? 0;
      if (link !== plainLink) {
        if ((link & 2) !== 0) bound -= duration[u] ?? 0;
        if (link < crossBit) bound += lag[e] ?? 0;
        else if ((link & elapsed) !== 0) bound = cross.leadElapsed(e, v);
        else {
          const other = tables[calendarOf[u] ?? 0] ?? none;
          bound = carryWork(other, own, bound, (~link & 2) >> 1) + (lag[e] ?? 0);
        }
        if ((link & 1) === 0) bound -= length;
      }
      if (bound > work) work = bound;
    }
    if ((flag & lineFlag) === 0) work = special.placeOffLine(v, work);
    finishWork[v] = work + length;
    reach?.endEarly(v, dates);
  }
}

export interface ForwardOptions {
  /** True where what is as late as possible can be put to its late dates. */
  readonly isLateKnown?: boolean;
  /** Where only what a change reaches is to be placed: what it reaches. */
  readonly reach?: Reach | undefined;
}

/** The plainest link of all: FS without lag on one calendar. */
const plainLink = linkCode.FS + lineBit;

const none: WorkTable = new Int32Array(0);

function workOrNone(calendar: CompiledCalendar, at: Instant): number {
  return at === -Infinity ? at : calendar.workAt(at);
}
