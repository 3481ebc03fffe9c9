import type { CalendarDays } from './calendarDays.ts';

/** One more than the minutes of a day, so that its end has a place too. */
const stride = 1441;
/** Working minutes between two entries of the index that finds a day by its work: a power of two. */
const bucketBits = 9;

/**
 * The working minutes of a calendar as tables, over whole weeks of which the first and the last
 * are regular. `workBefore` counts from the beginning of the table.
 */
export interface WorkTable {
  readonly firstDay: number;
  readonly endDay: number;
  /** Working minutes of a regular week; zero when the calendar has none. */
  readonly weekWork: number;
  readonly totalWork: number;
  /** By day of the table, and one more for its end. */
  readonly workBefore: Int32Array;
  /** By day: where the day's pattern begins in the tables by minute. */
  readonly patternOf: Int32Array;
  /** By pattern and minute of the day: working minutes of the day before it. */
  readonly minuteWork: Uint16Array;
  /** By pattern and work done in the day: the minute at which that work ends, at the earliest. */
  readonly endMinute: Uint16Array;
  /** By pattern and work done in the day: the minute at which work goes on. */
  readonly startMinute: Uint16Array;
  /** The days with work, and the work before each (one entry more for the end). */
  readonly workDays: Int32Array;
  readonly workBeforeDay: Int32Array;
  /** By work shifted right by `bucketBits`: the last work day that begins at or before it. */
  readonly dayIndex: Int32Array;
}

export const workBucketBits = bucketBits;

/** Counts the work of each day, night shifts split at midnight. */
export function computeWorkTable(days: CalendarDays): WorkTable {
  const { firstDay, endDay } = days;
  const count = endDay - firstDay;
  const patterns = new PatternPool();
  const patternOf = new Int32Array(count);
  const workBefore = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    // The table begins with a regular week, so the evening before it is that of its seventh day.
    const evening = days.shiftsOf[i === 0 ? 6 : i - 1] ?? 0;
    const pattern = patterns.placeOf(days, evening, days.shiftsOf[i] ?? 0);
    patternOf[i] = pattern * stride;
    workBefore[i + 1] = (workBefore[i] ?? 0) + patterns.workOf(pattern);
  }
  const weekWork = workBefore[7] ?? 0;
  const totalWork = workBefore[count] ?? 0;
  return {
    firstDay,
    endDay,
    weekWork,
    totalWork,
    workBefore,
    patternOf,
    ...patterns.tables(),
    ...workDayIndex(workBefore, totalWork),
  };
}

function workDayIndex(
  workBefore: Int32Array,
  totalWork: number,
): Pick<WorkTable, 'workDays' | 'workBeforeDay' | 'dayIndex'> {
  const days: number[] = [];
  const before: number[] = [];
  for (let i = 0; i + 1 < workBefore.length; i++) {
    const from = workBefore[i] ?? 0;
    if ((workBefore[i + 1] ?? 0) === from) continue;
    days.push(i);
    before.push(from);
  }
  before.push(totalWork);
  const dayIndex = new Int32Array((totalWork >> bucketBits) + 1);
  let k = 0;
  for (let bucket = 0; bucket < dayIndex.length; bucket++) {
    const work = bucket << bucketBits;
    while (k + 1 < days.length && (before[k + 1] ?? 0) <= work) k++;
    dayIndex[bucket] = k;
  }
  return {
    workDays: Int32Array.from(days),
    workBeforeDay: Int32Array.from(before),
    dayIndex,
  };
}

/** The distinct days by what is worked in them, from midnight to midnight. */
class PatternPool {
  readonly #places = new Map<number, number>();
  readonly #minutes: Uint8Array[] = [];
  readonly #work: number[] = [];

  placeOf(days: CalendarDays, evening: number, today: number): number {
    const key = evening * 65536 + today;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const minutes = new Uint8Array(1440);
    for (const { to } of days.pool[evening] ?? []) if (to > 1440) minutes.fill(1, 0, to - 1440);
    for (const { from, to } of days.pool[today] ?? []) minutes.fill(1, from, Math.min(to, 1440));
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

  tables(): Pick<WorkTable, 'minuteWork' | 'endMinute' | 'startMinute'> {
    const size = this.#minutes.length * stride;
    const minuteWork = new Uint16Array(size);
    const endMinute = new Uint16Array(size);
    const startMinute = new Uint16Array(size);
    this.#minutes.forEach((minutes, place) => {
      const base = place * stride;
      let work = 0;
      for (let minute = 0; minute < 1440; minute++) {
        minuteWork[base + minute] = work;
        if (minutes[minute] !== 1) continue;
        startMinute[base + work] = minute;
        work++;
        endMinute[base + work] = minute + 1;
      }
      minuteWork[base + 1440] = work;
    });
    return { minuteWork, endMinute, startMinute };
  }
}
