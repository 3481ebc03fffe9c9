import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import { constraintCode, linkCode, nodeFlag, type Network, type NetworkDates } from './network.ts';
import { PredecessorBounds } from './predecessorBounds.ts';

/** When everything has to begin and to end at the latest, by node. */
export type LateDates = Pick<NetworkDates, 'lateStart' | 'lateFinish'>;

/**
 * The early dates of everything that is not an ordinary task on one line of work. A class for the
 * columns that every step reads, and for the bounds of the node at hand.
 */
export class SpecialEarlyDates {
  readonly #network: Network;
  readonly #dates: NetworkDates;
  readonly #late: LateDates | undefined;
  readonly #bounds: PredecessorBounds;

  constructor(network: Network, dates: NetworkDates, late: LateDates | undefined) {
    this.#network = network;
    this.#dates = dates;
    this.#late = late;
    this.#bounds = new PredecessorBounds(network, dates);
  }

  place(v: number): void {
    const { flags, calendarOf, calendars } = this.#network;
    const flag = flags[v] ?? 0;
    const calendar = calendars[calendarOf[v] ?? 0];
    if (!calendar) return;
    this.#bounds.find(v, flag);
    this.#placeSpecial(v, flag, calendar);
    if (this.#late && (flag & followsEarly) !== 0) this.#keepEarly(v, flag, calendar, this.#late);
  }

  /**
   * [CON-8] What is as late as possible has early dates besides those that it is planned at. They
   * follow the early dates of what comes before, also through gates and milestones.
   */
  #keepEarly(v: number, flag: number, calendar: CompiledCalendar, late: LateDates): void {
    const isHeld = (flag & (nodeFlag.undated | nodeFlag.fixed | nodeFlag.rollUp)) !== 0;
    if (isHeld || (flag & (nodeFlag.started | nodeFlag.pinned)) !== 0) return;
    const { start, finish } = this.#dates;
    let [from, to] = [start[v] ?? 0, finish[v] ?? 0];
    const [lateStart, lateFinish] = [late.lateStart[v] ?? 0, late.lateFinish[v] ?? 0];
    // False where they lie before what it waits for, for the sake of a promise.
    const mayBeLate =
      (flag & nodeFlag.elapsed) === 0
        ? calendar.workBetween(to, lateFinish) >= 0
        : lateStart >= this.#bounds.start && lateFinish >= this.#bounds.finish;
    this.#bounds.find(v, flag, true);
    this.#placeSpecial(v, flag, calendar);
    if ((flag & nodeFlag.alap) !== 0 && mayBeLate) [from, to] = [lateStart, lateFinish];
    // Elapsed work that is held may begin in time off, where it would not begin by itself.
    keepBefore(this.#dates, v, { from, to });
    start[v] = from;
    finish[v] = to;
  }

  /**
   * An ordinary task with links to other calendars, or to what is not ordinary.
   *
   * @param least the start that its other links allow, on the line of its calendar
   * @returns its start on that line
   */
  placeOffLine(v: number, least: number): number {
    const { calendarOf, calendars, duration } = this.#network;
    const calendar = calendars[calendarOf[v] ?? 0];
    if (!calendar) return least;
    this.#bounds.clear();
    this.#bounds.followLinks(v);
    const length = duration[v] ?? 0;
    let work = least;
    if (this.#bounds.start !== -Infinity)
      work = Math.max(work, calendar.workAt(this.#bounds.start));
    if (this.#bounds.finish !== -Infinity) {
      work = Math.max(work, calendar.workAt(this.#bounds.finish) - length);
    }
    this.#write(v, calendar.startOf(work), calendar.endOf(work + length));
    return work;
  }

  #placeSpecial(v: number, flag: number, calendar: CompiledCalendar): void {
    const { actualFinish } = this.#network;
    if ((flag & nodeFlag.undated) !== 0) this.#write(v, NaN, NaN);
    else if ((flag & nodeFlag.fixed) !== 0)
      this.#write(v, actualFinish[v] ?? NaN, actualFinish[v] ?? NaN);
    else if ((flag & nodeFlag.rollUp) !== 0) this.#rollUp(v);
    else if ((flag & nodeFlag.gate) !== 0) this.#placeGate(v);
    else if ((flag & nodeFlag.milestone) !== 0)
      this.#write(v, this.#bounds.start, this.#bounds.start);
    else if ((flag & nodeFlag.started) !== 0) this.#placeStarted(v, calendar);
    else if ((flag & nodeFlag.pinned) !== 0) this.#placePinned(v, calendar);
    else {
      this.#placeFree(v, calendar);
      if ((flag & nodeFlag.constrained) !== 0) this.#constrain(v, calendar);
      if ((flag & nodeFlag.finished) !== 0) this.#keepDone(v, calendar);
    }
  }

  /** From what its predecessors demand alone: a point, an elapsed task or an ordinary one. */
  #placeFree(v: number, calendar: CompiledCalendar): void {
    const { duration } = this.#network;
    const finishStart = this.#startFor(v, this.#bounds.finish, calendar);
    const bound = Math.max(this.#bounds.start, finishStart);
    if (bound === -Infinity) {
      // Only a start constraint that lies before the project leaves a task without any bound.
      this.#write(v, bound, bound);
      return;
    }
    const isWorking = ((this.#network.flags[v] ?? 0) & (nodeFlag.elapsed | nodeFlag.point)) === 0;
    if (!isWorking || (duration[v] ?? 0) === 0 || this.#bounds.start === -Infinity) {
      this.#placeAtStart(v, bound, calendar);
      return;
    }
    // In working time, so that the end of a period and the start of the next compare as equal.
    const work = calendar.workAt(this.#bounds.start);
    const later = finishStart === -Infinity ? work : Math.max(work, calendar.workAt(finishStart));
    this.#placeAtStart(v, calendar.startOf(later), calendar);
  }

  /** Where a node must start to finish at a moment. */
  #startFor(v: number, finish: Instant, calendar: CompiledCalendar): Instant {
    const length = this.#network.duration[v] ?? 0;
    if (finish === -Infinity || length === 0) return finish;
    if (((this.#network.flags[v] ?? 0) & nodeFlag.elapsed) !== 0) return finish - length;
    return calendar.addWork(finish, -length);
  }

  /** [TASK-1] A task starts in working time; a point may also stand at the end of a period. */
  #placeAtStart(v: number, at: Instant, calendar: CompiledCalendar): void {
    const { flags, duration } = this.#network;
    const flag = flags[v] ?? 0;
    if ((flag & nodeFlag.point) !== 0) {
      const point = calendar.previousWork(at) === at ? at : calendar.nextWork(at);
      this.#write(v, point, point);
      return;
    }
    const start = calendar.nextWork(at);
    this.#write(v, start, advance(flag, calendar, start, duration[v] ?? 0));
  }

  /** [CON-1] to [CON-7] Constraints win over predecessors; what that breaks is marked. */
  #constrain(v: number, calendar: CompiledCalendar): void {
    const { constraintKind, constraintAt, flags, inRange } = this.#network;
    const at = constraintAt[v] ?? 0;
    const start = this.#dates.earlyStart[v] ?? 0;
    const finish = this.#dates.earlyFinish[v] ?? 0;
    const kind = constraintKind[v];
    const isFirst = (inRange[v * 2] ?? 0) === (inRange[v * 2 + 1] ?? 0);
    const isStart =
      kind === constraintCode.SNET || kind === constraintCode.SNLT || kind === constraintCode.MSO;
    const isEarlier = isStart ? at < start : at < finish;
    const isLater = isStart ? at > start : at > finish;
    if (isEarlier && (kind === constraintCode.SNET || kind === constraintCode.FNET)) return;
    if (isLater && (kind === constraintCode.SNLT || kind === constraintCode.FNLT)) return;
    if (!isEarlier && !isLater) return;
    if (((flags[v] ?? 0) & nodeFlag.point) !== 0) this.#write(v, at, at);
    else if (isStart) this.#placeAtStart(v, at, calendar);
    else this.#placeAtFinish(v, at, calendar);
    // [CON-3] [CON-4] [CON-6] [CON-7] In a time off that is the moment itself; the work lies after or before it.
    if (kind === constraintCode.MSO || kind === constraintCode.SNLT) {
      this.#write(v, at, this.#dates.earlyFinish[v] ?? 0);
    }
    const isKept = kind === constraintCode.MFO || (kind === constraintCode.FNET && isFirst);
    // Elapsed work that begins after a time off takes its whole length from there.
    if (isKept && at >= (this.#dates.earlyFinish[v] ?? 0)) {
      this.#write(v, this.#dates.earlyStart[v] ?? 0, at);
    }
    if (isEarlier && (this.#dates.earlyStart[v] ?? 0) < start) {
      flags[v] = (flags[v] ?? 0) | nodeFlag.conflict;
    }
  }

  #placeAtFinish(v: number, at: Instant, calendar: CompiledCalendar): void {
    const flag = this.#network.flags[v] ?? 0;
    if ((flag & nodeFlag.point) !== 0) this.#write(v, at, at);
    else if ((flag & nodeFlag.elapsed) !== 0) {
      this.#placeAtStart(v, at - (this.#network.duration[v] ?? 0), calendar);
    } else this.#placeAtStart(v, this.#startFor(v, at, calendar), calendar);
  }

  /** [ACT-1] to [ACT-4] What has started stands; what is left of it comes after the progress date. */
  #placeStarted(v: number, calendar: CompiledCalendar): void {
    const { actualStart, actualFinish, duration, remaining, statusDate, flags } = this.#network;
    const flag = flags[v] ?? 0;
    const length = duration[v] ?? 0;
    const left = remaining[v] ?? 0;
    const finished = actualFinish[v] ?? NaN;
    if (!Number.isNaN(finished)) {
      const given = actualStart[v] ?? NaN;
      const start = Number.isNaN(given) ? this.#startFor(v, finished, calendar) : given;
      this.#write(v, Math.min(start, finished), finished);
      return;
    }
    const given = actualStart[v] ?? NaN;
    const start = Number.isNaN(given) ? this.#findStart(v, calendar) : given;
    const end = advance(flag, calendar, start, length);
    if ((flag & nodeFlag.finished) !== 0) {
      const known = statusDate === -Infinity ? end : Math.min(end, Math.max(start, statusDate));
      this.#write(v, start, known);
      return;
    }
    const resume = advance(flag, calendar, start, length - left);
    const moved = resume < statusDate ? advance(flag, calendar, statusDate, left) : end;
    this.#write(v, start, Math.max(end, moved, this.#leastFinish(v)));
  }

  /** [ACT-9] What has progressed nobody said since when began where it was planned to. */
  #findStart(v: number, calendar: CompiledCalendar): Instant {
    this.#placeFree(v, calendar);
    if (((this.#network.flags[v] ?? 0) & nodeFlag.constrained) !== 0) this.#constrain(v, calendar);
    return this.#dates.earlyStart[v] ?? 0;
  }

  /** [ACT-8] Of started work that is not done, FNET still holds the finish. */
  #leastFinish(v: number): Instant {
    const { constraintKind, constraintAt } = this.#network;
    return constraintKind[v] === constraintCode.FNET ? (constraintAt[v] ?? 0) : -Infinity;
  }

  /** [PIN-1] What is pinned stands; that a predecessor would have it later is marked. */
  #placePinned(v: number, calendar: CompiledCalendar): void {
    const { actualStart, duration, flags } = this.#network;
    const start = actualStart[v] ?? 0;
    const length = duration[v] ?? 0;
    const bound = Math.max(this.#bounds.start, this.#startFor(v, this.#bounds.finish, calendar));
    this.#write(v, start, advance(flags[v] ?? 0, calendar, start, length));
    const isBroken = length === 0 ? bound > start : calendar.workBetween(start, bound) > 0;
    if (bound !== -Infinity && isBroken) flags[v] = (flags[v] ?? 0) | nodeFlag.conflict;
  }

  /** [ACT-5] Work that is done without dates lies before the progress date. */
  #keepDone(v: number, calendar: CompiledCalendar): void {
    const { statusDate } = this.#network;
    if (statusDate === -Infinity || (this.#dates.earlyFinish[v] ?? 0) <= statusDate) return;
    this.#placeAtFinish(v, calendar.previousWork(statusDate), calendar);
  }

  /** [SUM-1] From the earliest start of its parts to their latest finish. */
  #rollUp(v: number): void {
    const { inRange, predecessor, code } = this.#network;
    const { earlyStart, earlyFinish, start, finish } = this.#dates;
    let [first, last, plannedFirst, plannedLast] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      if (code[e] !== linkCode.part) continue;
      const u = predecessor[e] ?? 0;
      first = Math.min(first, earlyStart[u] ?? 0);
      last = Math.max(last, earlyFinish[u] ?? 0);
      plannedFirst = Math.min(plannedFirst, start[u] ?? 0);
      plannedLast = Math.max(plannedLast, finish[u] ?? 0);
    }
    this.#write(v, first, last);
    start[v] = plannedFirst;
    finish[v] = plannedLast;
  }

  /** [SUM-3] A gate holds the two bounds themselves; SNET and MSO of its summary are a start. */
  #placeGate(v: number): void {
    const { constraintKind, constraintAt } = this.#network;
    const kind = constraintKind[v];
    const isStart = kind === constraintCode.SNET || kind === constraintCode.MSO;
    const held = isStart ? (constraintAt[v] ?? 0) : -Infinity;
    this.#write(v, Math.max(this.#bounds.start, held), this.#bounds.finish);
  }

  #write(v: number, from: Instant, to: Instant): void {
    const { earlyStart, earlyFinish, start, finish } = this.#dates;
    earlyStart[v] = from;
    earlyFinish[v] = to;
    start[v] = from;
    finish[v] = to;
  }
}

/** Nothing is planned before its early dates. */
export function keepBefore(
  { earlyStart, earlyFinish }: NetworkDates,
  v: number,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): void {
  if ((earlyStart[v] ?? 0) > from) earlyStart[v] = from;
  if ((earlyFinish[v] ?? 0) > to) earlyFinish[v] = to;
}

/** What hands early dates on that are not those that it is planned at. */
const followsEarly = nodeFlag.alap | nodeFlag.gate | nodeFlag.milestone;

/** Where a length ends that begins at a moment. */
function advance(flag: number, calendar: CompiledCalendar, at: Instant, minutes: number): Instant {
  return (flag & nodeFlag.elapsed) !== 0 ? at + minutes : calendar.addWork(at, minutes);
}
