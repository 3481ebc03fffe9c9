import { weekday } from '../../model/instant.ts';
import type { Shift } from '../../model/project.ts';
import type { RankedRange } from './layRanges.ts';
import {
  expandRecurrence,
  mostOccurrences,
  type MonthDay,
  type RecurrencePattern,
} from './recurrence.ts';
import { readPeriod, readShifts, weekdayOf } from './workingTimes.ts';
import { flagOf, listOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** The exceptions of a calendar, repeating ones written out. */
export interface ExceptionRanges {
  readonly ranges: readonly RankedRange[];
  /** True when one of them goes on for longer than is written out. */
  readonly isCut: boolean;
}

/** Which kind of exception wins: single ones, then the rarer of the repeating ones. */
const ranks = { single: 0, yearly: 1, monthly: 2, weekly: 3, daily: 4, workWeek: 5 } as const;

/** The longest stretch of a week of its own that is written out, in days. */
const longestWorkWeek = 4 * 366;

/**
 * The exceptions in either form. Files of 2007 and later write each exception twice, so the older
 * form, a weekday of type 0 with a period, counts only where the newer is missing.
 */
export function readExceptions(calendar: XmlElement): ExceptionRanges {
  const newer = listOf(calendar, 'Exceptions', 'Exception');
  const older = listOf(calendar, 'WeekDays', 'WeekDay').filter(day => weekdayOf(day) === undefined);
  const weeks = listOf(calendar, 'WorkWeeks', 'WorkWeek');
  const found = [
    ...(newer.length > 0 ? newer.map(readException) : older.map(readSingle)),
    ...weeks.map(readWorkWeek),
  ];
  return {
    ranges: found.flatMap(each => each.ranges),
    isCut: found.some(each => each.isCut),
  };
}

function readSingle(element: XmlElement): ExceptionRanges {
  const period = readPeriod(element);
  if (!period) return { ranges: [], isCut: false };
  const range = { ...period, title: textOf(element, 'Name'), shifts: readShifts(element) };
  return { ranges: [{ ...range, rank: ranks.single }], isCut: false };
}

function readException(element: XmlElement): ExceptionRanges {
  const pattern = readPattern(element);
  const period = readPeriod(element);
  if (!pattern || !period) return readSingle(element);
  const isCounted = flagOf(element, 'EnteredByOccurrences');
  const occurrences = isCounted ? numberOf(element, 'Occurrences') : undefined;
  const days = expandRecurrence({ ...period, occurrences, pattern });
  const title = textOf(element, 'Name');
  const shifts = readShifts(element);
  const rank = ranks[pattern.kind];
  return {
    ranges: days.map(day => ({ fromDay: day, toDay: day, title, shifts, rank })),
    isCut: days.length === mostOccurrences && occurrences !== mostOccurrences,
  };
}

/** Undefined for a stretch of days without repetition (type 1, and unknown types). */
function readPattern(element: XmlElement): RecurrencePattern | undefined {
  const every = Math.max(1, numberOf(element, 'Period') ?? 1);
  const month = numberOf(element, 'Month') ?? 0;
  const absolute: MonthDay = { kind: 'absolute', day: numberOf(element, 'MonthDay') ?? 1 };
  switch (numberOf(element, 'Type')) {
    case 2:
      return { kind: 'yearly', month, day: absolute };
    case 3:
      return { kind: 'yearly', month, day: readRelativeDay(element) };
    case 4:
      return { kind: 'monthly', every, day: absolute };
    case 5:
      return { kind: 'monthly', every, day: readRelativeDay(element) };
    case 6:
      return { kind: 'weekly', every, weekdays: readWeekdays(element) };
    case 7:
      return { kind: 'daily', every };
    case undefined:
    default:
      return undefined;
  }
}

/** The bits of `DaysOfWeek` begin with Sunday. */
function readWeekdays(element: XmlElement): readonly number[] {
  const bits = numberOf(element, 'DaysOfWeek') ?? 0;
  return [0, 1, 2, 3, 4, 5, 6].filter(day => (bits & (1 << ((day + 1) % 7))) !== 0);
}

/** `MonthItem` is any day, a working day, a day of the weekend, then Sunday (3) to Saturday (9). */
function readRelativeDay(element: XmlElement): MonthDay {
  const item = numberOf(element, 'MonthItem') ?? 0;
  const position = numberOf(element, 'MonthPosition') ?? 0;
  if (item === 0) return { kind: 'relative', weekdays: [0, 1, 2, 3, 4, 5, 6], position };
  if (item === 1) return { kind: 'relative', weekdays: [0, 1, 2, 3, 4], position };
  if (item === 2) return { kind: 'relative', weekdays: [5, 6], position };
  return { kind: 'relative', weekdays: [(item + 3) % 7], position };
}

/** A stretch with a week of its own becomes single days. */
function readWorkWeek(element: XmlElement): ExceptionRanges {
  const period = readPeriod(element);
  if (!period) return { ranges: [], isCut: false };
  const title = textOf(element, 'Name');
  const byWeekday = new Map<number, readonly Shift[]>();
  for (const day of listOf(element, 'WeekDays', 'WeekDay')) {
    const index = weekdayOf(day);
    if (index !== undefined) byWeekday.set(index, readShifts(day));
  }
  const ranges: RankedRange[] = [];
  const lastDay = Math.min(period.toDay, period.fromDay + longestWorkWeek);
  for (let day = period.fromDay; day <= lastDay; day++) {
    const shifts = byWeekday.get(weekday(day));
    if (shifts) ranges.push({ fromDay: day, toDay: day, title, shifts, rank: ranks.workWeek });
  }
  return { ranges, isCut: lastDay < period.toDay };
}
