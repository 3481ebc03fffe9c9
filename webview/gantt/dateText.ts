import {
  civilDate,
  dayNumber,
  dayOf,
  minutesPerDay,
  weekday,
  type Instant,
} from '../../src/core/model/instant.ts';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `Mon` for a day. */
export function weekdayName(day: number): string {
  return weekdayNames[weekday(day)] ?? '';
}

/** The number of a day's week in ISO 8601: the first week is the one with the year's first Thursday. */
export function isoWeek(day: number): number {
  const thursday = day - weekday(day) + 3;
  return Math.floor((thursday - dayNumber(civilDate(thursday).year, 1, 1)) / 7) + 1;
}

/** `January` for 1. */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? '';
}

/** `Jan` for 1. */
export function shortMonthName(month: number): string {
  return monthName(month).slice(0, 3);
}

/** The day that work ending at an instant belongs to: midnight ends the day before. */
export function lastDayOf(finish: Instant): number {
  return dayOf(finish - 1);
}

/** The year of an instant, against which dates are shortened. */
export function yearOf(at: Instant): number {
  return civilDate(dayOf(at)).year;
}

/** `3 Mar`, and `3 Mar 2027` in another year than the present one. */
export function shortDay(day: number, presentYear: number): string {
  if (Number.isNaN(day)) return '';
  const date = civilDate(day);
  const text = `${date.day} ${shortMonthName(date.month)}`;
  return date.year === presentYear ? text : `${text} ${date.year}`;
}

/** `3 Mar`, and `3 Mar ’27` in another year than the present one, where there is little room. */
export function narrowDay(day: number, presentYear: number): string {
  if (Number.isNaN(day)) return '';
  const date = civilDate(day);
  const text = `${date.day} ${shortMonthName(date.month)}`;
  return date.year === presentYear ? text : `${text} ’${String(date.year).slice(-2)}`;
}

/** `3 March`, for the ear; with the year when it is not the present one. */
export function spokenDay(day: number, presentYear: number): string {
  if (Number.isNaN(day)) return '';
  const date = civilDate(day);
  const text = `${date.day} ${monthName(date.month)}`;
  return date.year === presentYear ? text : `${text} ${date.year}`;
}

/** `09:30` */
export function clockTime(at: Instant): string {
  const minutes = at - dayOf(at) * minutesPerDay;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Days with at most two decimals: `3d`, `0.25d`, `-1d`; empty for NaN. */
export function daysText(minutes: number, minutesPerWorkday: number): string {
  if (Number.isNaN(minutes)) return '';
  return `${roundDays(minutes, minutesPerWorkday)}d`;
}

/** `2 days`, `1 day`, `0.5 days`, for the ear. */
export function spokenDays(minutes: number, minutesPerWorkday: number): string {
  const days = roundDays(minutes, minutesPerWorkday);
  return `${days} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
}

/** `40%` */
export function percentText(share: number): string {
  return Number.isNaN(share) ? '' : `${Math.round(share * 100)}%`;
}

function roundDays(minutes: number, minutesPerWorkday: number): number {
  const days = Math.round((minutes / minutesPerWorkday) * 100) / 100;
  return days === 0 ? 0 : days;
}
