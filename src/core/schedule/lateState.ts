import type { Instant } from '../model/instant.ts';

/** What the successors of a node leave it, four numbers a node so that they share a cache line. */
export const room = { finish: 0, start: 1, freeFinish: 2, freeStart: 3, size: 4 } as const;

/** What the backward pass finds out about each node besides its dates; kept to follow a change. */
export interface LateState {
  /** By node and {@link room}: what successors off the line of work leave it. */
  readonly rooms: Float64Array;
  /** The finish on its line that its successors there allow, two a node: late, and without moving. */
  readonly lineRooms: Float64Array;
  /** Of ordinary tasks: the late finish on the line of work of their calendar. */
  readonly lateWork: Float64Array;
  /** The late start and finish that its predecessors see, two a node; NaN where it shows none. */
  readonly shown: Float64Array;
  /** Of summaries with parts: the part whose planned start is the earliest. */
  readonly earliestPart: Map<number, number>;
}

export function createLateState(count: number): LateState {
  return {
    rooms: new Float64Array(count * room.size),
    lineRooms: new Float64Array(count * 2),
    lateWork: new Float64Array(count),
    shown: new Float64Array(count * 2),
    earliestPart: new Map(),
  };
}

/** Empties what is gathered or may be left out; the rest is written for every node. */
export function clearLateState(
  { rooms, lineRooms, shown, earliestPart }: LateState,
  projectFinish: Instant,
): void {
  rooms.fill(Infinity);
  for (let place: number = room.finish; place < rooms.length; place += room.size) {
    rooms[place] = projectFinish;
  }
  lineRooms.fill(Infinity);
  shown.fill(NaN);
  earliestPart.clear();
}
