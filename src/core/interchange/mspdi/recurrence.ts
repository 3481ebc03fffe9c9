import { civilDate, dayNumber, weekday } from '../../model/instant.ts';

/** A repeating exception of a calendar, days counted from 1970-01-01 and months from 0. */
export interface Recurrence {
  readonly fromDay: number;
  readonly toDay: number;
  /** Undefined when the range alone ends it. */
  readonly occurrences: number | undefined;
  readonly pattern: RecurrencePattern;
}

export type RecurrencePattern =
  | { readonly kind: 'daily'; readonly every: number }
  /** Weekdays from Monday (0). */
  | { readonly kind: 'weekly'; readonly every: number; readonly weekdays: readonly number[] }
  | { readonly kind: 'monthly'; readonly every: number; readonly day: MonthDay }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: MonthDay };

/** The 12th of a month, or its second Tuesday, its last working day. */
export type MonthDay =
  | { readonly kind: 'absolute'; readonly day: number }
  /** `position` is 0 for the first to 3 for the fourth, and 4 for the last. */
  | { readonly kind: 'relative'; readonly weekdays: readonly number[]; readonly position: number };

/** At most this many days of one rule are written out. */
export const mostOccurrences = 1000;

/** The days of a rule in order, at most `mostOccurrences` of them. */
export function expandRecurrence(rule: Recurrence): readonly number[] {
  const limit = Math.min(rule.occurrences ?? mostOccurrences, mostOccurrences);
  const days: number[] = [];
  for (const day of candidates(rule)) {
    if (day > rule.toDay || days.length >= limit) break;
    if (day >= rule.fromDay) days.push(day);
  }
  return days;
}

function candidates(rule: Recurrence): Iterable<number> {
  const { pattern } = rule;
  switch (pattern.kind) {
    case 'daily':
      return dailyDays(rule, pattern.every);
    case 'weekly':
      return weeklyDays(rule, pattern);
    case 'monthly':
      return monthlyDays(rule, pattern);
    case 'yearly':
      return yearlyDays(rule, pattern);
  }
}

function* dailyDays({ fromDay, toDay }: Recurrence, every: number): Generator<number> {
  for (let day = fromDay; day <= toDay; day += every) yield day;
}

/** Weeks begin on Sunday, as they do in Project. */
function* weeklyDays(
  { fromDay, toDay }: Recurrence,
  { every, weekdays }: { readonly every: number; readonly weekdays: readonly number[] },
): Generator<number> {
  const sunday = fromDay - ((weekday(fromDay) + 1) % 7);
  const offsets = weekdays.map(day => (day + 1) % 7).sort((a, b) => a - b);
  for (let week = sunday; week <= toDay; week += 7 * every) {
    for (const offset of offsets) yield week + offset;
  }
}

function* monthlyDays(
  { fromDay, toDay }: Recurrence,
  { every, day }: { readonly every: number; readonly day: MonthDay },
): Generator<number> {
  const start = civilDate(fromDay);
  let month = start.year * 12 + start.month - 1;
  const first = dayInMonth(month, day);
  if (first !== undefined && first < fromDay) month++;
  for (; dayNumber(Math.floor(month / 12), (month % 12) + 1, 1) <= toDay; month += every) {
    const found = dayInMonth(month, day);
    if (found !== undefined) yield found;
  }
}

function* yearlyDays(
  { fromDay, toDay }: Recurrence,
  { month, day }: { readonly month: number; readonly day: MonthDay },
): Generator<number> {
  for (let year = civilDate(fromDay).year; dayNumber(year, 1, 1) <= toDay; year++) {
    const found = dayInMonth(year * 12 + month, day);
    if (found !== undefined) yield found;
  }
}

/** `month` counts from year 0. Undefined where the month has no such day. */
function dayInMonth(month: number, day: MonthDay): number | undefined {
  const first = dayNumber(Math.floor(month / 12), (month % 12) + 1, 1);
  const next = dayNumber(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1);
  if (day.kind === 'absolute') {
    return day.day <= next - first ? first + day.day - 1 : undefined;
  }
  const fitting: number[] = [];
  for (let at = first; at < next; at++) if (day.weekdays.includes(weekday(at))) fitting.push(at);
  return day.position >= 4 ? fitting[fitting.length - 1] : fitting[day.position];
}
