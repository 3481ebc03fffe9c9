import type { Instant } from '../model/instant.ts';
import { CrossLinks } from './crossLinks.ts';
import { clearLateState } from './lateState.ts';
import {
  crossBit,
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
  const cross = new CrossLinks(network, dates);
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
    const line = calendarOf[v] ?? 0;
    const length = duration[v] ?? 0;
    const planned = finishWork[v] ?? 0;
    let work = Math.min(lineRooms[v * 2] ?? 0, lastWork[line] ?? 0);
    let freely = lineRooms[v * 2 + 1] ?? 0;
    if ((flag & lineFlag) === 0) {
      work = Math.min(work, left.lateWork(v));
      freely = Math.min(freely, left.freeWork(v));
      special.presentOffLine(v, work);
    } else if (calendars[line]?.isNightly === true) special.keepLateFinish(v, work);
    lateWork[v] = work;
    totalFloat[v] = work - planned;
    freeFloat[v] = Math.max(0, (freely === Infinity ? work : freely) - planned);
    const end = inFrom[v + 1] ?? 0;
    for (let e = inFrom[v] ?? 0; e < end; e++) {
      const link = code[e] ?? 0;
      if (link < lineBit) continue;
      const u = predecessor[e] ?? 0;
      const own = (link & 1) === 0 ? 0 : length;
      let late = work - own;
      let free = planned - own;
      if (link !== plainLink) {
        const minutes = lag[e] ?? 0;
        if (link < crossBit) {
          late -= minutes;
          free -= minutes;
        } else {
          cross.leave(e, v, work);
          late = cross.late;
          free = cross.free;
        }
        const before = (link & 2) === 0 ? 0 : (duration[u] ?? 0);
        late += before;
        free += before;
      }
      if (late < (lineRooms[u * 2] ?? 0)) lineRooms[u * 2] = late;
      if (free < (lineRooms[u * 2 + 1] ?? 0)) lineRooms[u * 2 + 1] = free;
    }
  }
}

const lineFlag = nodeFlag.line;
/** The plainest link of all: FS without lag on one calendar. */
const plainLink = linkCode.FS + lineBit;
