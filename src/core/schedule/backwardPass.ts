import type { Instant } from '../model/instant.ts';
import { clearLateState } from './lateState.ts';
import {
  lineBit,
  linkCode,
  nodeFlag,
  specialNode,
  type Network,
  type NetworkDates,
} from './network.ts';
import { SpecialLateDates } from './specialLateDates.ts';
import { SuccessorRoom } from './successorRoom.ts';

/**
 * The late dates and both floats, each node before its predecessors. Nothing may end after the
 * project does ([LATE-1]).
 *
 * Ordinary tasks are placed in this loop, on the line of work of their calendar, with everything
 * that it needs in local variables; whatever is special goes the long way.
 */
export function runBackwardPass(
  network: Network,
  dates: NetworkDates,
  projectFinish: Instant,
): void {
  clearLateState(dates.late, projectFinish);
  const { lineRooms, lateWork } = dates.late;
  const left = new SuccessorRoom(network, dates, { projectFinish });
  const special = new SpecialLateDates(network, dates, { left, projectFinish });
  const { order, flags, inFrom, predecessor, code, lag, calendarOf, calendars, duration } = network;
  const { finishWork, totalFloat, freeFloat } = dates;
  const lastWork = Float64Array.from(calendars, line => line.workAt(projectFinish));
  for (let i = network.count - 1; i >= 0; i--) {
    const v = order[i] ?? 0;
    const flag = flags[v] ?? 0;
    if ((flag & specialNode) !== 0) {
      special.place(v);
      continue;
    }
    const length = duration[v] ?? 0;
    const planned = finishWork[v] ?? 0;
    let work = Math.min(lineRooms[v * 2] ?? 0, lastWork[calendarOf[v] ?? 0] ?? 0);
    let free = lineRooms[v * 2 + 1] ?? 0;
    if ((flag & nodeFlag.line) === 0) {
      work = Math.min(work, left.lateWork(v));
      free = Math.min(free, left.freeWork(v));
      special.presentOffLine(v, work);
    }
    lateWork[v] = work;
    totalFloat[v] = work - planned;
    freeFloat[v] = Math.max(0, (free === Infinity ? work : free) - planned);
    const end = inFrom[v + 1] ?? 0;
    for (let e = inFrom[v] ?? 0; e < end; e++) {
      const link = code[e] ?? 0;
      if (link < lineBit) continue;
      const u = predecessor[e] ?? 0;
      let shift = length;
      if (link !== plainLink) {
        if ((link & 1) === 0) shift = 0;
        shift += lag[e] ?? 0;
        if ((link & 2) !== 0) shift -= duration[u] ?? 0;
      }
      if (work - shift < (lineRooms[u * 2] ?? 0)) lineRooms[u * 2] = work - shift;
      if (planned - shift < (lineRooms[u * 2 + 1] ?? 0)) lineRooms[u * 2 + 1] = planned - shift;
    }
  }
}

/** The plainest link of all: FS without lag on one calendar. */
const plainLink = linkCode.FS + lineBit;
