import type { Instant } from '../model/instant.ts';
import { farAway } from './extremes.ts';
import { clearRooms, type LateState } from './lateState.ts';
import { nightsOf } from './lineDates.ts';
import { nodeFlag, type Network } from './network.ts';

/**
 * Empties what is gathered or may be left out; the rest is written for every node. Of a task on a
 * line of work nobody asks what moments are left to it, unless it works at night ([LATE-4]).
 */
export function clearLateState(
  { flags, calendarOf, calendars }: Network,
  { rooms, lineRooms, shown, earliestPart }: LateState,
  projectFinish: Instant,
): void {
  const isNightly = nightsOf(calendars);
  lineRooms.fill(farAway);
  earliestPart.clear();
  for (let v = 0; v < flags.length; v++) {
    const isOnLine = ((flags[v] ?? 0) & nodeFlag.line) !== 0;
    if (isOnLine && isNightly[calendarOf[v] ?? 0] === 0) continue;
    clearRooms(rooms, v, projectFinish);
    shown[v * 2] = NaN;
    shown[v * 2 + 1] = NaN;
  }
}
