import { firstPlannedDay, lastPlannedDay, weekday } from '../model/instant.ts';
import type { CalendarException, CalendarPeriod, Shift } from '../model/project.ts';
import { mergeShifts } from './mergeShifts.ts';
import { exceptionDays } from './repeatedDays.ts';

/** Days with the shifts that hold on them: a whole range, or some days of it. */
export interface ChangedDays {
  readonly fromDay: number;
  readonly toDay: number;
  /** The only days that are meant, in order. */
  readonly days?: readonly number[];
  /** Weekdays that are meant in every week there is; the range is then empty. */
  readonly always?: readonly number[];
  readonly shifts: readonly Shift[];
}

/** @param lastDay to which a repetition without an end is followed */
export function changedDays(exception: CalendarException, lastDay: number): ChangedDays {
  const shifts = mergeShifts(exception.shifts);
  const always = weekdaysAlways(exception);
  if (always) return { ...noDays, always, shifts };
  const range = clipped(exception);
  if (!exception.repeats) return { ...range, shifts };
  // Steps are counted from the first day of the rule, also where no plan can speak of that.
  const toDay = exception.toDay < lastPlannedDay ? range.toDay : Math.max(lastDay, range.fromDay);
  return listedDays([...exceptionDays({ ...exception, toDay })], shifts);
}

const noDays = { fromDay: 0, toDay: -1 } as const;
const allWeek = [0, 1, 2, 3, 4, 5, 6] as const;

/** What holds in every week makes a week, and no list of all the days that there are. */
function weekdaysAlways({
  fromDay,
  toDay,
  repeats,
}: CalendarException): readonly number[] | undefined {
  const isBounded = fromDay > firstPlannedDay || toDay < lastPlannedDay;
  if (!repeats || repeats.times !== undefined || isBounded) return undefined;
  const { pattern } = repeats;
  if (pattern.kind === 'daily' && pattern.every === 1) return allWeek;
  return pattern.kind === 'weekly' && pattern.every === 1 ? pattern.weekdays : undefined;
}

function listedDays(days: readonly number[], shifts: readonly Shift[]): ChangedDays {
  return { fromDay: days[0] ?? 0, toDay: days[days.length - 1] ?? -1, days, shifts };
}

/** The days of a period, by weekday. */
export function periodDays(period: CalendarPeriod): readonly ChangedDays[] {
  const { fromDay, toDay } = clipped(period);
  return period.week.flatMap((shifts, place) => {
    if (!shifts) return [];
    const days: number[] = [];
    const first = fromDay + ((place - weekday(fromDay) + 7) % 7);
    for (let day = first; day <= toDay; day += 7) days.push(day);
    return [listedDays(days, mergeShifts(shifts))];
  });
}

function clipped({
  fromDay,
  toDay,
}: Pick<ChangedDays, 'fromDay' | 'toDay'>): Pick<ChangedDays, 'fromDay' | 'toDay'> {
  return { fromDay: Math.max(fromDay, firstPlannedDay), toDay: Math.min(toDay, lastPlannedDay) };
}

const ranks = { daily: 0, weekly: 1, monthly: 2, yearly: 3 } as const;

/** [CAL-11] What wins comes later: single days, and the rarer of those that repeat. */
export function byRank(exceptions: readonly CalendarException[]): readonly CalendarException[] {
  if (!exceptions.some(({ repeats }) => repeats)) return exceptions;
  return [...exceptions].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ repeats }: CalendarException): number {
  return repeats ? ranks[repeats.pattern.kind] : 4;
}
