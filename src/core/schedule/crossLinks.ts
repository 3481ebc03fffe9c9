import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import { carryWork } from '../calendar/workLine.ts';
import type { WorkTable } from '../calendar/workTable.ts';
import type { Instant } from '../model/instant.ts';
import { room } from './lateState.ts';
import { lagBit, momentBit, type Network, type NetworkDates } from './network.ts';

/**
 * The links between ordinary tasks on different lines of work, or with an elapsed lag. A class for
 * the columns that every link reads, and for its two answers.
 */
export class CrossLinks {
  /** The end that the link at hand leaves its predecessor, on that one's line: before being late. */
  late = 0;
  /** The same before the successor would move. */
  free = 0;
  readonly #network: Network;
  readonly #dates: NetworkDates;
  readonly #tables: readonly WorkTable[];

  constructor(network: Network, dates: NetworkDates) {
    this.#network = network;
    this.#dates = dates;
    this.#tables = network.calendars.map(calendar => calendar.table);
  }

  /**
   * [DEP-5] Where a link leads from an end of its predecessor, on the line of the successor, before a
   * working lag. An elapsed one is laid on the clock, and taken off again on the line: of a link to
   * the successor's end also on where the successor would start without it.
   */
  lead(e: number, v: number): number {
    const { predecessor, code, lag, calendarOf, duration } = this.#network;
    const u = predecessor[e] ?? 0;
    const isFinish = ((code[e] ?? 0) & 2) === 0;
    const minutes = lag[e] ?? 0;
    if (((code[e] ?? 0) & lagBit.elapsed) !== 0) {
      const calendar = this.#calendarOf(v);
      const at = this.#endOf(u, isFinish);
      const end = calendar.workAt(at + minutes);
      if (((code[e] ?? 0) & 1) === 1) return end - minutes;
      const length = duration[v] ?? 0;
      const start = calendar.workAt(calendar.addWork(at, -length) + minutes);
      return Math.max(end, start + length) - minutes;
    }
    const other = this.#tables[calendarOf[u] ?? 0];
    const own = this.#tables[calendarOf[v] ?? 0];
    const work = (this.#dates.finishWork[u] ?? 0) - (isFinish ? 0 : (duration[u] ?? 0));
    return other && own ? carryWork(other, own, work, isFinish ? 1 : 0) : work;
  }

  /**
   * [LATE-2] [FLOAT-4] Finds what a link leaves its predecessor. A working lag is laid on the line of
   * the successor for the late date, and on that of the predecessor for the free one.
   *
   * @param finish the late finish of the successor `v`, on its own line
   */
  leave(e: number, v: number, finish: number): void {
    const { predecessor, code, lag, calendarOf, duration } = this.#network;
    const link = code[e] ?? 0;
    const minutes = lag[e] ?? 0;
    const own = this.#tables[calendarOf[v] ?? 0];
    const other = this.#tables[calendarOf[predecessor[e] ?? 0] ?? 0];
    if (!own || !other) return;
    const length = (link & 1) === 0 ? 0 : (duration[v] ?? 0);
    const isEnd = ~link & 1;
    // [CAL-1] Where a lag is taken back, it begins at the start of a period, and a lead at the end.
    const isLateEnd = minutes === 0 ? isEnd : minutes < 0 ? 1 : 0;
    this.late =
      link < momentBit
        ? carryWork(own, other, finish - length - minutes, isLateEnd)
        : this.#leaveByMoment(e, v, finish - length);
    const taken = (link & lagBit.elapsed) === 0 ? minutes : this.#workOfLag(e);
    this.free = carryWork(own, other, (this.#dates.finishWork[v] ?? 0) - length, isEnd) - taken;
  }

  /** The late end by way of the moment, which elapsed lags and nights need. */
  #leaveByMoment(e: number, v: number, late: number): number {
    const { predecessor, code, lag } = this.#network;
    const u = predecessor[e] ?? 0;
    const link = code[e] ?? 0;
    const minutes = lag[e] ?? 0;
    const calendar = this.#calendarOf(v);
    let at: Instant;
    if ((link & lagBit.working) !== 0) {
      at = minutes > 0 ? calendar.startOf(late - minutes) : calendar.endOf(late - minutes);
    } else {
      if ((link & 1) === 1) at = calendar.startOf(late);
      else at = calendar.isNightly ? (this.#dates.lateFinish[v] ?? 0) : calendar.endOf(late);
      at -= minutes;
    }
    const other = this.#calendarOf(u);
    if (other.isNightly && (link & 2) === 0) this.tellMoment(u, at);
    return other.workAt(at);
  }

  /** [LATE-4] Of a task that works up to midnight the moment is told that its successors leave. */
  tellMoment(u: number, at: Instant): void {
    const { rooms } = this.#dates.late;
    const place = u * room.size + room.finish;
    if (at < (rooms[place] ?? 0)) rooms[place] = at;
  }

  /** The work that an elapsed lag takes from where its predecessor is planned to end. */
  #workOfLag(e: number): number {
    const { predecessor, code, lag } = this.#network;
    const u = predecessor[e] ?? 0;
    const from = this.#endOf(u, ((code[e] ?? 0) & 2) === 0);
    return this.#calendarOf(u).workBetween(from, from + (lag[e] ?? 0));
  }

  /** Where a task is planned to end or to start. */
  #endOf(v: number, isFinish: boolean): Instant {
    const calendar = this.#calendarOf(v);
    const finish = this.#dates.finishWork[v] ?? 0;
    if (isFinish) return calendar.endOf(finish);
    return calendar.startOf(finish - (this.#network.duration[v] ?? 0));
  }

  #calendarOf(v: number): CompiledCalendar {
    const { calendars, calendarOf } = this.#network;
    const calendar = calendars[calendarOf[v] ?? 0];
    if (!calendar) throw new Error(`No calendar governs node ${v}`);
    return calendar;
  }
}
