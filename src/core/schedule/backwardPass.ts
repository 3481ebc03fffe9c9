import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import {
  constraintCode,
  lagBit,
  linkCode,
  nodeFlag,
  type Network,
  type NetworkDates,
} from './network.ts';

/** Nodes whose late dates are more than a duration on a calendar before their successors. */
const special =
  nodeFlag.started |
  nodeFlag.finished |
  nodeFlag.alap |
  nodeFlag.elapsed |
  nodeFlag.point |
  nodeFlag.rollUp |
  nodeFlag.gate |
  nodeFlag.milestone |
  nodeFlag.constrained |
  nodeFlag.undated;

/** What the successors of a node leave it, four numbers a node so that they share a cache line. */
const room = { finish: 0, start: 1, freeFinish: 2, freeStart: 3, size: 4 } as const;

/**
 * The late dates and both floats, each node before its predecessors. Nothing may end after the
 * project does ([LATE-1]).
 */
export function runBackwardPass(
  network: Network,
  dates: NetworkDates,
  projectFinish: Instant,
): void {
  const pass = new BackwardPass(network, dates, projectFinish);
  for (let i = network.count - 1; i >= 0; i--) pass.place(network.order[i] ?? 0);
}

/** A class for the columns that every step reads. */
class BackwardPass {
  readonly #network: Network;
  readonly #dates: NetworkDates;
  readonly #rooms: Float64Array;
  readonly #projectFinish: Instant;
  /** The late dates that predecessors see: of started work, those of what is left of it. */
  #lateStart: Instant = 0;
  #lateFinish: Instant = 0;

  constructor(network: Network, dates: NetworkDates, projectFinish: Instant) {
    this.#network = network;
    this.#dates = dates;
    this.#projectFinish = projectFinish;
    this.#rooms = new Float64Array(network.count * room.size).fill(Infinity);
    for (let v = 0; v < network.count; v++)
      this.#rooms[v * room.size + room.finish] = projectFinish;
  }

  place(v: number): void {
    const { flags, calendarOf, calendars, deadline } = this.#network;
    const flag = flags[v] ?? 0;
    const calendar = calendars[calendarOf[v] ?? 0];
    if (!calendar || (flag & nodeFlag.undated) !== 0) return;
    // [DL-1] A deadline does nothing but cut the late finish.
    if ((flag & nodeFlag.deadline) !== 0)
      this.#lower(v * room.size + room.finish, deadline[v] ?? 0);
    if ((flag & special) !== 0) this.#placeSpecial(v, flag, calendar);
    else this.#placeWorking(v, calendar);
  }

  #placeWorking(v: number, calendar: CompiledCalendar): void {
    const { start, finish, lateStart, lateFinish, totalFloat } = this.#dates;
    const length = this.#network.duration[v] ?? 0;
    const own = v * room.size;
    let work = calendar.workAt(this.#rooms[own + room.finish] ?? 0);
    const startRoom = this.#rooms[own + room.start] ?? 0;
    if (startRoom !== Infinity) work = Math.min(work, calendar.workAt(startRoom) + length);
    this.#lateStart = calendar.startOf(work - length);
    this.#lateFinish = calendar.endOf(work);
    lateStart[v] = this.#lateStart;
    lateFinish[v] = this.#lateFinish;
    const finishWork = calendar.workAt(finish[v] ?? 0);
    totalFloat[v] = work - finishWork;
    this.#setFreeFloat(v, calendar, finishWork);
    this.#pass(v, calendar, start[v] ?? 0, finish[v] ?? 0);
  }

