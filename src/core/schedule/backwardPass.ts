import type { Instant } from '../model/instant.ts';
import { linkCode, specialNode, type Network, type NetworkDates } from './network.ts';
import { SpecialLateDates } from './specialLateDates.ts';
import { room, SuccessorRoom } from './successorRoom.ts';

/**
 * The late dates and both floats, each node before its predecessors. Nothing may end after the
 * project does ([LATE-1]).
 *
 * Ordinary tasks are placed in this loop, with everything that it needs in local variables;
 * whatever is special goes the long way.
 */
export function runBackwardPass(
  network: Network,
  dates: NetworkDates,
  projectFinish: Instant,
): void {
  const left = new SuccessorRoom(network, dates, projectFinish);
  const special = new SpecialLateDates(network, dates, { left, projectFinish });
  const { order, flags, inFrom, predecessor, code, calendarOf, calendars, duration } = network;
  const { start, finish, lateStart, lateFinish, totalFloat, freeFloat } = dates;
  const { rooms } = left;
  for (let i = network.count - 1; i >= 0; i--) {
    const v = order[i] ?? 0;
    const calendar = calendars[calendarOf[v] ?? 0];
    if (((flags[v] ?? 0) & specialNode) !== 0 || !calendar) {
      special.place(v);
      continue;
    }
    const own = v * room.size;
    const length = duration[v] ?? 0;
    let work = calendar.workAt(rooms[own] ?? 0);
    const startRoom = rooms[own + room.start] ?? 0;
    if (startRoom !== Infinity) work = Math.min(work, calendar.workAt(startRoom) + length);
    const late = calendar.startOf(work - length);
    lateStart[v] = late;
    lateFinish[v] = calendar.endOf(work);
    const finishWork = calendar.workAt(finish[v] ?? 0);
    totalFloat[v] = work - finishWork;
    freeFloat[v] = left.freeFloat(v, calendar, finishWork);
    const from = start[v] ?? 0;
    const end = inFrom[v + 1] ?? 0;
    let isPresented = false;
    for (let e = inFrom[v] ?? 0; e < end; e++) {
      if (code[e] === linkCode.FS) {
        const other = (predecessor[e] ?? 0) * room.size;
        if (late < (rooms[other] ?? 0)) rooms[other] = late;
        if (from < (rooms[other + room.freeFinish] ?? 0)) rooms[other + room.freeFinish] = from;
        continue;
      }
      if (!isPresented) left.present(v, late, lateFinish[v] ?? 0);
      isPresented = true;
      left.pass(e, calendar);
    }
  }
}
