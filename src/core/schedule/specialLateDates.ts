import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import { room } from './lateState.ts';
import {
  constraintCode,
  floatBasis,
  nodeFlag,
  type Network,
  type NetworkDates,
} from './network.ts';
import type { SuccessorRoom } from './successorRoom.ts';

/**
 * The late dates of everything that is not an ordinary task. A class for the columns that every
 * step reads.
 */
export class SpecialLateDates {
  readonly #network: Network;
  readonly #dates: NetworkDates;
  readonly #left: SuccessorRoom;
  readonly #projectFinish: Instant;
  readonly #basis: { readonly start: Float64Array; readonly finish: Float64Array };
  /** The late dates that predecessors see: of started work, those of what is left of it. */
  #lateStart: Instant = 0;
  #lateFinish: Instant = 0;

  constructor(
    network: Network,
    dates: NetworkDates,
    { left, projectFinish }: { readonly left: SuccessorRoom; readonly projectFinish: Instant },
  ) {
    this.#network = network;
    this.#dates = dates;
    this.#left = left;
    this.#projectFinish = projectFinish;
    this.#basis = floatBasis(network, dates);
  }

  place(v: number): void {
    const { flags, calendarOf, calendars } = this.#network;
    const flag = flags[v] ?? 0;
    const calendar = calendars[calendarOf[v] ?? 0];
    if (!calendar || (flag & nodeFlag.undated) !== 0) return;
    if ((flag & nodeFlag.gate) !== 0) {
      this.#left.presentGate(v);
      this.#left.passAll(v);
      return;
    }
    this.#cap(v, flag);
    if ((flag & nodeFlag.rollUp) !== 0) this.#passSummary(v, calendar);
    else this.#placeNode(v, flag, calendar);
  }

  /** Tells the late dates of an ordinary task to its predecessors that are not on its line. */
  presentOffLine(v: number, lateWork: number): void {
    const { calendarOf, calendars, duration } = this.#network;
    const calendar = calendars[calendarOf[v] ?? 0];
    if (!calendar) return;
    const start = calendar.startOf(lateWork - (duration[v] ?? 0));
    this.#setLate(v, start, this.#lateEnd(v, lateWork, calendar));
    this.#left.present(v, this.#lateStart, this.#lateFinish);
    this.#left.passAll(v);
  }

  /** [LATE-4] Of a task on a line whose calendar works at night. */
  keepLateFinish(v: number, lateWork: number): void {
    const { calendarOf, calendars } = this.#network;
    const calendar = calendars[calendarOf[v] ?? 0];
    if (!calendar?.isNightly) return;
    const finish = this.#lateEnd(v, lateWork, calendar);
    this.#dates.lateFinish[v] = finish;
    this.#dates.late.shown[v * 2 + 1] = finish;
  }

