import { firstPlannedDay, formatDay, lastPlannedDay, minutesPerDay } from '../../model/instant.ts';
import type { CalendarException, CalendarPeriod, Shift } from '../../model/project.ts';
import { layRanges, type RankedRange } from './layRanges.ts';
import { isRepeating, readRepetition } from './readRepetition.ts';
import { readPeriod, readShifts, weekdayOf } from './workingTimes.ts';
import { listOf, textOf, type XmlElement } from './xmlTree.ts';

/** What a calendar says beyond its week. */
export interface ReadExceptions {
  /** Those that repeat, then the others in order and without overlaps. */
  readonly exceptions: readonly CalendarException[];
  readonly periods: readonly CalendarPeriod[];
  /** The days, as `2026-03-01`, from which the calendar is wrong because a rule could not be read. */
  readonly unread: readonly string[];
}

/**
 * The exceptions in either form. Files of 2007 and later write each exception twice, so the older
 * form, a weekday of type 0 with a period, counts only where the newer is missing. Of two that meet
 * the earlier counts there, and here the later.
 */
export function readExceptions(calendar: XmlElement): ReadExceptions {
  const newer = listOf(calendar, 'Exceptions', 'Exception');
  const older = listOf(calendar, 'WeekDays', 'WeekDay').filter(day => weekdayOf(day) === undefined);
  const elements = newer.length > 0 ? newer : older;
  const single = elements.filter(element => !isRepeating(element)).flatMap(readSingle);
  const repeated: CalendarException[] = [];
  const unread: string[] = [];
  for (const element of elements.filter(isRepeating).reverse()) {
    const range = readRepetition(element);
    if (range === 'unread') unread.push(beginningOf(element));
    else if (range) repeated.push({ ...range, ...namedShifts(element) });
  }
  const weeks = listOf(calendar, 'WorkWeeks', 'WorkWeek');
  return {
    exceptions: [...repeated, ...layRanges(single)],
    periods: weeks.flatMap(readWorkWeek).reverse(),
    unread,
  };
}

function beginningOf(element: XmlElement): string {
  const period = readPeriod(element);
  return period ? formatDay(period.fromDay * minutesPerDay) : 'the beginning';
}

function namedShifts(element: XmlElement): Pick<CalendarException, 'title' | 'shifts'> {
  return { title: textOf(element, 'Name'), shifts: readShifts(element) };
}

function readSingle(element: XmlElement): readonly RankedRange[] {
  const range = plannedPeriod(element);
  return range ? [{ ...range, ...namedShifts(element), rank: 0 }] : [];
}

/** Both days, within those that a plan can speak of. */
function plannedPeriod(
  element: XmlElement,
): Pick<CalendarException, 'fromDay' | 'toDay'> | undefined {
  const period = readPeriod(element);
  if (!period) return undefined;
  const fromDay = Math.max(period.fromDay, firstPlannedDay);
  const toDay = Math.min(period.toDay, lastPlannedDay);
  return fromDay <= toDay ? { fromDay, toDay } : undefined;
}

/** A stretch with a week of its own. */
function readWorkWeek(element: XmlElement): readonly CalendarPeriod[] {
  const range = plannedPeriod(element);
  const week: (readonly Shift[] | undefined)[] = new Array<undefined>(7).fill(undefined);
  for (const day of listOf(element, 'WeekDays', 'WeekDay')) {
    const index = weekdayOf(day);
    if (index !== undefined) week[index] = readShifts(day);
  }
  if (!range || week.every(shifts => shifts === undefined)) return [];
  return [{ title: textOf(element, 'Name'), ...range, week }];
}
