import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import { lagBit, lineBit, linkCode, nodeFlag, type Network, type NetworkDates } from './network.ts';

/** Nodes whose length is none, or runs through nights, or is that of others. */
const onClock = nodeFlag.elapsed | nodeFlag.point | nodeFlag.milestone | nodeFlag.gate;

/** [DEP-5] True of an elapsed lag to the end of the successor. */
function isLaidOnStart(link: number): boolean {
  return (link & 1) === 0 && (link & (lagBit.elapsed | lagBit.percentOfSummary)) === lagBit.elapsed;
}

/** Nodes that the progress date does not move. */
const settled = nodeFlag.started | nodeFlag.finished | nodeFlag.milestone | nodeFlag.pinned;

/**
 * What the predecessors of the node at hand demand: it cannot start before the one moment nor finish
 * before the other. A class because the two are raised link by link.
 */
export class PredecessorBounds {
  start: Instant = -Infinity;
  finish: Instant = -Infinity;
  readonly #network: Network;
  readonly #dates: NetworkDates;

  constructor(network: Network, dates: NetworkDates) {
    this.#network = network;
    this.#dates = dates;
  }

  clear(): void {
    this.start = -Infinity;
    this.finish = -Infinity;
  }

  /**
   * What the predecessors demand, as moments on the clock.
   *
   * @param isEarly true to ask for their early dates, where what is late is not planned at these
   */
  find(v: number, flag: number, isEarly = false): void {
    const { projectStart, statusDate } = this.#network;
    const isFree = (flag & nodeFlag.floor) === 0 || (flag & nodeFlag.pinned) !== 0;
    let startBound = isFree ? -Infinity : projectStart;
    if (startBound < statusDate && (flag & settled) === 0) startBound = statusDate;
    this.start = startBound;
    this.finish = -Infinity;
    this.followLinks(v, isEarly);
  }

  /** [DEP-1] to [DEP-6] Raises the bounds by the links that are not on a line of work. */
  followLinks(v: number, isEarly = false): void {
    const { inRange, predecessor, code, calendars, calendarOf, lagCalendarOf } = this.#network;
    const { lag, flags, duration } = this.#network;
    const calendar = calendars[lagCalendarOf[v] ?? 0];
    const own = calendars[calendarOf[v] ?? 0];
    // Only of work that is counted on a calendar the way back to its start depends on that.
    const length = ((flags[v] ?? 0) & onClock) === 0 ? duration[v] : undefined;
    const start = isEarly ? this.#dates.earlyStart : this.#dates.start;
    const finish = isEarly ? this.#dates.earlyFinish : this.#dates.finish;
    let startBound = this.start;
    let finishBound = this.finish;
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      const u = predecessor[e] ?? 0;
      const link = code[e] ?? linkCode.cut;
      if (link === linkCode.gate) {
        startBound = Math.max(startBound, start[u] ?? 0);
        finishBound = Math.max(finishBound, finish[u] ?? 0);
      } else if (link < lineBit && link !== linkCode.cut && link !== linkCode.part) {
        const at = ((link & 2) === 0 ? finish[u] : start[u]) ?? 0;
        if (isLaidOnStart(link) && length !== undefined) {
          startBound = Math.max(startBound, (own?.addWork(at, -length) ?? at) + (lag[e] ?? 0));
        }
        const bound = this.#withLag(e, at, calendar);
        if ((link & 1) === 1) startBound = Math.max(startBound, bound);
        else finishBound = Math.max(finishBound, bound);
      }
    }
    this.start = startBound;
    this.finish = finishBound;
  }

  /**
   * [DEP-5] Where a link leads from the end of its predecessor: a working lag runs on a calendar of
   * the successor, an elapsed one on the clock.
   */
  #withLag(e: number, at: Instant, calendar: CompiledCalendar | undefined): Instant {
    const { code, lag } = this.#network;
    const link = code[e] ?? 0;
    if (link < lagBit.working) return at;
    if ((link & lagBit.percentOfSummary) !== 0) this.#measureSummary(e);
    const minutes = lag[e] ?? 0;
    if ((link & lagBit.elapsed) !== 0) return at + minutes;
    return calendar?.addWork(at, minutes) ?? at;
  }

  /** The length of a summary is known once its parts are placed. */
  #measureSummary(e: number): void {
    const { predecessor, calendars, calendarOf, lag, percentOfSummary } = this.#network;
    const u = predecessor[e] ?? 0;
    const calendar = calendars[calendarOf[u] ?? 0];
    const { start, finish } = this.#dates;
    const length = calendar?.workBetween(start[u] ?? 0, finish[u] ?? 0) ?? 0;
    lag[e] = Math.round((length * (percentOfSummary.get(e) ?? 0)) / 100);
  }
}
