import { dayOf, minutesPerDay, type Instant } from '../model/instant.ts';
import type { CalendarException, CalendarRules, Shift } from '../model/project.ts';
import type { Calendar, Interval } from './calendar.ts';
import { computeCalendarDays, type CalendarDays, type CalendarLookup } from './calendarDays.ts';
import { computeWorkTable, workBucketBits, type WorkTable } from './workTable.ts';

/**
 * A calendar and its line of working minutes, on which the end of a working period and the start
 * of the next are one number. The line's zero is arbitrary; differences count.
 */
export interface CompiledCalendar extends Calendar {
  /** The number on the line at an instant. */
  workAt(at: Instant): number;
  /** The earliest instant with this number: the end of a working period. */
  endOf(work: number): Instant;
  /** The latest instant with this number: the start of a working period. */
  startOf(work: number): Instant;
}

/**
 * Compiles working time into tables, so that every question is a look-up, for any date.
 *
 * @param resolve finds base calendars; one that it does not know is left out
 * @param leave days on which a person is away; their shifts are the hours that remain
 */
export function compileCalendar(
  rules: CalendarRules,
  resolve: CalendarLookup,
  leave: readonly CalendarException[] = [],
): CompiledCalendar {
  const days = computeCalendarDays(rules, resolve, leave);
  return new TableCalendar(rules.key, rules.title ?? rules.key, days);
}

const noShifts: readonly Shift[] = [];

/** A class because its tables are private and its look-ups are the engine's innermost calls. */
class TableCalendar implements CompiledCalendar {
  readonly key: string;
  readonly title: string;
  readonly isEmpty: boolean;
  readonly #days: CalendarDays;
  readonly #table: WorkTable;

  constructor(key: string, title: string, days: CalendarDays) {
    this.key = key;
    this.title = title;
    this.#days = days;
    this.#table = computeWorkTable(days);
    this.isEmpty = this.#table.weekWork === 0;
  }

  workAt(at: Instant): number {
    const table = this.#table;
    let day = Math.floor(at / minutesPerDay);
    const minute = at - day * minutesPerDay;
    let work = 0;
    if (day >= table.endDay) {
      const weeks = Math.floor((day - table.endDay) / 7) + 1;
      day -= weeks * 7;
      work = weeks * table.weekWork;
    } else if (day < table.firstDay) {
      const weeks = Math.ceil((table.firstDay - day) / 7);
      day += weeks * 7;
      work = -weeks * table.weekWork;
    }
    const place = day - table.firstDay;
    const pattern = table.patternOf[place] ?? 0;
    return work + (table.workBefore[place] ?? 0) + (table.minuteWork[pattern + minute] ?? 0);
  }

  endOf(work: number): Instant {
    const table = this.#table;
    if (table.weekWork === 0) return work;
    let within = work;
    let days = table.firstDay;
    if (work > table.totalWork) {
      const weeks = Math.ceil((work - table.totalWork) / table.weekWork);
      within -= weeks * table.weekWork;
      days += weeks * 7;
    } else if (work <= 0) {
      const weeks = Math.floor(-work / table.weekWork) + 1;
      within += weeks * table.weekWork;
      days -= weeks * 7;
    }
    let k = table.dayIndex[(within - 1) >> workBucketBits] ?? 0;
    while ((table.workBeforeDay[k + 1] ?? Infinity) < within) k++;
    const place = table.workDays[k] ?? 0;
    const done = within - (table.workBeforeDay[k] ?? 0);
    const minute = table.endMinute[(table.patternOf[place] ?? 0) + done] ?? 0;
    return (days + place) * minutesPerDay + minute;
  }

  startOf(work: number): Instant {
    const table = this.#table;
    if (table.weekWork === 0) return work;
    let within = work;
    let days = table.firstDay;
    if (work >= table.totalWork) {
      const weeks = Math.floor((work - table.totalWork) / table.weekWork) + 1;
      within -= weeks * table.weekWork;
      days += weeks * 7;
    } else if (work < 0) {
      const weeks = Math.ceil(-work / table.weekWork);
      within += weeks * table.weekWork;
      days -= weeks * 7;
    }
    let k = table.dayIndex[within >> workBucketBits] ?? 0;
    while ((table.workBeforeDay[k + 1] ?? Infinity) <= within) k++;
    const place = table.workDays[k] ?? 0;
    const done = within - (table.workBeforeDay[k] ?? 0);
    const minute = table.startMinute[(table.patternOf[place] ?? 0) + done] ?? 0;
    return (days + place) * minutesPerDay + minute;
  }

  isWorking(at: Instant): boolean {
    return this.workAt(at + 1) > this.workAt(at);
  }

  workBetween(from: Instant, to: Instant): number {
    return this.workAt(to) - this.workAt(from);
  }

  addWork(at: Instant, minutes: number): Instant {
    if (minutes === 0 || this.isEmpty) return at;
    const work = this.workAt(at) + minutes;
    return minutes > 0 ? this.endOf(work) : this.startOf(work);
  }

  nextWork(at: Instant): Instant {
    return this.isEmpty ? at : this.startOf(this.workAt(at));
  }

  previousWork(at: Instant): Instant {
    return this.isEmpty ? at : this.endOf(this.workAt(at));
  }

  shiftsOn(day: number): readonly Shift[] {
    const { firstDay, endDay, shiftsOf, pool } = this.#days;
    const outside = day >= endDay ? endDay : day < firstDay ? firstDay : undefined;
    const place =
      outside === undefined
        ? day - firstDay
        : ((((day - outside) % 7) + 7) % 7) + (day >= endDay ? endDay - firstDay - 7 : 0);
    return pool[shiftsOf[place] ?? 0] ?? noShifts;
  }

  nonWorking(from: Instant, to: Instant): readonly Interval[] {
    if (to <= from) return [];
    const working = [];
    for (let day = dayOf(from) - 1; day <= dayOf(to); day++) {
      const midnight = day * minutesPerDay;
      for (const shift of this.shiftsOn(day)) {
        working.push({ from: midnight + shift.from, to: midnight + shift.to });
      }
    }
    return gapsBetween(working, from, to);
  }
}

function gapsBetween(
  working: readonly Interval[],
  from: Instant,
  to: Instant,
): readonly Interval[] {
  const gaps: Interval[] = [];
  let free = from;
  for (const shift of working) {
    if (shift.from >= to) break;
    if (shift.from > free) gaps.push({ from: free, to: shift.from });
    free = Math.max(free, shift.to);
  }
  if (free < to) gaps.push({ from: free, to });
  return gaps;
}
