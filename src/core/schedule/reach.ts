import { room } from './lateState.ts';
import { linkCode, nodeFlag, type Network, type NetworkDates } from './network.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/**
 * How far a change reaches through a network, marked while the passes go along: what has to be
 * computed anew, and what came out differently. A class for its marks.
 */
export class Reach {
  readonly #network: Network;
  readonly #successors: SuccessorLinks;
  readonly #early: Uint8Array;
  readonly #late: Uint8Array;
  readonly #rolledUp: Uint8Array;
  readonly #touched: Uint8Array;
  readonly #seeds: Uint8Array;
  /** Of the node at hand, as it was. */
  readonly #before = new Float64Array(10);
  readonly #after = new Float64Array(10);
  #flagBefore = 0;

  constructor(network: Network, successors: SuccessorLinks) {
    const { count } = network;
    this.#network = network;
    this.#successors = successors;
    this.#early = new Uint8Array(count);
    this.#late = new Uint8Array(count);
    this.#rolledUp = new Uint8Array(count);
    this.#touched = new Uint8Array(count);
    this.#seeds = new Uint8Array(count);
  }

  /** Names a node of which something is said anew, or one of whose links binds otherwise. */
  begin(v: number): void {
    this.#seeds[v] = 1;
    this.#early[v] = 1;
    this.#noteEarly(v);
  }

  isEarly(v: number): boolean {
    return this.#early[v] === 1;
  }

  isLate(v: number): boolean {
    return this.#late[v] === 1;
  }

  isRolledUp(v: number): boolean {
    return this.#rolledUp[v] === 1;
  }

  /** True for a node whose dates, floats or conflict may differ from before. */
  isTouched(v: number): boolean {
    return this.#touched[v] === 1;
  }

  beginEarly(v: number, { earlyStart, earlyFinish, finishWork }: NetworkDates): void {
    const { flags } = this.#network;
    this.#before[0] = earlyStart[v] ?? 0;
    this.#before[1] = earlyFinish[v] ?? 0;
    this.#before[2] = finishWork[v] ?? 0;
    this.#flagBefore = flags[v] ?? 0;
    flags[v] = this.#flagBefore & ~nodeFlag.conflict;
  }

  endEarly(v: number, { earlyStart, earlyFinish, finishWork }: NetworkDates): void {
    if (this.#network.flags[v] !== this.#flagBefore) this.#touched[v] = 1;
    const isSame =
      this.#seeds[v] === 0 &&
      Object.is(this.#before[0], earlyStart[v]) &&
      Object.is(this.#before[1], earlyFinish[v]) &&
      this.#before[2] === finishWork[v];
    if (!isSame) this.#noteEarly(v);
  }

  beginLate(v: number, dates: NetworkDates): void {
    this.#remember(v, dates, this.#before);
  }

  endLate(v: number, dates: NetworkDates): void {
    // It stands at its own late dates now, whatever its parts make of them.
    if (((this.#network.flags[v] ?? 0) & gathered) !== 0) this.#rolledUp[v] = 1;
    this.#remember(v, dates, this.#after);
    if (this.#after.every((value, place) => Object.is(value, this.#before[place]))) return;
    this.#touched[v] = 1;
    this.#markPredecessors(v);
    this.rollUpAfter(v);
  }

  /** What a node is part of, or leads to as a task of a milestone, is rolled up anew. */
  rollUpAfter(v: number): void {
    this.#touched[v] = 1;
    const { flags, code } = this.#network;
    const { from, link, successor } = this.#successors;
    if (((flags[v] ?? 0) & gathered) !== 0) this.#rolledUp[v] = 1;
    for (let i = from[v] ?? 0; i < (from[v + 1] ?? 0); i++) {
      const e = link[i] ?? 0;
      const w = successor[e] ?? 0;
      if (code[e] === linkCode.cut) continue;
      if (((flags[w] ?? 0) & gathered) !== 0) this.#rolledUp[w] = 1;
      // [SUM-7] Its dates stand, but its progress is that of its parts.
      else if (code[e] === linkCode.part) this.rollUpAfter(w);
    }
  }

  #noteEarly(v: number): void {
    const { from, link, successor } = this.#successors;
    const { code } = this.#network;
    this.#late[v] = 1;
    for (let i = from[v] ?? 0; i < (from[v + 1] ?? 0); i++) {
      const e = link[i] ?? 0;
      const w = successor[e] ?? 0;
      this.#early[w] = 1;
      // Which part of a summary is the earliest may have changed, though its own dates did not.
      if (code[e] === linkCode.part) this.#late[w] = 1;
    }
    this.#markPredecessors(v);
    this.rollUpAfter(v);
  }

  #markPredecessors(v: number): void {
    const { inFrom, predecessor } = this.#network;
    for (let e = inFrom[v] ?? 0; e < (inFrom[v + 1] ?? 0); e++) this.#late[predecessor[e] ?? 0] = 1;
  }

  /** What predecessors see of a node, and what its own dates say. */
  #remember(v: number, { late, totalFloat, freeFloat }: NetworkDates, into: Float64Array): void {
    const own = v * room.size;
    into[0] = late.lateWork[v] ?? 0;
    into[1] = late.shown[v * 2] ?? 0;
    into[2] = late.shown[v * 2 + 1] ?? 0;
    for (let place = 0; place < room.size; place++) into[3 + place] = late.rooms[own + place] ?? 0;
    into[7] = late.earliestPart.get(v) ?? -1;
    into[8] = totalFloat[v] ?? 0;
    into[9] = freeFloat[v] ?? 0;
  }
}

const gathered = nodeFlag.rollUp | nodeFlag.milestone;
