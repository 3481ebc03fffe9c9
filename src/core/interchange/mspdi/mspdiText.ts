import type { Calendar } from '../../calendar/calendar.ts';
import {
  durationMinutes,
  durationUnits,
  type Duration,
  type DurationScale,
} from '../../model/duration.ts';
import { dayOf, formatInstant, minutesPerDay, type Instant } from '../../model/instant.ts';

/** `2026-03-01T08:00:00` */
export function mspdiDate(at: Instant): string {
  return `${formatInstant(at)}:00`;
}

/** `PT8H30M0S` */
export function mspdiDuration(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  return `${minutes < 0 ? '-' : ''}PT${Math.floor(whole / 60)}H${whole % 60}M0S`;
}

/** `08:30:00`; the end of a day is its beginning. */
export function mspdiTime(minutes: number): string {
  const ofDay = minutes % minutesPerDay;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}:00`;
}

/** The code of a duration's unit: 3 to 12 for minutes to months, even ones elapsed. */
export function durationFormat({ unit, isElapsed }: Duration): number {
  return durationUnits.indexOf(unit) * 2 + (isElapsed ? 4 : 3);
}

/** Tenths of a minute. */
export function tenths(duration: Duration, scale: DurationScale): number {
  return durationMinutes(duration, scale) * 10;
}

/** When work begins and ends on an ordinary day. */
export function dayTimes(calendar: Calendar, start: Instant): Record<string, string | undefined> {
  const shifts = calendar.shiftsOn(dayOf(calendar.nextWork(start)));
  const first = shifts[0];
  const last = shifts[shifts.length - 1];
  return {
    DefaultStartTime: first && mspdiTime(first.from),
    DefaultFinishTime: last && mspdiTime(last.to),
  };
}
