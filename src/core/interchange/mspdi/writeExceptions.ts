import { exceptionDays } from '../../calendar/repeatedDays.ts';
import { formatDay, minutesPerDay } from '../../model/instant.ts';
import type { CalendarException, CalendarPeriod, Shift } from '../../model/project.ts';
import { monthPlaces, type MonthDay, type Repetition } from '../../model/repetition.ts';
import { boundRepetition, firstProjectDay, lastProjectDay } from './boundRepetition.ts';
import { mspdiTime } from './mspdiText.ts';
import { monthItemGroups } from './readRepetition.ts';
import type { XmlText } from './xmlText.ts';

/** The exceptions of a calendar; the first of two that meet counts. */
export function writeExceptions(xml: XmlText, exceptions: readonly CalendarException[]): void {
  if (exceptions.length === 0) return;
  xml.open('Exceptions');
  for (const exception of exceptions) writeException(xml, exception);
  xml.close('Exceptions');
}

function writeException(xml: XmlText, { title, shifts, ...range }: CalendarException): void {
  const bounded = boundRepetition(range, firstProjectDay);
  if (!bounded) return;
  const { fromDay, repeats } = bounded;
  const toDay = Math.min(bounded.toDay, lastProjectDay);
  const days = repeats ? [...exceptionDays({ ...bounded, toDay })] : undefined;
  const last = days ? days[days.length - 1] : toDay;
  // What never happens has no first and last day.
  if (last === undefined || last < fromDay) return;
  const isCounted = repeats?.times !== undefined;
  xml.open('Exception');
  xml.leaf('EnteredByOccurrences', isCounted);
  writePeriod(xml, fromDay, isCounted ? last : toDay);
  const count = days?.length ?? toDay - fromDay + 1;
  xml.leaves({ Occurrences: count, Name: title });
  if (repeats) writePattern(xml, repeats.pattern);
  else xml.leaf('Type', 1);
  writeShifts(xml, shifts);
  xml.close('Exception');
}

function writePattern(xml: XmlText, pattern: Repetition): void {
  switch (pattern.kind) {
    case 'daily':
      xml.leaves({ Type: 7, Period: pattern.every });
      return;
    case 'weekly': {
      const bits = pattern.weekdays.reduce((sum, day) => sum | (1 << ((day + 1) % 7)), 0);
      xml.leaves({ Type: 6, Period: pattern.every, DaysOfWeek: bits });
      return;
    }
    case 'monthly':
      xml.leaves({ Type: pattern.day.kind === 'numbered' ? 4 : 5, Period: pattern.every });
      xml.leaves(dayLeaves(pattern.day));
      return;
    case 'yearly': {
      const { MonthDay, ...placed } = dayLeaves(pattern.day);
      const type = pattern.day.kind === 'numbered' ? 2 : 3;
      xml.leaves({ Type: type, Period: 1, ...placed, Month: pattern.month - 1, MonthDay });
      return;
    }
  }
}

function dayLeaves(day: MonthDay): Readonly<Record<string, number | undefined>> {
  if (day.kind === 'numbered') return { MonthDay: day.number };
  const item = monthItemGroups.findIndex(group => group.length === day.weekdays.length);
  // After the groups come the weekdays from Sunday on.
  const weekday = 3 + (((day.weekdays[0] ?? 0) + 1) % 7);
  return { MonthItem: item >= 0 ? item : weekday, MonthPosition: monthPlaces.indexOf(day.place) };
}

/** Stretches with a week of their own. */
export function writeWorkWeeks(xml: XmlText, periods: readonly CalendarPeriod[]): void {
  if (periods.length === 0) return;
  xml.open('WorkWeeks');
  for (const { title, week, ...range } of periods) {
    const fromDay = Math.max(range.fromDay, firstProjectDay);
    const toDay = Math.min(range.toDay, lastProjectDay);
    if (toDay < fromDay) continue;
    xml.open('WorkWeek');
    writePeriod(xml, fromDay, toDay);
    xml.leaves({ Name: title });
    writeWeekDays(xml, week);
    xml.close('WorkWeek');
  }
  xml.close('WorkWeeks');
}

/** Only the days that are stated; nothing at all where none is. */
export function writeWeekDays(xml: XmlText, week: readonly (readonly Shift[] | undefined)[]): void {
  if (week.every(shifts => shifts === undefined)) return;
  xml.open('WeekDays');
  // The days begin with Sunday there.
  for (const day of [6, 0, 1, 2, 3, 4, 5]) {
    const shifts = week[day];
    if (!shifts) continue;
    xml.open('WeekDay');
    xml.leaf('DayType', ((day + 1) % 7) + 1);
    writeShifts(xml, shifts);
    xml.close('WeekDay');
  }
  xml.close('WeekDays');
}

function writePeriod(xml: XmlText, fromDay: number, toDay: number): void {
  xml.open('TimePeriod');
  xml.leaf('FromDate', `${formatDay(fromDay * minutesPerDay)}T00:00:00`);
  xml.leaf('ToDate', `${formatDay(toDay * minutesPerDay)}T23:59:00`);
  xml.close('TimePeriod');
}

function writeShifts(xml: XmlText, shifts: readonly Shift[]): void {
  xml.leaf('DayWorking', shifts.length > 0);
  if (shifts.length === 0) return;
  xml.open('WorkingTimes');
  for (const { from, to } of shifts) {
    xml.open('WorkingTime');
    xml.leaves({ FromTime: mspdiTime(from), ToTime: mspdiTime(to) });
    xml.close('WorkingTime');
  }
  xml.close('WorkingTimes');
}
