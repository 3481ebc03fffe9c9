import { withoutOverlap } from '../../calendar/mergeShifts.ts';
import { dayOf } from '../../model/instant.ts';
import type { Shift } from '../../model/project.ts';
import { projectShifts } from './calendarRecord.ts';
import { parseAnyDate, parseTimeOfDay } from './mspdiDate.ts';
import { childOf, flagOf, listOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** The shifts of a weekday or an exception; Project's hours where a working day names none. */
export function readShifts(element: XmlElement): readonly Shift[] {
  if (!flagOf(element, 'DayWorking')) return [];
  const shifts: Shift[] = [];
  for (const time of listOf(element, 'WorkingTimes', 'WorkingTime')) {
    const from = parseTimeOfDay(textOf(time, 'FromTime') ?? '');
    const to = parseTimeOfDay(textOf(time, 'ToTime') ?? '');
    if (from === undefined || to === undefined) continue;
    shifts.push({ from, to: to <= from ? to + 1440 : to });
  }
  shifts.sort((a, b) => a.from - b.from);
  return shifts.length > 0 ? withoutOverlap(shifts) : projectShifts;
}

/** Monday (0) to Sunday (6) of a `WeekDay`; undefined for an exception of the older form. */
export function weekdayOf(element: XmlElement): number | undefined {
  const type = numberOf(element, 'DayType') ?? 0;
  return type >= 1 && type <= 7 ? (type + 5) % 7 : undefined;
}

/** Both days of the `TimePeriod`, in any year; undefined when there is none that can be read. */
export function readPeriod(
  element: XmlElement,
): { readonly fromDay: number; readonly toDay: number } | undefined {
  const period = childOf(element, 'TimePeriod');
  const from = period && parseAnyDate(textOf(period, 'FromDate') ?? '');
  const to = period && parseAnyDate(textOf(period, 'ToDate') ?? '');
  if (from === undefined || to === undefined || to < from) return undefined;
  return { fromDay: dayOf(from), toDay: dayOf(to) };
}
