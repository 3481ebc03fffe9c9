import { dayNumber, minutesPerDay, type Instant } from '../core/model/instant.ts';

/** Now on the plan's zone-less line: what the clock on the wall shows. */
export function readClock(): Instant {
  return clockAt(new Date());
}

/** What the clock on the wall showed at a moment. */
export function clockAt(moment: Date): Instant {
  const day = dayNumber(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
  return day * minutesPerDay + moment.getHours() * 60 + moment.getMinutes();
}

/** The midnight with which the day of `at` begins. */
export function midnightOf(at: Instant): Instant {
  return Math.floor(at / minutesPerDay) * minutesPerDay;
}
