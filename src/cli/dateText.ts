import { durationFromMinutes, formatDuration, type DurationScale } from '../core/model/duration.ts';
import { formatDay, type Instant } from '../core/model/instant.ts';

/** The day on which something that ends at `finish` is last worked on: midnight belongs to the day before. */
export function lastDayText(start: Instant, finish: Instant): string {
  return formatDay(finish > start ? finish - 1 : finish);
}

/** `3d`, `4h` of working time; minus for what is too late. */
export function workText(minutes: number, scale: DurationScale): string {
  return formatDuration(durationFromMinutes(minutes, scale));
}
