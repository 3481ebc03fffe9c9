import { civilDate, dayOf, type Instant } from '../model/instant.ts';

const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** `3 Mar`, and `3 Mar 2027` when the year is not that of `today`: short enough for a side bar. */
export function formatShortDay(at: Instant, today: Instant): string {
  const { year, month, day } = civilDate(dayOf(at));
  const text = `${day} ${months[month - 1] ?? ''}`;
  return year === civilDate(dayOf(today)).year ? text : `${text} ${year}`;
}

/** The day on which work that ends at `finish` was last done: midnight belongs to the day before. */
export function lastDay(start: Instant, finish: Instant): Instant {
  return finish > start ? finish - 1 : finish;
}

/** `3–7 Mar`, `30 Mar – 2 Apr`, or `3 Mar` when it begins and ends on one day. */
export function formatSpan(start: Instant, finish: Instant, today: Instant): string {
  const last = lastDay(start, finish);
  const from = formatShortDay(start, today);
  const to = formatShortDay(last, today);
  if (from === to) return from;
  const a = civilDate(dayOf(start));
  const b = civilDate(dayOf(last));
  return a.month === b.month && a.year === b.year ? `${a.day}–${to}` : `${from} – ${to}`;
}

/** `2d`, `4h`, `1.5d`: a length of working time, at most two digits after the point. */
export function formatWork(minutes: number, minutesPerDay: number): string {
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? '-' : '';
  if (size < minutesPerDay) {
    return size % 60 === 0 ? `${sign}${size / 60}h` : `${sign}${size}m`;
  }
  return `${sign}${Number((size / minutesPerDay).toFixed(1))}d`;
}
