import { durationFromMinutes, type Duration, type DurationScale } from '../model/duration.ts';
import type { Instant } from '../model/instant.ts';
import { readPauses, type Pause } from './splitWork.ts';
import type { Bar } from './taskEdits.ts';
import { findPauses } from './taskPauses.ts';

/** Minutes of a task's work that lie before a moment, pauses left out; those of elapsed work are elapsed. */
export function workBefore(bar: Bar, at: Instant, scale: DurationScale): number {
  const { item, dates, calendar } = bar;
  const between = (from: Instant, to: Instant): number =>
    dates.isElapsed ? to - from : calendar.workBetween(from, to);
  let minutes = between(dates.start, Math.max(dates.start, Math.min(at, dates.finish)));
  for (const pause of findPauses(item, dates, { calendar, scale })) {
    if (pause.from < at) minutes -= between(pause.from, Math.min(at, pause.to));
  }
  return Math.max(0, Math.min(dates.durationMinutes, minutes));
}

/** The parts and pauses of a task with one pause more, in turn; the last part is the rest. */
export function withPause({ item, dates }: Bar, pause: Pause, scale: DurationScale): Duration[] {
  const known = readPauses(item.split, scale, dates.durationMinutes);
  const pauses = [...known, pause].sort((a, b) => a.after - b.after);
  const lengthOf = (minutes: number): Duration => lengthText(minutes, dates.isElapsed, scale);
  let before = 0;
  return pauses.flatMap(({ after, length }) => {
    const part = after - before;
    before = after;
    return [lengthOf(part), lengthOf(length)];
  });
}

const elapsedDay = { minutesPerDay: 1440, minutesPerWeek: 7 * 1440, daysPerMonth: 30 };

function lengthText(minutes: number, isElapsed: boolean, scale: DurationScale): Duration {
  if (!isElapsed) return durationFromMinutes(minutes, scale);
  return { ...durationFromMinutes(minutes, elapsedDay), isElapsed };
}
