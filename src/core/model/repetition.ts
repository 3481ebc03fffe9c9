import { dayNames, formatDays, parseDays } from './weekdays.ts';

/** How days repeat; weekdays count from Monday (0), months from January (1). */
export type Repetition =
  | { readonly kind: 'daily'; readonly every: number }
  | { readonly kind: 'weekly'; readonly every: number; readonly weekdays: readonly number[] }
  | { readonly kind: 'monthly'; readonly every: number; readonly day: MonthDay }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: MonthDay };

/** The 12th of a month, or its second Tuesday, its last working day. */
export type MonthDay =
  /** In a month that is shorter, its last day is meant. */
  | { readonly kind: 'numbered'; readonly number: number }
  | {
      readonly kind: 'placed';
      readonly place: MonthPlace;
      /** One weekday, all of them, those from Monday to Friday, or those of the weekend. */
      readonly weekdays: readonly number[];
    };

export const monthPlaces = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type MonthPlace = (typeof monthPlaces)[number];

/** The longest step between two days, weeks or months. */
export const longestStep = 999;

export const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** What stands for several weekdays after a place in a month. */
const groups = [
  { word: 'day', weekdays: [0, 1, 2, 3, 4, 5, 6] },
  { word: 'weekday', weekdays: [0, 1, 2, 3, 4] },
  { word: 'weekend day', weekdays: [5, 6] },
] as const;

/**
 * Reads `3 days`, `2 weeks on mon wed`, `month on 15`, `2 months on last fri`, `year on dec 25` and
 * `year on first mon of sep`; undefined for other texts.
 */
export function parseRepetition(text: string): Repetition | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const match = /^(?:(\d{1,3}) )?(day|week|month|year)s?(?: on (.+))?$/.exec(words);
  if (!match) return undefined;
  const every = Number(match[1] ?? 1);
  const days = match[3];
  if (every < 1) return undefined;
  if (match[2] === 'day') return days === undefined ? { kind: 'daily', every } : undefined;
  if (days === undefined) return undefined;
  if (match[2] === 'week') {
    const weekdays = parseDays(days);
    return weekdays && { kind: 'weekly', every, weekdays: inOrder(weekdays) };
  }
  if (match[2] === 'month') {
    const day = parseMonthDay(days, 31);
    return day && { kind: 'monthly', every, day };
  }
  return every === 1 ? parseYearDay(days) : undefined;
}

function inOrder(weekdays: readonly number[]): readonly number[] {
  return [...new Set(weekdays)].sort((a, b) => a - b);
}

/** `dec 25`, `25 dec` or `first mon of sep`. */
function parseYearDay(text: string): Repetition | undefined {
  const [, dayFirst, monthLast] = /^(.+?) (?:of )?([a-z]+)$/.exec(text) ?? [];
  const [, monthFirst, dayLast] = /^([a-z]+) (\d+)$/.exec(text) ?? [];
  const month = parseMonth(monthFirst ?? monthLast);
  if (month === undefined) return undefined;
  const day = parseMonthDay(dayLast ?? dayFirst ?? '', longestMonths[month - 1] ?? 31);
  return day && { kind: 'yearly', month, day };
}

/** From 1; longer names count by their first three letters, as those of weekdays do. */
function parseMonth(name: string | undefined): number | undefined {
  const place = monthNames.findIndex(month => month === name?.slice(0, 3));
  return place < 0 ? undefined : place + 1;
}

function parseMonthDay(text: string, longest: number): MonthDay | undefined {
  if (/^\d{1,2}$/.test(text)) {
    const number = Number(text);
    return number >= 1 && number <= longest ? { kind: 'numbered', number } : undefined;
  }
  const [, word, days] = /^([a-z]+) (.+)$/.exec(text) ?? [];
  const place = monthPlaces.find(known => known === word);
  if (place === undefined || days === undefined) return undefined;
  const group = groups.find(known => known.word === days);
  if (group) return { kind: 'placed', place, weekdays: group.weekdays };
  const weekdays = parseDays(days);
  return weekdays?.length === 1 ? { kind: 'placed', place, weekdays } : undefined;
}

/** The text that reads back to the same repetition. */
export function formatRepetition(repetition: Repetition): string {
  switch (repetition.kind) {
    case 'daily':
      return stepText(repetition.every, 'day');
    case 'weekly':
      return `${stepText(repetition.every, 'week')} on ${formatDays(repetition.weekdays)}`;
    case 'monthly':
      return `${stepText(repetition.every, 'month')} on ${formatMonthDay(repetition.day)}`;
    case 'yearly': {
      const month = monthNames[repetition.month - 1] ?? '';
      const day = formatMonthDay(repetition.day);
      return `year on ${repetition.day.kind === 'numbered' ? `${month} ${day}` : `${day} of ${month}`}`;
    }
  }
}

function stepText(every: number, unit: string): string {
  return every === 1 ? unit : `${every} ${unit}s`;
}

function formatMonthDay(day: MonthDay): string {
  if (day.kind === 'numbered') return String(day.number);
  const group = groups.find(({ weekdays }) => weekdays.length === day.weekdays.length);
  return `${day.place} ${group?.word ?? dayNames[day.weekdays[0] ?? 0] ?? ''}`;
}