  /** [DL-1] [CON-3] [CON-5] [CON-7] A deadline or a limit leaves less room, and the float goes with it. */
  #cap(v: number, flag: number): void {
    const { constraintKind, constraintAt, deadline } = this.#network;
    const own = v * room.size;
    if ((flag & nodeFlag.deadline) !== 0) this.#left.lower(own + room.finish, deadline[v] ?? 0);
    const kind = constraintKind[v];
    const at = constraintAt[v] ?? 0;
    const isSummary = (flag & nodeFlag.rollUp) !== 0;
    // [SUM-4] A summary's own start cannot be held as late as this: parts start when they can.
    if (kind === constraintCode.SNLT && !isSummary) this.#left.lower(own + room.start, at);
    // [ACT-8] What has begun no longer stands where it must finish, and may end later.
    const mayEndLater = isSummary || isBegun(flag);
    if (kind === constraintCode.FNLT || (kind === constraintCode.MFO && mayEndLater)) {
      this.#left.lower(own + room.finish, at);
    }
  }

  #passSummary(v: number, calendar: CompiledCalendar): void {
    const { finish, totalFloat, freeFloat } = this.#dates;
    this.#left.passToParts(v);
    // The total float of a summary is not known before its parts are settled: see rollUpLate.
    totalFloat[v] = Infinity;
    freeFloat[v] = this.#left.freeFloat(v, calendar, calendar.workAt(finish[v] ?? 0));
  }

  #placeNode(v: number, flag: number, calendar: CompiledCalendar): void {
    const own = v * room.size;
    const finishRoom = this.#left.rooms[own + room.finish] ?? 0;
    const isPinned = (flag & nodeFlag.pinned) !== 0;
    // [PIN-2] Nobody waits for the start of what stands where it was put.
    const startRoom = isPinned ? Infinity : (this.#left.rooms[own + room.start] ?? 0);
    const length = this.#network.duration[v] ?? 0;
    const onClock = nodeFlag.elapsed | nodeFlag.point | nodeFlag.milestone;
    if ((flag & onClock) !== 0) {
      this.#placeOnClock(v, flag, calendar, Math.min(finishRoom, startRoom + length));
    } else {
      let work = calendar.workAt(finishRoom);
      if (startRoom !== Infinity && (flag & nodeFlag.started) === 0) {
        work = Math.min(work, calendar.workAt(startRoom) + length);
      }
      const end = isPinned ? finishRoom : this.#lateEnd(v, work, calendar);
      this.#setLate(v, calendar.startOf(work - length), end);
    }
    this.#settle(v, flag, calendar);
    this.#setFloats(v, flag, calendar);
    // [ACT-6] What is finished does not press on what came before it.
    if (this.#isFinished(v, flag)) {
      this.#left.hide(v);
      return;
    }
    this.#left.present(v, this.#lateStart, this.#lateFinish);
    this.#left.passAll(v);
  }

  /** [LATE-4] The end of a period, or on a day worked up to midnight what the successors leave. */
  #lateEnd(v: number, work: number, calendar: CompiledCalendar): Instant {
    if (!calendar.isNightly) return calendar.endOf(work);
    const finish = this.#left.rooms[v * room.size + room.finish] ?? 0;
    const isLeft = calendar.workAt(finish) === work && calendar.isBeforeMidnightWork(finish);
    return isLeft ? finish : calendar.endOf(work);
  }

  /** [LATE-3] Held by a successor, points and elapsed work end late at the end of a period. */
  #placeOnClock(v: number, flag: number, calendar: CompiledCalendar, finish: Instant): void {
    const isKept =
      finish === this.#projectFinish ||
      (flag & (nodeFlag.milestone | nodeFlag.pinned)) !== 0 ||
      calendar.isBeforeMidnightWork(finish);
    const end = isKept ? finish : calendar.previousWork(finish);
    this.#setLate(v, end - (this.#network.duration[v] ?? 0), end);
  }

  /** Fixed constraints and actual dates stand in place of what the successors leave. */
  #settle(v: number, flag: number, calendar: CompiledCalendar): void {
    const { constraintKind, remaining, actualFinish } = this.#network;
    const { earlyStart, earlyFinish, lateFinish } = this.#dates;
    const kind = constraintKind[v];
    const isOpen = (flag & (nodeFlag.started | nodeFlag.finished)) === 0;
    if ((flag & nodeFlag.fixed) !== 0 || !Number.isNaN(actualFinish[v] ?? NaN)) {
      this.#setLate(v, earlyStart[v] ?? 0, earlyFinish[v] ?? 0);
    } else if (!isOpen) {
      const late = lateFinish[v] ?? 0;
      this.#setLate(v, earlyStart[v] ?? 0, late);
      const left = remaining[v] ?? 0;
      const isElapsed = (flag & nodeFlag.elapsed) !== 0;
      this.#lateStart = isElapsed ? late - left : calendar.addWork(late, -left);
    } else if (kind === constraintCode.MSO || kind === constraintCode.MFO) {
      this.#setLate(v, earlyStart[v] ?? 0, earlyFinish[v] ?? 0);
      this.#promise(v, flag, calendar);
    }
  }

  /** [DL-1] What must start or finish on a day has no more room than its own promise leaves. */
  #promise(v: number, flag: number, calendar: CompiledCalendar): void {
    const { deadline, duration } = this.#network;
    const promised = deadline[v] ?? Infinity;
    if ((flag & nodeFlag.deadline) === 0 || promised >= (this.#dates.lateFinish[v] ?? 0)) return;
    const length = duration[v] ?? 0;
    const isElapsed = (flag & nodeFlag.elapsed) !== 0;
    this.#setLate(v, isElapsed ? promised - length : calendar.addWork(promised, -length), promised);
  }

  /** True for a task with an actual finish, not for a milestone that stands at a date. */
  #isFinished(v: number, flag: number): boolean {
    const { actualFinish } = this.#network;
    return (flag & nodeFlag.fixed) === 0 && !Number.isNaN(actualFinish[v] ?? NaN);
  }

  #setLate(v: number, start: Instant, finish: Instant): void {
    this.#dates.lateStart[v] = start;
    this.#dates.lateFinish[v] = finish;
    this.#lateStart = start;
    this.#lateFinish = finish;
  }

  /** [FLOAT-1] The smaller of start and finish float; only the finish counts once work started. */
  #setFloats(v: number, flag: number, calendar: CompiledCalendar): void {
    const { lateStart, lateFinish, totalFloat, freeFloat } = this.#dates;
    const { start, finish } = this.#basis;
    const isElapsed = (flag & nodeFlag.elapsed) !== 0;
    const between = (from: Instant, to: Instant): number =>
      isElapsed ? to - from : calendar.workBetween(from, to);
    const finishFloat = between(finish[v] ?? 0, lateFinish[v] ?? 0);
    const isStarted = (flag & (nodeFlag.started | nodeFlag.finished)) !== 0;
    totalFloat[v] = isStarted
      ? finishFloat
      : Math.min(finishFloat, between(start[v] ?? 0, lateStart[v] ?? 0));
    freeFloat[v] = isElapsed
      ? this.#left.freeElapsed(v)
      : this.#left.freeFloat(v, calendar, calendar.workAt(this.#dates.finish[v] ?? 0));
    if (this.#isFinished(v, flag)) freeFloat[v] = 0;
  }
}

/** True of work that has begun and is not done. */
function isBegun(flag: number): boolean {
  return (flag & (nodeFlag.started | nodeFlag.finished)) === nodeFlag.started;
}
