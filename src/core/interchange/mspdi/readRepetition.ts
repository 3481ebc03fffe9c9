import { firstPlannedDay, lastPlannedDay } from '../../model/instant.ts';
import {
  longestStep,
  monthPlaces,
  type MonthDay,
  type Repetition,
} from '../../model/repetition.ts';
import {
  boundRepetition,
  firstProjectDay,
  isStepped,
  lastProjectDay,
  type RepeatedRange,
} from './boundRepetition.ts';
import { readPeriod } from './workingTimes.ts';
import { flagOf, numberOf, type XmlElement } from './xmlTree.ts';

/** True for a type of exception that repeats; type 1 is a stretch of days. */
export function isRepeating(element: XmlElement): boolean {
  const type = numberOf(element, 'Type') ?? 1;
  return type >= 2 && type <= 7;
}

/**
 * When a repeating exception holds. Undefined when there is no such day that a plan can speak of, and
 * `unread` when its rule is none.
 */
export function readRepetition(element: XmlElement): RepeatedRange | 'unread' | undefined {
  const period = readPeriod(element);
  const pattern = period && readPattern(element);
  if (!period || !pattern) return 'unread';
  if (pattern.kind === 'weekly' && pattern.weekdays.length === 0) return undefined;
  // The end that is written beside a number of days may be an old one.
  const isCounted = flagOf(element, 'EnteredByOccurrences');
  const times = isCounted ? Math.max(1, numberOf(element, 'Occurrences') ?? 1) : undefined;
  const isEndless = isCounted || period.toDay >= lastProjectDay;
  const toDay = isEndless ? lastPlannedDay : period.toDay;
  const range = { fromDay: period.fromDay, toDay, repeats: { pattern, times } };
  // The days that a plan knows before the first of Project are none that anybody meant.
  const isFromFirst = period.fromDay <= firstProjectDay && !isCounted && !isStepped(range);
  return isFromFirst
    ? { ...range, fromDay: firstPlannedDay }
    : boundRepetition(range, firstPlannedDay);
}

function readPattern(element: XmlElement): Repetition | undefined {
  const every = Math.max(1, numberOf(element, 'Period') ?? 1);
  const month = (numberOf(element, 'Month') ?? 0) + 1;
  if (!isWhole(every, longestStep) || !isWhole(month, 12)) return undefined;
  const type = numberOf(element, 'Type');
  if (type === 7) return { kind: 'daily', every };
  if (type === 6) return { kind: 'weekly', every, weekdays: readWeekdays(element) };
  const isPlaced = type === 3 || type === 5;
  const day = isPlaced ? readPlacedDay(element) : readNumberedDay(element);
  if (!day) return undefined;
  return type === 2 || type === 3
    ? { kind: 'yearly', month, day }
    : { kind: 'monthly', every, day };
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

function readNumberedDay(element: XmlElement): MonthDay | undefined {
  const number = numberOf(element, 'MonthDay') ?? 1;
  return isWhole(number, 31) ? { kind: 'numbered', number } : undefined;
}

/** The bits of `DaysOfWeek` begin with Sunday. */
function readWeekdays(element: XmlElement): readonly number[] {
  const bits = numberOf(element, 'DaysOfWeek') ?? 0;
  return [0, 1, 2, 3, 4, 5, 6].filter(day => (bits & (1 << ((day + 1) % 7))) !== 0);
}

/** `MonthItem` is any day, a working day, a day of the weekend, then Sunday (3) to Saturday (9). */
function readPlacedDay(element: XmlElement): MonthDay | undefined {
  const place = monthPlaces[numberOf(element, 'MonthPosition') ?? 0];
  const item = numberOf(element, 'MonthItem') ?? 0;
  if (place === undefined || !isWhole(item + 1, 10)) return undefined;
  const group = monthItemGroups[item];
  return { kind: 'placed', place, weekdays: group ?? [(item + 3) % 7] };
}

/** The first values of `MonthItem`. */
export const monthItemGroups: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6],
  [0, 1, 2, 3, 4],
  [5, 6],
];
