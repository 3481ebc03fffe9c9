import { room } from './lateState.ts';
import { linkCode, nodeFlag, type Network, type NetworkDates } from './network.ts';
import type { NetworkIndex } from './networkIndex.ts';
import { PlaceQueue } from './placeQueue.ts';

/**
 * How far a change reaches through a network, found while the passes go along: what has to be
 * computed anew, and what came out differently. A class for its marks.
 */
export class Reach {
  readonly #network: Network;
  readonly #index: NetworkIndex;
  readonly #early: Marks;
  readonly #late: Marks;
  readonly #rolledUp: Marks;
  readonly #touched = new Set<number>();
  readonly #moved: number[] = [];
  readonly #seeds = new Set<number>();
  readonly #keep: (v: number) => void;
  /** Of the node at hand, as it was. */
  readonly #before = new Float64Array(10);
  readonly #after = new Float64Array(10);
  #flagBefore = 0;

  /** @param keep called before anything of a node is computed anew */
  constructor(network: Network, index: NetworkIndex, keep: (v: number) => void) {
    const { positions } = index;
    this.#network = network;
    this.#index = index;
    this.#keep = keep;
    this.#early = new Marks(v => positions[v] ?? 0);
    this.#late = new Marks(v => -(positions[v] ?? 0));
    this.#rolledUp = new Marks(v => positions[v] ?? 0);
  }

  /** Names a node of which something is said anew, or one of whose links binds otherwise. */
  begin(v: number): void {
    this.#keep(v);
    this.#seeds.add(v);
    this.#early.add(v);
    this.#noteEarly(v);
  }

  /** The next node to be placed, after its predecessors; undefined when all are. */
  nextEarly(): number | undefined {
    return this.#placeOf(this.#early.next());
  }

  /** The next node whose late dates are to be found, before its predecessors. */
  nextLate(): number | undefined {
    const place = this.#late.next();
    return place === undefined ? undefined : this.#placeOf(-place);
  }

  /** The next node to be rolled up, after its parts. */
  nextRolledUp(): number | undefined {
    const v = this.#placeOf(this.#rolledUp.next());
    if (v !== undefined) this.#keep(v);
    return v;
  }

  isLate(v: number): boolean {
    return this.#late.has(v);
  }

  /** The nodes whose early dates, or what they are made from, may differ from before. */
  get moved(): readonly number[] {
    return this.#moved;
  }

  /** The nodes whose dates, floats, progress or conflict may differ from before. */
  get touched(): ReadonlySet<number> {
    return this.#touched;
  }

  beginEarly(v: number, dates: NetworkDates): void {
    const { earlyStart, earlyFinish, start, finish, finishWork } = dates;
    const { flags } = this.#network;
    this.#keep(v);
    this.#before[0] = earlyStart[v] ?? 0;
    this.#before[1] = earlyFinish[v] ?? 0;
    this.#before[2] = finishWork[v] ?? 0;
    this.#before[3] = start[v] ?? 0;
    this.#before[4] = finish[v] ?? 0;
    this.#flagBefore = flags[v] ?? 0;
    flags[v] = this.#flagBefore & ~nodeFlag.conflict;
  }

  endEarly(v: number, dates: NetworkDates): void {
    const { earlyStart, earlyFinish, start, finish, finishWork } = dates;
    if (this.#network.flags[v] !== this.#flagBefore) this.#touched.add(v);
    const isSame =
      !this.#seeds.has(v) &&
      Object.is(this.#before[0], earlyStart[v]) &&
      Object.is(this.#before[1], earlyFinish[v]) &&
      Object.is(this.#before[3], start[v]) &&
      Object.is(this.#before[4], finish[v]) &&
      this.#before[2] === finishWork[v];
    if (isSame) return;
    this.#moved.push(v);
    this.#noteEarly(v);
  }

  beginLate(v: number, dates: NetworkDates): void {
    this.#keep(v);
    this.#remember(v, dates, this.#before);
  }

  endLate(v: number, dates: NetworkDates): void {
    // It stands at its own late dates now, whatever its parts make of them.
    if (((this.#network.flags[v] ?? 0) & gathered) !== 0) this.#rolledUp.add(v);
    this.#remember(v, dates, this.#after);
    if (this.#after.every((value, place) => Object.is(value, this.#before[place]))) return;
    this.#markPredecessors(v);
    this.rollUpAfter(v);
  }

  /** What a node is part of, or leads to as a task of a milestone, is rolled up anew. */
  rollUpAfter(v: number): void {
    this.#touched.add(v);
    const { flags, code } = this.#network;
    const { outRange, link, successor } = this.#index.successors;
    if (((flags[v] ?? 0) & gathered) !== 0) this.#rolledUp.add(v);
    for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
      const e = link[i] ?? 0;
      const w = successor[e] ?? 0;
      if (code[e] === linkCode.cut) continue;
      if (((flags[w] ?? 0) & gathered) !== 0) this.#rolledUp.add(w);
      else if (code[e] === linkCode.part) {
        // [SUM-7] Its dates stand, but its progress is that of its parts.
        this.#keep(w);
        this.rollUpAfter(w);
      }
    }
  }

  #placeOf(place: number | undefined): number | undefined {
    return place === undefined ? undefined : this.#network.order[place];
  }

  #noteEarly(v: number): void {
    const { outRange, link, successor } = this.#index.successors;
    const { code } = this.#network;
    this.#late.add(v);
    for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
      const e = link[i] ?? 0;
      const w = successor[e] ?? 0;
      this.#early.add(w);
      // Which part of a summary is the earliest may have changed, though its own dates did not.
      if (code[e] === linkCode.part) this.#late.add(w);
    }
    this.#markPredecessors(v);
    this.rollUpAfter(v);
  }

  #markPredecessors(v: number): void {
    const { inRange, predecessor } = this.#network;
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++)
      this.#late.add(predecessor[e] ?? 0);
  }

  /** What predecessors see of a node, and what its own dates say. */
  #remember(v: number, { late, totalFloat, freeFloat }: NetworkDates, into: Float64Array): void {
    const own = v * room.size;
    into[0] = late.lineRooms[v * 2] ?? 0;
    into[1] = late.shown[v * 2] ?? 0;
    into[2] = late.shown[v * 2 + 1] ?? 0;
    for (let place = 0; place < room.size; place++) into[3 + place] = late.rooms[own + place] ?? 0;
    into[7] = late.earliestPart.get(v) ?? -1;
    into[8] = totalFloat[v] ?? 0;
    into[9] = freeFloat[v] ?? 0;
  }
}

const gathered = nodeFlag.rollUp | nodeFlag.milestone;

/** Nodes that wait for their turn, each once. */
class Marks {
  readonly #marked = new Set<number>();
  readonly #queue = new PlaceQueue();
  readonly #placeOf: (v: number) => number;

  constructor(placeOf: (v: number) => number) {
    this.#placeOf = placeOf;
  }

  has(v: number): boolean {
    return this.#marked.has(v);
  }

  add(v: number): void {
    if (this.#marked.has(v)) return;
    this.#marked.add(v);
    this.#queue.push(this.#placeOf(v));
  }

  next(): number | undefined {
    return this.#queue.pop();
  }
}
