import type { Calendar } from '../calendar/calendar.ts';
import { dayOf, minutesPerDay, type Instant, type PlanDate } from '../model/instant.ts';

/** [DATE-1] As a start, a date without a time is the first working moment from that day on. */
export function startMoment({ at, hasTime }: PlanDate, calendar: Calendar): Instant {
  return hasTime ? at : calendar.nextWork(at);
}

/** [DATE-2] As a finish, a date without a time is the end of the work of that day. */
export function finishMoment({ at, hasTime }: PlanDate, calendar: Calendar): Instant {
  return hasTime ? at : calendar.previousWork(at + minutesPerDay);
}

/** [DATE-3] What happened is not moved by the calendar: a day off counts from its midnight. */
export function actualStartMoment(date: PlanDate, calendar: Calendar): Instant {
  if (date.hasTime) return date.at;
  const start = calendar.nextWork(date.at);
  return dayOf(start) === dayOf(date.at) ? start : date.at;
}

/** [DATE-3] A day off counts to its midnight. */
export function actualFinishMoment(date: PlanDate, calendar: Calendar): Instant {
  if (date.hasTime) return date.at;
  const end = date.at + minutesPerDay;
  const finish = calendar.previousWork(end);
  return finish > date.at ? finish : end;
}

/** True for an earlier moment, or an earlier day where one of the two names no time. */
export function isBefore(date: PlanDate, other: PlanDate): boolean {
  return date.hasTime && other.hasTime ? date.at < other.at : dayOf(date.at) < dayOf(other.at);
}
