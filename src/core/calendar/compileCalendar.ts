import { dayOf, minutesPerDay, type Instant } from '../model/instant.ts';
import type { CalendarException, CalendarRules, Shift } from '../model/project.ts';
import type { Calendar, Interval } from './calendar.ts';
import {
  computeCalendarDays,
  intersectCalendarDays,
  shiftsOnDay,
  uniteCalendarDays,
  type CalendarDays,
  type CalendarLookup,
} from './calendarDays.ts';
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
  /** True when some days, but not all time, are worked up to midnight. */
  readonly isNightly: boolean;
  /** True for a moment of a day that is worked up to midnight. */
  isBeforeMidnightWork(at: Instant): boolean;
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

/** More work than any table holds, as an integer. */
const lastWork = 0x7fffffff;

/** So far from 1970, before or after, days are counted: about two million years. */
const farthest = 1e12;

/** One of several people who share a task. */
export interface CalendarMember {
  readonly rules: CalendarRules;
  readonly leave: readonly CalendarException[];
}

/** The time in which at least one of several people works. */
export function compileSharedCalendar(
  members: readonly CalendarMember[],
  resolve: CalendarLookup,
): CompiledCalendar {
  const keys = [...new Set(members.map(({ rules }) => rules.key))];
  const titles = [...new Set(members.map(({ rules }) => rules.title ?? rules.key))];
  const days = members.map(({ rules, leave }) => computeCalendarDays(rules, resolve, leave));
  return new TableCalendar(keys.join('+'), titles.join(' + '), uniteCalendarDays(days));
}

/** The time in which a calendar and at least one of several people both work. */
export function compileJointCalendar(
  rules: CalendarRules,
  members: readonly CalendarMember[],
  resolve: CalendarLookup,
): CompiledCalendar {
  const own = computeCalendarDays(rules, resolve, []);
  const people = members.map(each => computeCalendarDays(each.rules, resolve, each.leave));
  const days = intersectCalendarDays(own, uniteCalendarDays(people));
  return new TableCalendar(rules.key, rules.title ?? rules.key, days);
}

/** A class because its tables are private and its look-ups are the engine's innermost calls. */
class TableCalendar implements CompiledCalendar {
  readonly key: string;
  readonly title: string;
  readonly isEmpty: boolean;
  readonly isNightly: boolean;
  readonly #days: CalendarDays;
  readonly #table: WorkTable;

  constructor(key: string, title: string, days: CalendarDays) {
    this.key = key;
    this.title = title;
    this.#days = days;
    this.#table = computeWorkTable(days);
    this.isEmpty = this.#table.weekWork === 0;
    this.isNightly = this.#table.weekWork < 7 * minutesPerDay && days.pool.some(reachesMidnight);
  }

  workAt(at: Instant): number {
    // Further away days are no 32-bit integers any more, and nothing is told of them.
    if (at > farthest || at < -farthest) return this.workAt(at > 0 ? farthest : -farthest);
    const table = this.#table;
    // In 32-bit integers, which the tables are addressed with; rounded down before 1970 too.
    let day = (at / minutesPerDay) | 0;
    if (day * minutesPerDay > at) day--;
    const minute = (at - day * minutesPerDay) | 0;
    let weeks = 0;
    if (day >= table.endDay) weeks = ((day - table.endDay) / 7 + 1) | 0;
    else if (day < table.firstDay) weeks = -(((table.firstDay - day + 6) / 7) | 0);
    const place = (day - weeks * 7 - table.firstDay) | 0;
    const pattern = table.patternOf[place] ?? 0;
    const before = table.workBefore[place] ?? 0;
    return weeks * table.weekWork + before + (table.minuteWork[(pattern + minute) | 0] ?? 0);
  }

  endOf(work: number): Instant {
    const { weekWork, totalWork } = this.#table;
    if (weekWork === 0) return work;
    if (work > totalWork) return this.#endWithin(work, Math.ceil((work - totalWork) / weekWork));
    if (work <= 0) return this.#endWithin(work, -Math.floor(-work / weekWork) - 1);
    return this.#endWithin(work, 0);
  }

  startOf(work: number): Instant {
    const { weekWork, totalWork } = this.#table;
    if (weekWork === 0) return work;
    if (work >= totalWork) {
      return this.#startWithin(work, Math.floor((work - totalWork) / weekWork) + 1);
    }
    return this.#startWithin(work, work < 0 ? -Math.ceil(-work / weekWork) : 0);
  }

  /** The table's weeks end `weeks` regular weeks before the work meant. */
  #endWithin(work: number, weeks: number): Instant {
    const table = this.#table;
    const within = (work - weeks * table.weekWork) | 0;
    const { workBeforeDay } = table;
    let k = table.dayIndex[(within - 1) >> workBucketBits] ?? 0;
    while ((workBeforeDay[k + 1] ?? lastWork) < within) k++;
    const place = table.workDays[k] ?? 0;
    const done = within - (workBeforeDay[k] ?? 0);
    const minute = table.endMinute[((table.patternOf[place] ?? 0) + done) | 0] ?? 0;
    return (table.firstDay + weeks * 7 + place) * minutesPerDay + minute;
  }

  #startWithin(work: number, weeks: number): Instant {
    const table = this.#table;
    const within = (work - weeks * table.weekWork) | 0;
    const { workBeforeDay } = table;
    let k = table.dayIndex[within >> workBucketBits] ?? 0;
    while ((workBeforeDay[k + 1] ?? lastWork) <= within) k++;
    const place = table.workDays[k] ?? 0;
    const done = within - (workBeforeDay[k] ?? 0);
    const minute = table.startMinute[((table.patternOf[place] ?? 0) + done) | 0] ?? 0;
    return (table.firstDay + weeks * 7 + place) * minutesPerDay + minute;
  }

  isBeforeMidnightWork(at: Instant): boolean {
    return this.isNightly && reachesMidnight(this.shiftsOn(dayOf(at)));
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
    return shiftsOnDay(this.#days, day);
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

function reachesMidnight(shifts: readonly Shift[]): boolean {
  return shifts.some(({ to }) => to >= minutesPerDay);
}
