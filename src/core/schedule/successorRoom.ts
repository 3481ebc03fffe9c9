import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import { clearRooms, room, type LateState } from './lateState.ts';
import { lagBit, lineBit, linkCode, nodeFlag, type Network, type NetworkDates } from './network.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/** Places in {@link SuccessorRoom.ends}. */
const end = { lateStart: 0, lateFinish: 1, start: 2, finish: 3 } as const;

/** What the late dates hang on. */
export interface LateContext {
  /** Nothing may end after it. */
  readonly projectFinish: Instant;
  /** Where they are known, nodes ask their successors instead of being told by them. */
  readonly successors?: SuccessorLinks | undefined;
}

/**
 * How late the ends of each node may be for the sake of its successors: before they would become
 * late, and before they would move at all. A class because it gathers during the backward pass.
 */
export class SuccessorRoom {
  /** By node and {@link room}. */
  readonly rooms: Float64Array;
  readonly #network: Network;
  readonly #dates: NetworkDates;
  readonly #state: LateState;
  readonly #projectFinish: Instant;
  /** Where they are known, nodes ask their successors instead of being told by them. */
  readonly #successors: SuccessorLinks | undefined;
  /** The ends of the node at hand, as its predecessors see them. */
  readonly #ends = new Float64Array(4);

  constructor(network: Network, dates: NetworkDates, { projectFinish, successors }: LateContext) {
    this.#network = network;
    this.#dates = dates;
    this.#state = dates.late;
    this.#projectFinish = projectFinish;
    this.#successors = successors;
    this.rooms = dates.late.rooms;
  }

  /** Names the node at hand by its ends; the planned ones are taken from its dates. */
  present(v: number, lateStart: Instant, lateFinish: Instant): void {
    this.#state.shown[v * 2] = lateStart;
    this.#state.shown[v * 2 + 1] = lateFinish;
    this.#ends[end.lateStart] = lateStart;
    this.#ends[end.lateFinish] = lateFinish;
    this.#ends[end.start] = this.#dates.start[v] ?? 0;
    this.#ends[end.finish] = this.#dates.finish[v] ?? 0;
  }

  /** Names a gate, whose ends are the least of its parts. */
  presentGate(v: number): void {
    const own = v * room.size;
    this.#ends[end.lateStart] = this.rooms[own + room.start] ?? 0;
    this.#ends[end.lateFinish] = this.rooms[own + room.finish] ?? 0;
    this.#ends[end.start] = this.rooms[own + room.freeStart] ?? 0;
    this.#ends[end.finish] = this.rooms[own + room.freeFinish] ?? 0;
  }

  /** Shows the predecessors of a node nothing. */
  hide(v: number): void {
    this.#state.shown[v * 2] = NaN;
  }

