import { civilDate, dayOf, type Instant } from '../model/instant.ts';

/** Simple fractions that people say. */
const fractions = [
  [1 / 20, 'one time in twenty'],
  [1 / 10, 'one time in ten'],
  [1 / 5, 'one time in five'],
  [1 / 4, 'one time in four'],
  [1 / 3, 'one time in three'],
  [1 / 2, 'one time in two'],
  [2 / 3, 'two times in three'],
  [3 / 4, 'three times in four'],
  [4 / 5, 'four times in five'],
  [9 / 10, 'nine times in ten'],
  [19 / 20, 'nineteen times in twenty'],
] as const;

/** `four times in five`: the nearest chance that has simple words, without false precision. */
export function tellChance(share: number): string {
  if (share <= 0) return 'in no run';
  if (share >= 1) return 'in every run';
  if (share < 0.015) return 'hardly ever';
  if (share > 0.985) return 'almost always';
  let [best, distance]: [string, number] = ['', Infinity];
  for (const [fraction, words] of fractions) {
    const away = Math.abs(share - fraction);
    if (away < distance) [best, distance] = [words, away];
  }
  return best;
}

/**
 * `four times in five`, `with a chance of 85%`: a confidence that somebody asks for. It has words where
 * these mean it, so that the same words never stand for two dates.
 */
export function tellConfidence(share: number): string {
  const words = fractions.find(([fraction]) => Math.abs(share - fraction) < 0.005)?.[1];
  return words ?? `with a chance of ${tellShare(share)}`;
}

/** `80%`; what is neither impossible nor certain is never told as such. */
export function tellShare(share: number): string {
  const percent = Math.round(share * 100);
  if (share > 0 && percent === 0) return 'under 1%';
  if (share < 1 && percent === 100) return 'over 99%';
  return `${percent}%`;
}

const months = [
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
];

/** `12 May 2026`: the day on which something that is finished then is last worked on. */
export function tellFinishDay(finish: Instant): string {
  const { year, month, day } = civilDate(dayOf(finish - 1));
  return `${day} ${months[month - 1] ?? ''} ${year}`;
}

/** `12 May 2026` where there is little room: no month is longer than three letters. */
export function tellShortFinishDay(finish: Instant): string {
  const { year, month, day } = civilDate(dayOf(finish - 1));
  return `${day} ${(months[month - 1] ?? '').slice(0, 3)} ${year}`;
}

/** `11 to 13 May 2026`, `30 Apr to 2 May 2026`: between which days, without telling anything twice. */
export function tellDaySpan([low, high]: readonly [Instant, Instant]): string {
  const [from, to] = [tellShortFinishDay(low), tellShortFinishDay(high)];
  if (from === to) return to;
  const [day = '', month = '', year = ''] = from.split(' ');
  const [, lastMonth, lastYear] = to.split(' ');
  if (year !== lastYear) return `${from} to ${to}`;
  return month === lastMonth ? `${day} to ${to}` : `${day} ${month} to ${to}`;
}

/** `3 days`, `1 day`, `half a day`, `less than half a day`, of working time; never negative. */
export function tellDays(minutes: number, minutesPerDay: number): string {
  const days = Math.abs(minutes) / minutesPerDay;
  if (days < 0.25) return 'less than half a day';
  if (days < 0.75) return 'half a day';
  const whole = days < 3 ? Math.round(days * 2) / 2 : Math.round(days);
  return `${whole} day${whole === 1 ? '' : 's'}`;
}

/** `+1.2d`, `-0.5d`, `0d`: by how much something moves a date on average, to a tenth of a day. */
export function tellMeanDays(minutes: number, minutesPerDay: number): string {
  const tenths = Math.round((minutes / minutesPerDay) * 10);
  if (tenths === 0) return '0d';
  return `${tenths < 0 ? '-' : '+'}${(Math.abs(tenths) / 10).toFixed(1)}d`;
}

/** `3 days later`, `half a day earlier`: by how much of working time a date has moved. */
export function tellShift(minutes: number, minutesPerDay: number): string {
  return `${tellDays(minutes, minutesPerDay)} ${minutes < 0 ? 'earlier' : 'later'}`;
}
