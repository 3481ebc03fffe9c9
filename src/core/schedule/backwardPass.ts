import type { Instant } from '../model/instant.ts';
import { clearLateState } from './clearLateState.ts';
import { farAway } from './extremes.ts';
import { nodeFlag, specialNode, type Network, type NetworkDates } from './network.ts';
import { nightsOf, workOnLines } from './lineDates.ts';
import { PredecessorRoom } from './predecessorRoom.ts';
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
  { isTotalOnly = false }: BackwardOptions = {},
): void {
  clearLateState(network, dates.late, projectFinish);
  const { lineRooms } = dates.late;
  const left = new SuccessorRoom(network, dates, { projectFinish });
  const told = new PredecessorRoom(network, dates);
  const special = new SpecialLateDates(network, dates, { left, projectFinish });
  const { order, flags, calendarOf, calendars } = network;
  const { finishWork, totalFloat, freeFloat } = dates;
  const lastWork = workOnLines(calendars, projectFinish);
  const isNightly = nightsOf(calendars);
  for (let i = network.count - 1; i >= 0; i--) {
    const v = order[i] ?? 0;
    const flag = flags[v] ?? 0;
    if ((flag & specialNode) !== 0) {
      special.place(v);
      continue;
    }
    const line = calendarOf[v] ?? 0;
    const planned = finishWork[v] ?? 0;
    let work = Math.min(lineRooms[v * 2] ?? 0, lastWork[line] ?? 0);
    let freely = lineRooms[v * 2 + 1] ?? 0;
    if ((flag & lineFlag) === 0) {
      work = Math.min(work, left.lateWork(v));
      freely = Math.min(freely, left.freeWork(v));
      special.presentOffLine(v, work);
    } else if (isNightly[line] === 1) special.keepLateFinish(v, work);
    lineRooms[v * 2] = work;
    totalFloat[v] = work - planned;
    if (isTotalOnly) {
      told.tellLate(v, work);
      continue;
    }
    freeFloat[v] = Math.max(0, (freely >= farAway ? work : freely) - planned);
    told.tell(v, work);
  }
}

export interface BackwardOptions {
  /** True where nobody asks for free floats; what is written of them means nothing then. */
  readonly isTotalOnly?: boolean;
}

const lineFlag = nodeFlag.line;
