import { civilDate, dayNumber, weekday } from '../model/instant.ts';
import type { CalendarException } from '../model/project.ts';
import type { MonthDay, Repetition } from '../model/repetition.ts';

type RepeatedRange = Pick<CalendarException, 'fromDay' | 'toDay' | 'repeats'>;

/**
 * The days of an exception in order: all of its range, or those on which it repeats, as Microsoft
 * Project counts them.
 */
export function* exceptionDays(range: RepeatedRange): Generator<number> {
  const { fromDay, toDay, repeats } = range;
  let count = 0;
  for (const day of repeats ? daysOf(repeats.pattern, range) : everyDay(range, 1)) {
    if (day > toDay || count === repeats?.times) return;
    if (day < fromDay) continue;
    count++;
    yield day;
  }
}

/** The last day of an exception; undefined where it has none. */
export function lastExceptionDay(range: RepeatedRange): number | undefined {
  let last: number | undefined;
  for (const day of exceptionDays(range)) last = day;
  return last;
}

/** True when one of its days lies between two days, both ends in. */
export function isExceptionWithin(range: RepeatedRange, first: number, last: number): boolean {
  if (range.fromDay > last || range.toDay < first) return false;
  if (!range.repeats) return true;
  for (const day of exceptionDays(range)) if (day >= first) return day <= last;
  return false;
}

/** In order, and a few of the first may lie before the range. */
function daysOf(pattern: Repetition, range: RepeatedRange): Iterable<number> {
  switch (pattern.kind) {
    case 'daily':
      return everyDay(range, pattern.every);
    case 'weekly':
      return weeklyDays(range, pattern);
    case 'monthly':
      return monthlyDays(range, pattern);
    case 'yearly':
      return yearlyDays(range, pattern);
  }
}

function* everyDay({ fromDay, toDay }: RepeatedRange, every: number): Generator<number> {
  for (let day = fromDay; day <= toDay; day += every) yield day;
}

/** Weeks begin on Sunday, as they do in Project. */
function* weeklyDays(
  { fromDay, toDay }: RepeatedRange,
  { every, weekdays }: { readonly every: number; readonly weekdays: readonly number[] },
): Generator<number> {
  const sunday = fromDay - ((weekday(fromDay) + 1) % 7);
  const offsets = weekdays.map(day => (day + 1) % 7).sort((a, b) => a - b);
  for (let week = sunday; week <= toDay; week += 7 * every) {
    for (const offset of offsets) yield week + offset;
  }
}

/**
 * Steps from the month of the first day; when that is past the numbered day, from the next. A
 * weekday that is past in its first month is left out, and the steps stay.
 */
function* monthlyDays(
  { fromDay, toDay }: RepeatedRange,
  { every, day }: { readonly every: number; readonly day: MonthDay },
): Generator<number> {
  const start = civilDate(fromDay);
  const isPast = day.kind === 'numbered' && day.number < start.day;
  let month = start.year * 12 + start.month - (isPast ? 0 : 1);
  for (; firstOf(month) <= toDay; month += every) yield dayInMonth(month, day);
}

function* yearlyDays(
  { fromDay, toDay }: RepeatedRange,
  { month, day }: { readonly month: number; readonly day: MonthDay },
): Generator<number> {
  let year = civilDate(fromDay).year;
  for (; dayNumber(year, 1, 1) <= toDay; year++) yield dayInMonth(year * 12 + month - 1, day);
}

/** The first day of a month that is counted from January of the year 0. */
function firstOf(month: number): number {
  return dayNumber(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** In a month that is shorter, its last day stands in. */
function dayInMonth(month: number, day: MonthDay): number {
  const first = firstOf(month);
  const last = firstOf(month + 1) - 1;
  if (day.kind === 'numbered') return Math.min(first + day.number - 1, last);
  if (day.place === 'last') {
    let at = last;
    while (!day.weekdays.includes(weekday(at))) at--;
    return at;
  }
  const before = { first: 0, second: 1, third: 2, fourth: 3 }[day.place];
  let at = first;
  for (let passed = 0; ; at++) {
    if (!day.weekdays.includes(weekday(at))) continue;
    if (passed === before) return at;
    passed++;
  }
}
