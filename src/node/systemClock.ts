import { dayNumber, minutesPerDay, type Instant } from '../core/model/instant.ts';

/** This moment as the clock on the wall shows it, on the zone-less line of the plan. */
export function currentInstant(now: Date = new Date()): Instant {
  const day = dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  return day * minutesPerDay + now.getHours() * 60 + now.getMinutes();
}
