import { dayOf, minutesPerDay, type Instant } from '../model/instant.ts';
import type { CalendarException, CalendarRules, Shift } from '../model/project.ts';
import type { Calendar, Interval } from './calendar.ts';
import {
  computeCalendarDays,
  intersectCalendarDays,
  placeOfDay,
  shareCalendarDays,
  shiftsOnDay,
  uniteCalendarDays,
  type CalendarDays,
  type CalendarLookup,
  type DaySpan,
} from './calendarDays.ts';
import { startOf, workAt } from './workLine.ts';
import { computeWorkTable, weekWorkPlace, type WorkTable } from './workTable.ts';

/**
 * A calendar and its line of working minutes, on which the end of a working period and the start
 * of the next are one number. The line's zero is arbitrary; differences count.
 */
export interface CompiledCalendar extends Calendar {
  /** Where the line is written down, for the functions of `workLine.ts`. */
  readonly table: WorkTable;
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
  /** Where its minutes are weighed by how much of several people is there: the same hours as they are. */
  readonly unweighed: CompiledCalendar | undefined;
}

/**
 * Compiles working time into tables, so that every question is a look-up, for any date.
 *
 * @param resolve finds base calendars; one that it does not know is left out
 * @param leave days on which a person is away; their shifts are the hours that remain
 * @param span where most questions will lie; the answers for it are the fastest
 */
export function compileCalendar(
  rules: CalendarRules,
  resolve: CalendarLookup,
  leave: readonly CalendarException[] = [],
  span?: DaySpan,
): CompiledCalendar {
  const days = computeCalendarDays(rules, resolve, leave, span);
  return new TableCalendar(rules.key, rules.title ?? rules.key, days);
}

/** One of several people who share a task. */
export interface CalendarMember {
  readonly rules: CalendarRules;
  /** When the person works, as {@link computeCalendarDays} has it. */
  readonly days: CalendarDays;
}

/**
 * The time in which at least one of several people works.
 *
 * @param shares of the members, which are one together: then a minute in which some are away counts
 *   for as much of one as the others do. Without them every minute counts whole.
 */
export function compileSharedCalendar(
  members: readonly CalendarMember[],
  shares?: readonly number[],
): CompiledCalendar {
  const keys = [...new Set(members.map(({ rules }) => rules.key))];
  const titles = [...new Set(members.map(({ rules }) => rules.title ?? rules.key))];
  const [key, title] = [keys.join('+'), titles.join(' + ')];
  const together = uniteCalendarDays(members.map(member => member.days));
  const unweighed = new TableCalendar(key, title, together);
  if (!shares) return unweighed;
  const parts = members.map((member, i) => ({ days: member.days, share: shares[i] ?? 0 }));
  return new TableCalendar(key, title, shareCalendarDays(parts), unweighed);
}

/** The time in which a calendar and at least one of several people both work. */
export function compileJointCalendar(
  rules: CalendarRules,
  members: readonly CalendarMember[],
  resolve: CalendarLookup,
  span?: DaySpan,
): CompiledCalendar {
  const own = computeCalendarDays(rules, resolve, [], span);
  const people = uniteCalendarDays(members.map(member => member.days));
  const days = intersectCalendarDays(own, people);
  return new TableCalendar(rules.key, rules.title ?? rules.key, days);
}

/** A class because its tables are private and its look-ups are the engine's innermost calls. */
class TableCalendar implements CompiledCalendar {
  readonly key: string;
  readonly title: string;
  readonly isEmpty: boolean;
  readonly isNightly: boolean;
  readonly #days: CalendarDays;
  /** By place in the pool of days: 1 for those that are worked up to midnight. */
  readonly #nights: Uint8Array;
  readonly table: WorkTable;
  readonly unweighed: CompiledCalendar | undefined;

  constructor(key: string, title: string, days: CalendarDays, unweighed?: CompiledCalendar) {
    this.unweighed = unweighed;
    this.key = key;
    this.title = title;
    this.#days = days;
    this.table = computeWorkTable(days);
    const weekWork = this.table[weekWorkPlace] ?? 0;
    this.isEmpty = weekWork === 0;
    this.#nights = Uint8Array.from(days.pool, shifts => (reachesMidnight(shifts) ? 1 : 0));
    this.isNightly = weekWork < 7 * minutesPerDay && this.#nights.includes(1);
  }

  workAt(at: Instant): number {
    return workAt(this.table, at);
  }

  /** The minute of work before it begins a minute earlier. */
  endOf(work: number): Instant {
    return this.isEmpty ? work : startOf(this.table, work - 1) + 1;
  }

  startOf(work: number): Instant {
    return this.isEmpty ? work : startOf(this.table, work);
  }

  isBeforeMidnightWork(at: Instant): boolean {
    return this.isNightly && this.#nights[placeOfDay(this.#days, dayOf(at))] === 1;
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