  /** Gathers anew what all successors of a node off its line leave it. */
  ask(v: number, { outRange, link, successor }: SuccessorLinks): void {
    clearRooms(this.rooms, v, this.#projectFinish);
    const { code, flags } = this.#network;
    for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
      const e = link[i] ?? 0;
      const w = successor[e] ?? 0;
      const isRolledUp = ((flags[w] ?? 0) & nodeFlag.rollUp) !== 0;
      if (code[e] === linkCode.part && isRolledUp) this.#askSummary(v, w);
      if (this.#presentAgain(w)) this.pass(e, this.#lagCalendarOf(w));
    }
  }

  /** False where a node shows nothing. */
  #presentAgain(v: number): boolean {
    if (((this.#network.flags[v] ?? 0) & nodeFlag.gate) !== 0) this.presentGate(v);
    else {
      const lateStart = this.#state.shown[v * 2] ?? NaN;
      if (Number.isNaN(lateStart)) return false;
      this.present(v, lateStart, this.#state.shown[v * 2 + 1] ?? 0);
    }
    return true;
  }

  /** Tells the predecessors of the node at hand what it leaves them. */
  passAll(v: number): void {
    if (this.#successors) return;
    const { inRange } = this.#network;
    const calendar = this.#lagCalendarOf(v);
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) this.pass(e, calendar);
  }

  #lagCalendarOf(v: number): CompiledCalendar | undefined {
    const { calendars, lagCalendarOf } = this.#network;
    return calendars[lagCalendarOf[v] ?? 0];
  }

  /** @param calendar that the lag runs on */
  pass(e: number, calendar: CompiledCalendar | undefined): void {
    const link = this.#network.code[e] ?? linkCode.cut;
    if (link >= lineBit || link === linkCode.cut || link === linkCode.part) return;
    const other = (this.#network.predecessor[e] ?? 0) * room.size;
    const ends = this.#ends;
    if (link === linkCode.gate) {
      this.lower(other + room.start, ends[end.lateStart] ?? 0);
      this.lower(other + room.finish, ends[end.lateFinish] ?? 0);
      this.lower(other + room.freeStart, ends[end.start] ?? 0);
      this.lower(other + room.freeFinish, ends[end.finish] ?? 0);
      return;
    }
    const isFromFinish = (link & 2) === 0;
    const isToStart = (link & 1) === 1;
    const late = (isToStart ? ends[end.lateStart] : ends[end.lateFinish]) ?? 0;
    const planned = (isToStart ? ends[end.start] : ends[end.finish]) ?? 0;
    this.lower(
      other + (isFromFinish ? room.finish : room.start),
      this.#withoutLag(e, late, calendar),
    );
    this.lower(
      other + (isFromFinish ? room.freeFinish : room.freeStart),
      this.#freeRoom(e, isFromFinish, planned),
    );
  }

  lower(place: number, value: Instant): void {
    if (value < (this.rooms[place] ?? 0)) this.rooms[place] = value;
  }

  #withoutLag(e: number, at: Instant, calendar: CompiledCalendar | undefined): Instant {
    const { code, lag } = this.#network;
    const minutes = lag[e] ?? 0;
    if (minutes === 0) return at;
    if (((code[e] ?? 0) & lagBit.elapsed) !== 0) return at - minutes;
    return at === Infinity ? at : (calendar?.addWork(at, -minutes) ?? at);
  }

  /**
   * [FLOAT-4] How far the end of the predecessor could move, the lag laid from it on its own
   * calendar and not on that of the successor.
   */
  #freeRoom(e: number, isFromFinish: boolean, at: Instant): Instant {
    const { predecessor, code, lag, flags, calendars, calendarOf } = this.#network;
    const minutes = lag[e] ?? 0;
    if (minutes === 0 || at === Infinity) return at;
    const u = predecessor[e] ?? 0;
    const calendar = calendars[calendarOf[u] ?? 0];
    if (!calendar || ((flags[u] ?? 0) & nodeFlag.elapsed) !== 0) return at - minutes;
    if (((code[e] ?? 0) & lagBit.elapsed) === 0) return calendar.addWork(at, -minutes);
    const { start, finish } = this.#dates;
    const from = (isFromFinish ? finish[u] : start[u]) ?? 0;
    return calendar.addWork(from, calendar.workBetween(from + minutes, at));
  }

  /** [SUM-5] What a summary must finish by binds all parts; its start, the earliest part alone. */
  passToParts(v: number): void {
    const { inRange, predecessor, code } = this.#network;
    let earliest = -1;
    let first = Infinity;
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      if (code[e] !== linkCode.part) continue;
      const u = predecessor[e] ?? 0;
      if (!this.#successors) this.#passToPart(v, u);
      const start = this.#dates.start[u] ?? 0;
      if (start >= first) continue;
      first = start;
      earliest = u;
    }
    if (earliest < 0) return;
    this.#state.earliestPart.set(v, earliest);
    if (!this.#successors) this.#passToEarliest(v, earliest);
  }

  #askSummary(part: number, summary: number): void {
    this.#passToPart(summary, part);
    if (this.#state.earliestPart.get(summary) === part) this.#passToEarliest(summary, part);
  }

  #passToPart(summary: number, part: number): void {
    const own = summary * room.size;
    const other = part * room.size;
    this.lower(other + room.finish, this.rooms[own + room.finish] ?? 0);
    this.lower(other + room.freeFinish, this.rooms[own + room.freeFinish] ?? 0);
  }

  #passToEarliest(summary: number, part: number): void {
    const own = summary * room.size;
    const other = part * room.size;
    this.lower(other + room.start, this.rooms[own + room.start] ?? 0);
    this.lower(other + room.freeStart, this.rooms[own + room.freeStart] ?? 0);
  }

  /** The latest finish of an ordinary task for its successors off the line, on its own line. */
  lateWork(v: number): number {
    return this.#workOf(v, room.finish, room.start);
  }

  /** The same before a successor would move; infinite where there is none. */
  freeWork(v: number): number {
    return this.#workOf(v, room.freeFinish, room.freeStart);
  }

  #workOf(v: number, atFinish: number, atStart: number): number {
    const { calendars, calendarOf, duration } = this.#network;
    const finish = this.rooms[v * room.size + atFinish] ?? 0;
    const start = this.rooms[v * room.size + atStart] ?? 0;
    const calendar = calendars[calendarOf[v] ?? 0];
    if (!calendar) return Infinity;
    const late = finish === Infinity ? Infinity : calendar.workAt(finish);
    if (start === Infinity) return late;
    return Math.min(late, calendar.workAt(start) + (duration[v] ?? 0));
  }

  /**
   * [FLOAT-2] Working minutes until the first successor would move, on the node's own calendar;
   * the total float, and never less than nothing, where there is no successor.
   *
   * @param finishWork the planned finish on the calendar's line of work
   */
  freeFloat(v: number, calendar: CompiledCalendar, finishWork: number): number {
    const own = v * room.size;
    const finish = this.rooms[own + room.freeFinish] ?? 0;
    const start = this.rooms[own + room.freeStart] ?? 0;
    let free = Infinity;
    if (finish !== Infinity) free = calendar.workAt(finish) - finishWork;
    if (start !== Infinity) {
      free = Math.min(free, calendar.workBetween(this.#dates.start[v] ?? 0, start));
    }
    return Math.max(0, free === Infinity ? (this.#dates.totalFloat[v] ?? 0) : free);
  }

  /** The same in elapsed minutes. */
  freeElapsed(v: number): number {
    const { start, finish, totalFloat } = this.#dates;
    const own = v * room.size;
    const free = Math.min(
      (this.rooms[own + room.freeFinish] ?? 0) - (finish[v] ?? 0),
      (this.rooms[own + room.freeStart] ?? 0) - (start[v] ?? 0),
    );
    return Math.max(0, free === Infinity ? (totalFloat[v] ?? 0) : free);
  }
}