  #placeSpecial(v: number, flag: number, calendar: CompiledCalendar): void {
    const { start, finish } = this.#dates;
    const own = v * room.size;
    if ((flag & nodeFlag.gate) !== 0) {
      this.#passGate(v, calendar);
      return;
    }
    if ((flag & nodeFlag.rollUp) !== 0) {
      this.#capSummary(v);
      this.#passRoom(v);
      // Its total float is not known before its parts are settled: see rollUpLate.
      this.#dates.totalFloat[v] = Infinity;
      this.#setFreeFloat(v, calendar, calendar.workAt(finish[v] ?? 0));
      return;
    }
    if ((flag & nodeFlag.constrained) !== 0) this.#capConstrained(v);
    const isWorking = (flag & (nodeFlag.elapsed | nodeFlag.point | nodeFlag.milestone)) === 0;
    const finishRoom = this.#rooms[own + room.finish] ?? 0;
    const startRoom = this.#rooms[own + room.start] ?? 0;
    const length = this.#network.duration[v] ?? 0;
    if (!isWorking) this.#placeRaw(v, flag, calendar, Math.min(finishRoom, startRoom + length));
    else {
      let work = calendar.workAt(finishRoom);
      if (startRoom !== Infinity && (flag & nodeFlag.started) === 0) {
        work = Math.min(work, calendar.workAt(startRoom) + length);
      }
      this.#setLate(v, calendar.startOf(work - length), calendar.endOf(work));
    }
    this.#settle(v, flag, calendar);
    this.#setFloats(v, flag, calendar);
    this.#pass(v, calendar, start[v] ?? 0, finish[v] ?? 0);
  }

  /** [LATE-3] Held by a successor, elapsed work ends late at the end of a working period. */
  #placeRaw(v: number, flag: number, calendar: CompiledCalendar, finish: Instant): void {
    const isElapsed = (flag & nodeFlag.elapsed) !== 0;
    const isFree = isElapsed && finish === this.#projectFinish;
    const isKept = isFree || (flag & nodeFlag.milestone) !== 0;
    const end = isKept ? finish : calendar.previousWork(finish);
    this.#setLate(v, end - (this.#network.duration[v] ?? 0), end);
  }

  /** Fixed constraints and actual dates stand in place of what the successors leave. */
  #settle(v: number, flag: number, calendar: CompiledCalendar): void {
    const { constraintKind, remaining, actualFinish } = this.#network;
    const { earlyStart, earlyFinish, lateFinish } = this.#dates;
    const kind = constraintKind[v];
    if ((flag & nodeFlag.fixed) !== 0) this.#setLate(v, earlyStart[v] ?? 0, earlyFinish[v] ?? 0);
    else if (!Number.isNaN(actualFinish[v] ?? NaN)) {
      this.#setLate(v, earlyStart[v] ?? 0, earlyFinish[v] ?? 0);
      // [ACT-6] What is finished does not press on what came before it.
      this.#lateStart = Infinity;
      this.#lateFinish = Infinity;
    } else if ((flag & (nodeFlag.started | nodeFlag.finished)) !== 0) {
      const late = lateFinish[v] ?? 0;
      this.#setLate(v, earlyStart[v] ?? 0, late);
      const left = remaining[v] ?? 0;
      const isElapsed = (flag & nodeFlag.elapsed) !== 0;
      this.#lateStart = isElapsed ? late - left : calendar.addWork(late, -left);
    } else if (kind === constraintCode.MSO || kind === constraintCode.MFO) {
      this.#setLate(v, earlyStart[v] ?? 0, earlyFinish[v] ?? 0);
    }
  }

  #setLate(v: number, start: Instant, finish: Instant): void {
    this.#dates.lateStart[v] = start;
    this.#dates.lateFinish[v] = finish;
    this.#lateStart = start;
    this.#lateFinish = finish;
  }

  /** [CON-3] [CON-5] No later than: the late dates give way, and the float with them. */
  #capConstrained(v: number): void {
    const { constraintKind, constraintAt } = this.#network;
    const at = constraintAt[v] ?? 0;
    const own = v * room.size;
    if (constraintKind[v] === constraintCode.SNLT) this.#lower(own + room.start, at);
    else if (constraintKind[v] === constraintCode.FNLT) this.#lower(own + room.finish, at);
  }

  /** [SUM-4] FNLT and MFO of a summary hold for all of its parts. */
  #capSummary(v: number): void {
    const { constraintKind, constraintAt } = this.#network;
    const kind = constraintKind[v];
    if (kind === constraintCode.FNLT || kind === constraintCode.MFO) {
      this.#lower(v * room.size + room.finish, constraintAt[v] ?? 0);
    }
  }

  /** [FLOAT-1] The smaller of start and finish float; only the finish counts once work started. */
  #setFloats(v: number, flag: number, calendar: CompiledCalendar): void {
    const { start, finish, lateStart, lateFinish, totalFloat } = this.#dates;
    const between = (from: Instant, to: Instant): number =>
      (flag & nodeFlag.elapsed) !== 0 ? to - from : calendar.workBetween(from, to);
    const finishFloat = between(finish[v] ?? 0, lateFinish[v] ?? 0);
    const isStarted = (flag & (nodeFlag.started | nodeFlag.finished)) !== 0;
    totalFloat[v] = isStarted
      ? finishFloat
      : Math.min(finishFloat, between(start[v] ?? 0, lateStart[v] ?? 0));
    if ((flag & nodeFlag.elapsed) === 0) {
      this.#setFreeFloat(v, calendar, calendar.workAt(finish[v] ?? 0));
      return;
    }
    const own = v * room.size;
    const freeFinish = (this.#rooms[own + room.freeFinish] ?? 0) - (finish[v] ?? 0);
    const freeStart = (this.#rooms[own + room.freeStart] ?? 0) - (start[v] ?? 0);
    this.#writeFree(v, Math.min(freeFinish, freeStart));
  }

  /** [FLOAT-2] Until the first successor would move, on the node's own calendar. */
  #setFreeFloat(v: number, calendar: CompiledCalendar, finishWork: number): void {
    const own = v * room.size;
    const freeFinish = this.#rooms[own + room.freeFinish] ?? 0;
    const freeStart = this.#rooms[own + room.freeStart] ?? 0;
    let free = freeFinish === Infinity ? Infinity : calendar.workAt(freeFinish) - finishWork;
    if (freeStart !== Infinity) {
      const from = calendar.workAt(this.#dates.start[v] ?? 0);
      free = Math.min(free, calendar.workAt(freeStart) - from);
    }
    this.#writeFree(v, free);
  }

  #writeFree(v: number, free: number): void {
    const { freeFloat, totalFloat } = this.#dates;
    freeFloat[v] = Math.max(0, free === Infinity ? (totalFloat[v] ?? 0) : free);
  }

  /** Tells the predecessors what this node leaves them. */
  #pass(v: number, calendar: CompiledCalendar, start: Instant, finish: Instant): void {
    const { inFrom, predecessor, code } = this.#network;
    const lateStart = this.#lateStart;
    const lateFinish = this.#lateFinish;
    const end = inFrom[v + 1] ?? 0;
    for (let e = inFrom[v] ?? 0; e < end; e++) {
      const other = (predecessor[e] ?? 0) * room.size;
      const link = code[e] ?? linkCode.cut;
      if (link === linkCode.FS) {
        this.#lower(other + room.finish, lateStart);
        this.#lower(other + room.freeFinish, start);
      } else if (link === linkCode.gate) {
        this.#lower(other + room.start, lateStart);
        this.#lower(other + room.finish, lateFinish);
        this.#lower(other + room.freeStart, start);
        this.#lower(other + room.freeFinish, finish);
      } else if (link < linkCode.part || (link & lagBit.percentOfSummary) !== 0) {
        const type = link & 3;
        const isFromFinish = type === linkCode.FS || type === linkCode.FF;
        const isToStart = type === linkCode.FS || type === linkCode.SS;
        const late = this.#withoutLag(e, isToStart ? lateStart : lateFinish, calendar);
        const free = this.#freeRoom(e, isFromFinish, isToStart ? start : finish);
        this.#lower(other + (isFromFinish ? room.finish : room.start), late);
        this.#lower(other + (isFromFinish ? room.freeFinish : room.freeStart), free);
      }
    }
  }

  #withoutLag(e: number, at: Instant, calendar: CompiledCalendar): Instant {
    const minutes = this.#network.lag[e] ?? 0;
    if (((this.#network.code[e] ?? 0) & lagBit.elapsed) !== 0) return at - minutes;
    return minutes === 0 ? at : calendar.addWork(at, -minutes);
  }

  /**
   * [FLOAT-4] How far the end of the predecessor could move, the lag laid from it on its own
   * calendar and not on that of the successor.
   */
  #freeRoom(e: number, isFromFinish: boolean, at: Instant): Instant {
    const { predecessor, code, lag, flags, calendars, calendarOf } = this.#network;
    const minutes = lag[e] ?? 0;
    const u = predecessor[e] ?? 0;
    const calendar = calendars[calendarOf[u] ?? 0];
    if (minutes === 0 || !calendar) return at;
    if (((flags[u] ?? 0) & nodeFlag.elapsed) !== 0) return at - minutes;
    if (((code[e] ?? 0) & lagBit.elapsed) === 0) return calendar.addWork(at, -minutes);
    const { start, finish } = this.#dates;
    const end = (isFromFinish ? finish[u] : start[u]) ?? 0;
    return calendar.addWork(end, calendar.workBetween(end + minutes, at));
  }

  /** A gate passes on what is least among its parts. */
  #passGate(v: number, calendar: CompiledCalendar): void {
    const own = v * room.size;
    this.#setLate(v, this.#rooms[own + room.start] ?? 0, this.#rooms[own + room.finish] ?? 0);
    const start = this.#rooms[own + room.freeStart] ?? 0;
    this.#pass(v, calendar, start, this.#rooms[own + room.freeFinish] ?? 0);
  }

  /** [SUM-5] What a summary must finish by binds all parts; its start, the earliest part alone. */
  #passRoom(v: number): void {
    const { inFrom, predecessor, code } = this.#network;
    const own = v * room.size;
    let earliest = -1;
    let first = Infinity;
    for (let e = inFrom[v] ?? 0; e < (inFrom[v + 1] ?? 0); e++) {
      if (code[e] !== linkCode.part) continue;
      const u = predecessor[e] ?? 0;
      this.#lower(u * room.size + room.finish, this.#rooms[own + room.finish] ?? 0);
      this.#lower(u * room.size + room.freeFinish, this.#rooms[own + room.freeFinish] ?? 0);
      const start = this.#dates.start[u] ?? 0;
      if (start >= first) continue;
      first = start;
      earliest = u;
    }
    if (earliest < 0) return;
    this.#lower(earliest * room.size + room.start, this.#rooms[own + room.start] ?? 0);
    this.#lower(earliest * room.size + room.freeStart, this.#rooms[own + room.freeStart] ?? 0);
  }

  #lower(place: number, value: number): void {
    if (value < (this.#rooms[place] ?? 0)) this.#rooms[place] = value;
  }
}
