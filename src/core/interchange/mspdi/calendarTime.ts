import { compileCalendar, type CompiledCalendar } from '../../calendar/compileCalendar.ts';
import { minutesPerDay } from '../../model/instant.ts';
import type { CalendarException, CalendarRules, Project, Shift } from '../../model/project.ts';
import { layRanges, type RankedRange } from './layRanges.ts';

/** A calendar as the format can hold it: seven days, exceptions apart, and no shift past midnight. */
export interface WrittenTime {
  readonly week: readonly (readonly Shift[] | undefined)[];
  readonly exceptions: readonly CalendarException[];
}

/** A calendar with what it has of its base, since only the calendars of people may have one there. */
export function wholeTime(rules: CalendarRules, project: Project): WrittenTime {
  const chain = chainOf(rules, project);
  const week = [0, 1, 2, 3, 4, 5, 6].map(
    day => chain.map(each => each.week[day]).find(shifts => shifts !== undefined) ?? [],
  );
  const ranges = chain.flatMap((each, rank) => ranked(each.exceptions, rank));
  const isNightly = week.some(hasNight) || ranges.some(range => hasNight(range.shifts));
  if (!isNightly) return { week, exceptions: layRanges(ranges) };
  return splitNights(
    layRanges(ranges),
    compileCalendar(rules, key => project.calendars.get(key)),
    compileCalendar({ ...rules, base: undefined, week, exceptions: [] }, () => undefined),
  );
}

/** What a calendar itself says over its base. */
export function ownTime({ week, exceptions }: CalendarRules): WrittenTime {
  return { week, exceptions: layRanges(ranked(exceptions, 0)) };
}

/** From the calendar itself to the outermost base. */
function chainOf(rules: CalendarRules, project: Project): readonly CalendarRules[] {
  const chain = [rules];
  for (let key = rules.base; key !== undefined;) {
    const base = project.calendars.get(key);
    if (!base || chain.includes(base)) break;
    chain.push(base);
    key = base.base;
  }
  return chain;
}

/** Here the later of two exceptions wins, there the earlier. */
function ranked(exceptions: readonly CalendarException[], rank: number): readonly RankedRange[] {
  return exceptions.map(range => ({ ...range, rank })).reverse();
}

export function hasNight(shifts: readonly Shift[] | undefined): boolean {
  return shifts?.some(({ to }) => to > minutesPerDay) ?? false;
}

/** Night shifts cut at midnight; the day after an exception is one too where it differs. */
function splitNights(
  exceptions: readonly CalendarException[],
  real: CompiledCalendar,
  regular: CompiledCalendar,
): WrittenTime {
  // 1970-01-05 was a Monday.
  const week = [4, 5, 6, 7, 8, 9, 10].map(day => timeOfDay(regular, day));
  const days: RankedRange[] = [];
  for (const { fromDay, toDay, title } of exceptions) {
    for (let day = fromDay; day <= toDay + 1; day++) {
      const rank = day > toDay ? 1 : 0;
      const shifts = timeOfDay(real, day);
      days.push({ fromDay: day, toDay: day, title: rank === 0 ? title : undefined, shifts, rank });
    }
  }
  return { week, exceptions: layRanges(days) };
}

/** What is worked between two midnights. */
function timeOfDay(calendar: CompiledCalendar, day: number): readonly Shift[] {
  const time: Shift[] = [];
  for (const { to } of calendar.shiftsOn(day - 1)) {
    if (to > minutesPerDay) time.push({ from: 0, to: to - minutesPerDay });
  }
  for (const { from, to } of calendar.shiftsOn(day)) {
    time.push({ from, to: Math.min(to, minutesPerDay) });
  }
  return time;
}
