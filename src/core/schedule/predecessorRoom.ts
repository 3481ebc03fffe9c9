import { findStretch, gridInstant, gridLines, onOtherLine } from '../calendar/workGrid.ts';
import { CrossLinks } from './crossLinks.ts';
import { lesser } from './extremes.ts';
import { nightsOf } from './lineDates.ts';
import {
  crossBit,
  gridOf,
  lagBit,
  lineBit,
  momentBit,
  type Network,
  type NetworkDates,
} from './network.ts';

/**
 * What ordinary tasks leave their predecessors on lines of work. A class for the columns that every
 * link reads; its one method is the innermost loop of the backward pass.
 */
export class PredecessorRoom {
  readonly #network: Network;
  readonly #lineRooms: Float64Array;
  readonly #finishWork: Float64Array;
  readonly #cells: Int32Array;
  readonly #isNightly: Uint8Array;
  readonly #cross: CrossLinks;

  constructor(network: Network, dates: NetworkDates) {
    this.#network = network;
    this.#lineRooms = dates.late.lineRooms;
    this.#finishWork = dates.finishWork;
    this.#cells = gridOf(network).cells;
    this.#isNightly = nightsOf(network.calendars);
    this.#cross = new CrossLinks(network, dates);
  }

  /**
   * [LATE-2] Tells the predecessors of a node how late it lets them be, and nothing of what moves it:
   * the same as {@link tell} where nobody asks for free floats.
   *
   * @param work its late finish, on its own line
   */
  tellLate(v: number, work: number): void {
    const { inRange, predecessor, code, lag, calendarOf, calendars, duration } = this.#network;
    const lineRooms = this.#lineRooms;
    const cells = this.#cells;
    const line = calendarOf[v] ?? 0;
    const length = duration[v] ?? 0;
    const size = calendars.length + gridLines;
    const end = inRange[v * 2 + 1] ?? 0;
    for (let e = inRange[v * 2] ?? 0; e < end; e++) {
      const link = code[e] ?? 0;
      if (link < lineBit) continue;
      const u = predecessor[e] ?? 0;
      const minutes = lag[e] ?? 0;
      let late = work - length * (link & 1) - minutes;
      if (link >= crossBit) {
        const isLateEnd = (minutes >>> 31) | (isNone(minutes) & ~link & 1);
        const row = findStretch(cells, line, late - isLateEnd, size);
        if (row < 0 || (link & elapsed) !== 0 || (link & toldEnd) === momentBit) {
          this.#cross.leave(e, v, work);
          late = this.#cross.late;
        } else {
          const other = calendarOf[u] ?? 0;
          const offset = late - (cells[row] ?? 0);
          if ((link & toldMoment) === momentBit && this.#isNightly[other] === 1) {
            this.#cross.tellMoment(u, (cells[row + gridInstant] ?? 0) + offset);
          }
          late = onOtherLine(cells[row + gridLines + other] ?? 0, offset);
        }
      }
      if ((link & 2) !== 0) late += duration[u] ?? 0;
      lineRooms[u * 2] = lesser(lineRooms[u * 2] ?? 0, late);
    }
  }

  /**
   * [LATE-2] [FLOAT-4] Tells the predecessors of a node what it leaves them.
   *
   * @param work its late finish, on its own line
   */
  tell(v: number, work: number): void {
    const { inRange, predecessor, code, lag, calendarOf, calendars, duration } = this.#network;
    const lineRooms = this.#lineRooms;
    const cells = this.#cells;
    const line = calendarOf[v] ?? 0;
    const length = duration[v] ?? 0;
    const planned = this.#finishWork[v] ?? 0;
    const size = calendars.length + gridLines;
    const end = inRange[v * 2 + 1] ?? 0;
    for (let e = inRange[v * 2] ?? 0; e < end; e++) {
      const link = code[e] ?? 0;
      if (link < lineBit) continue;
      const u = predecessor[e] ?? 0;
      const minutes = lag[e] ?? 0;
      const own = length * (link & 1);
      let late = work - own - minutes;
      let free = planned - own;
      if (link < crossBit) free -= minutes;
      else {
        const isEnd = ~link & 1;
        // [CAL-1] Where a lag is taken back, it begins at the start of a period, and a lead at the end.
        const isLateEnd = (minutes >>> 31) | (isNone(minutes) & isEnd);
        const row = findStretch(cells, line, late - isLateEnd, size);
        const plannedRow = findStretch(cells, line, free - isEnd, size);
        if ((row | plannedRow) < 0 || (link & elapsed) !== 0 || (link & toldEnd) === momentBit) {
          this.#cross.leave(e, v, work);
          late = this.#cross.late;
          free = this.#cross.free;
        } else {
          const other = calendarOf[u] ?? 0;
          const offset = late - (cells[row] ?? 0);
          if ((link & toldMoment) === momentBit && this.#isNightly[other] === 1) {
            this.#cross.tellMoment(u, (cells[row + gridInstant] ?? 0) + offset);
          }
          late = onOtherLine(cells[row + gridLines + other] ?? 0, offset);
          const entry = cells[plannedRow + gridLines + other] ?? 0;
          free = onOtherLine(entry, free - (cells[plannedRow] ?? 0)) - minutes;
        }
      }
      const before = (link & 2) === 0 ? 0 : (duration[u] ?? 0);
      lineRooms[u * 2] = lesser(lineRooms[u * 2] ?? 0, late + before);
      lineRooms[u * 2 + 1] = lesser(lineRooms[u * 2 + 1] ?? 0, free + before);
    }
  }
}

const { elapsed } = lagBit;
/** Of a link to a finish that is told as a moment, and of a link from one. */
const toldEnd = momentBit + 1;
const toldMoment = momentBit + 2;

/** 1 for no minutes, else 0, without a branch. */
function isNone(minutes: number): number {
  return ((minutes | -minutes) >>> 31) ^ 1;
}
