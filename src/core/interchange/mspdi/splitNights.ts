import { compileCalendar, type CompiledCalendar } from '../../calendar/compileCalendar.ts';
import { withoutOverlap } from '../../calendar/mergeShifts.ts';
import type { DaySpan } from '../../calendar/calendarDays.ts';
import { exceptionDays } from '../../calendar/repeatedDays.ts';
import { dayOf, firstPlannedDay, minutesPerDay, weekday } from '../../model/instant.ts';
import type { CalendarRules, Project, Shift } from '../../model/project.ts';
import { isSameShifts } from '../plainCalendar.ts';
import { joinRanges } from './layRanges.ts';
import type { WrittenTime } from './writtenTime.ts';

/** True when a shift of the calendar runs past midnight. */
export function hasNightIn({ week, periods = [], exceptions }: CalendarRules): boolean {
  return (
    week.some(hasNight) ||
    periods.some(period => period.week.some(hasNight)) ||
    exceptions.some(({ shifts }) => hasNight(shifts))
  );
}

function hasNight(shifts: readonly Shift[] | undefined): boolean {
  return shifts?.some(({ to }) => to > minutesPerDay) ?? false;
}

/**
 * Night shifts cut at midnight, which the format asks for. Exceptions and periods are written day by
 * day, as what is left of a night depends on the day before; the day after one is an exception too
 * where it differs.
 */
export function splitNights(
  time: WrittenTime,
  rules: CalendarRules,
  project: Project,
): WrittenTime {
  const real = compileCalendar(rules, key => project.calendars.get(key));
  const window = nightWindow(project);
  const bare = { key: rules.key, title: undefined, base: undefined, exceptions: [] };
  const regular = compileCalendar({ ...bare, week: time.week }, () => undefined);
  // 1970-01-05 was a Monday.
  const week = [4, 5, 6, 7, 8, 9, 10].map(day => timeOfDay(regular, day));
  const days = new Map<number, DayName>();
  const add = (day: number, name: DayName): void => {
    if (name.rank < (days.get(day)?.rank ?? Infinity)) days.set(day, name);
  };
  for (const exception of time.exceptions) {
    const { title, repeats, toDay } = exception;
    for (const day of exceptionDays(exception)) {
      if (repeats && day > window.toDay) break;
      if (repeats && day < window.fromDay) continue;
      add(day, { title, rank: repeats ? 1 : 0 });
      if (repeats || day === toDay) add(day + 1, after);
    }
  }
  for (const period of time.periods) {
    const { title } = period;
    const fromDay = Math.max(period.fromDay, window.fromDay);
    const toDay = Math.min(period.toDay, window.toDay);
    for (let day = fromDay; day <= toDay; day++) add(day, { title, rank: 2 });
    if (fromDay <= toDay) add(toDay + 1, after);
  }
  const differing = [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, name]) => ({ day, ...name, shifts: timeOfDay(real, day) }))
    .filter(
      ({ day, shifts, rank }) => rank === 0 || !isSameShifts(shifts, week[weekday(day)] ?? []),
    )
    .map(({ day, title, shifts }) => ({ title, fromDay: day, toDay: day, shifts }));
  return { week, periods: [], exceptions: joinRanges(differing) };
}

/**
 * The days on which what repeats is written day by day: from a year before the project to ten years
 * after its beginning, so that a file stays of a size that can be read.
 */
export function nightWindow({ start, finish, statusDate }: Project): DaySpan {
  const date = start ?? statusDate ?? finish;
  const day = date ? dayOf(date.at) : firstPlannedDay;
  return { fromDay: day - 366, toDay: day + 10 * 366 };
}

/** What a day is written for; the lowest rank names it. */
interface DayName {
  readonly title: string | undefined;
  readonly rank: number;
}

const after: DayName = { title: undefined, rank: 3 };

/** What is worked between two midnights. */
function timeOfDay(calendar: CompiledCalendar, day: number): readonly Shift[] {
  const time: Shift[] = [];
  for (const { to } of calendar.shiftsOn(day - 1)) {
    if (to > minutesPerDay) time.push({ from: 0, to: to - minutesPerDay });
  }
  for (const { from, to } of calendar.shiftsOn(day)) {
    time.push({ from, to: Math.min(to, minutesPerDay) });
  }
  return withoutOverlap(time);
}
