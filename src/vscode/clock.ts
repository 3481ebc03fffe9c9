import { dayNumber, minutesPerDay, type Instant } from '../core/model/instant.ts';

/** Now on the plan's zone-less line: what the clock on the wall shows. */
export function readClock(): Instant {
  const now = new Date();
  const day = dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  return day * minutesPerDay + now.getHours() * 60 + now.getMinutes();
}

/** The midnight with which the day of `at` begins. */
export function midnightOf(at: Instant): Instant {
  return Math.floor(at / minutesPerDay) * minutesPerDay;
}
