import type { Instant } from '../model/instant.ts';

/** What the successors of a node leave it, four numbers a node so that they share a cache line. */
export const room = { finish: 0, start: 1, freeFinish: 2, freeStart: 3, size: 4 } as const;

/** What the backward pass finds out about each node besides its dates; kept to follow a change. */
export interface LateState {
  /** By node and {@link room}: what successors off the line of work leave it. */
  readonly rooms: Float64Array;
  /**
   * The finish on its line that its successors there allow, two a node: late, and without moving;
   * far away where none of them is. Once an ordinary task is placed, the first is its late finish.
   */
  readonly lineRooms: Float64Array;
  /** The late start and finish that its predecessors see, two a node; NaN where it shows none. */
  readonly shown: Float64Array;
  /** Of summaries with parts: the part whose planned start is the earliest. */
  readonly earliestPart: Map<number, number>;
}

export function createLateState(count: number): LateState {
  return {
    rooms: new Float64Array(count * room.size).fill(Infinity),
    lineRooms: new Float64Array(count * 2),
    shown: new Float64Array(count * 2).fill(NaN),
    earliestPart: new Map(),
  };
}

/** Of a node to which its successors are to say anew what they leave it. */
export function clearRooms(rooms: Float64Array, v: number, projectFinish: Instant): void {
  const own = v * room.size;
  rooms[own + room.finish] = projectFinish;
  rooms[own + room.start] = Infinity;
  rooms[own + room.freeFinish] = Infinity;
  rooms[own + room.freeStart] = Infinity;
}
