import type { Calendar } from '../calendar/calendar.ts';
import { dayOf, minutesPerDay, type Instant, type PlanDate } from '../model/instant.ts';

/** A plain date where the moment is the first of that day's work. */
export function startDate(at: Instant, calendar: Calendar): PlanDate {
  const midnight = dayOf(at) * minutesPerDay;
  const isFirst = at === midnight || calendar.nextWork(midnight) === at;
  return isFirst ? { at: midnight, hasTime: false } : { at, hasTime: true };
}

/** A plain date where the moment is the end of that day's work. */
export function finishDate(at: Instant, calendar: Calendar): PlanDate {
  const midnight = dayOf(at - 1) * minutesPerDay;
  const isLast = calendar.previousWork(midnight + minutesPerDay) === at;
  return isLast ? { at: midnight, hasTime: false } : { at, hasTime: true };
}
