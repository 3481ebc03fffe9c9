import type { PlainValue } from '../../model/change.ts';
import { formatDay, minutesPerDay } from '../../model/instant.ts';
import type { Shift } from '../../model/project.ts';
import type { CalendarRecord, DayRange } from './calendarRecord.ts';
import { isSameShifts } from './layRanges.ts';

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A calendar as it stands under `calendars` in the project file. */
export function plainCalendar(
  record: CalendarRecord,
  title: string,
  base: string | undefined,
): PlainValue {
  const hours = plainWeek(record.week);
  return {
    title,
    ...(base === undefined ? {} : { base }),
    ...(Object.keys(hours).length === 0 ? {} : { hours }),
    ...(record.ranges.length === 0 ? {} : { exceptions: record.ranges.map(plainException) }),
  };
}

/** `{ mon-fri: 08:00-12:00 13:00-17:00, sat-sun: off }`; days that the base decides are left out. */
function plainWeek(week: CalendarRecord['week']): Readonly<Record<string, string>> {
  const hours: Record<string, string> = {};
  for (let from = 0; from < dayNames.length;) {
    const shifts = week[from];
    let to = from;
    while (shifts && to < 6 && isSameDay(shifts, week[to + 1])) to++;
    const first = dayNames[from] ?? '';
    const last = dayNames[to] ?? '';
    if (shifts) hours[to === from ? first : `${first}-${last}`] = plainShifts(shifts);
    from = to + 1;
  }
  return hours;
}

function isSameDay(a: readonly Shift[], b: readonly Shift[] | undefined): boolean {
  return b !== undefined && isSameShifts(a, b);
}

/** An exception, or a leave of a person: days off have no hours. */
export function plainException(range: DayRange): PlainValue {
  const from = formatDay(range.fromDay * minutesPerDay);
  const to = formatDay(range.toDay * minutesPerDay);
  return {
    on: from === to ? from : `${from}..${to}`,
    ...(range.title === undefined ? {} : { title: range.title }),
    ...(range.shifts.length === 0 ? {} : { hours: plainShifts(range.shifts) }),
  };
}

function plainShifts(shifts: readonly Shift[]): string {
  if (shifts.length === 0) return 'off';
  return shifts.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ');
}

/** `08:00`; the end of a day is `24:00`, and the end of a night shift the hour of the next day. */
function clock(minutes: number): string {
  const ofDay = minutes > minutesPerDay ? minutes - minutesPerDay : minutes;
  const hours = String(Math.floor(ofDay / 60)).padStart(2, '0');
  return `${hours}:${String(ofDay % 60).padStart(2, '0')}`;
}
