import type { CalendarDays } from './calendarDays.ts';
import { markShare } from './shareShifts.ts';

/** One more than the minutes of a day, so that its end has a place too. */
const stride = 1441;

/**
 * The working minutes of a calendar, over whole weeks of which the first and the last are regular.
 * All in one array of whole numbers, so that a look-up in the innermost loops holds on to one thing:
 * first a head, then a row for each day and one more for the end, then a row for each day with work
 * and one more for the end, then the patterns of the days, then an index that finds a day by its
 * work. Rows name others by their places in the array. The places are plain constants, and not
 * fields of one, because each look-up would have to load them.
 */
export type WorkTable = Int32Array;

/** Places in the head of a table. */
export const firstDayPlace = 0;
export const dayCountPlace = 1;
/** Working minutes of a regular week; zero when the calendar has none. */
export const weekWorkPlace = 2;
export const totalWorkPlace = 3;
/** By work shifted right by `workBucketBits`: the row of the last work day that begins by then. */
export const indexPlace = 4;
/** Where the rows of the days begin. */
export const daysPlace = 5;

/**
 * The row of a day begins with the work before it, counted from the table's beginning. Then comes the
 * place of its pattern: by minute of the day, the working minutes before it.
 */
export const dayPattern = 1;
export const daySize = 2;

/**
 * The row of a day with work begins in the same way; its pattern tells by work done the minute at
 * which work goes on. Then comes the number of the day.
 */
export const workDayPattern = 1;
export const workDayNumber = 2;
export const workDaySize = 3;

/** Working minutes between two entries of the index: a power of two. */
export const workBucketBits = 6;

/** Counts the work of each day, night shifts split at midnight. */
export function computeWorkTable({ firstDay, endDay, shiftsOf, pool }: CalendarDays): WorkTable {
  const count = endDay - firstDay;
  const patterns = new PatternPool(pool);
  const patternOf = new Uint32Array(count);
  const workBefore = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    // The table begins with a regular week, so the evening before it is that of its seventh day.
    const evening = shiftsOf[i === 0 ? 6 : i - 1] ?? 0;
    const pattern = patterns.placeOf(evening, shiftsOf[i] ?? 0);
    patternOf[i] = pattern;
    workBefore[i + 1] = (workBefore[i] ?? 0) + patterns.workOf(pattern);
  }
  return layOut({ firstDay, patternOf, workBefore, patterns: patterns.list() });
}

interface CountedDays {
  readonly firstDay: number;
  readonly patternOf: Uint32Array;
  readonly workBefore: Int32Array;
  readonly patterns: readonly Uint8Array[];
}

function layOut({ firstDay, patternOf, workBefore, patterns }: CountedDays): WorkTable {
  const count = patternOf.length;
  const totalWork = workBefore[count] ?? 0;
  const firstWorkDay = daysPlace + (count + 1) * daySize;
  const firstPattern = firstWorkDay + (countWorkDays(workBefore) + 1) * workDaySize;
  const index = firstPattern + patterns.length * 2 * stride;
  const table = new Int32Array(index + (totalWork >> workBucketBits) + 1);
  table.set([firstDay, count, workBefore[7] ?? 0, totalWork, index]);
  let dayPlace: number = daysPlace;
  let row = firstWorkDay;
  for (let i = 0; i <= count; i++) {
    const before = workBefore[i] ?? 0;
    const pattern = firstPattern + (patternOf[i] ?? 0) * 2 * stride;
    table[dayPlace] = before;
    table[dayPlace + dayPattern] = pattern;
    dayPlace += daySize;
    if (i < count && workBefore[i + 1] === before) continue;
    table[row] = before;
    table[row + workDayPattern] = pattern + stride;
    table[row + workDayNumber] = firstDay + i;
    row += workDaySize;
  }
  patterns.forEach((minutes, place) => {
    layPattern(table, firstPattern + place * 2 * stride, minutes);
  });
  indexWork(table, firstWorkDay, firstPattern);
  return table;
}

function countWorkDays(workBefore: Int32Array): number {
  let count = 0;
  for (let i = 0; i + 1 < workBefore.length; i++) {
    if (workBefore[i] !== workBefore[i + 1]) count++;
  }
  return count;
}

function layPattern(table: WorkTable, place: number, minutes: Uint8Array): void {
  let work = 0;
  for (let minute = 0; minute < 1440; minute++) {
    table[place + minute] = work;
    if (minutes[minute] !== 1) continue;
    table[place + stride + work] = minute;
    work++;
  }
  table[place + 1440] = work;
}

/** Each entry is the row of the day in which its work begins. */
function indexWork(table: WorkTable, firstRow: number, end: number): void {
  const index = table[indexPlace] ?? 0;
  const up = (1 << workBucketBits) - 1;
  for (let row = firstRow; row < end - workDaySize; row += workDaySize) {
    const from = ((table[row] ?? 0) + up) >> workBucketBits;
    const to = ((table[row + workDaySize] ?? 0) + up) >> workBucketBits;
    table.fill(row, index + from, index + to);
  }
}

/** The distinct days by the minutes that are worked in them, from midnight to midnight. */
class PatternPool {
  readonly #pool: CalendarDays['pool'];
  readonly #places = new Map<number, number>();
  readonly #minutes: Uint8Array[] = [];
  readonly #work: number[] = [];

  constructor(pool: CalendarDays['pool']) {
    this.#pool = pool;
  }

  placeOf(evening: number, today: number): number {
    const key = evening * 65536 + today;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const minutes = new Uint8Array(1440);
    for (const shift of this.#pool[evening] ?? []) {
      if (shift.to > 1440)
        markShare(minutes, { ...shift, from: Math.max(0, shift.from - 1440), to: shift.to - 1440 });
    }
    for (const shift of this.#pool[today] ?? []) {
      if (shift.from < 1440) markShare(minutes, { ...shift, to: Math.min(shift.to, 1440) });
    }
    const place = this.#minutes.length;
    this.#minutes.push(minutes);
    let work = 0;
    for (const minute of minutes) work += minute;
    this.#work.push(work);
    this.#places.set(key, place);
    return place;
  }

  workOf(place: number): number {
    return this.#work[place] ?? 0;
  }

  list(): readonly Uint8Array[] {
    return this.#minutes;
  }
}
