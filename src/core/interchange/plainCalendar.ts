import type { PlainValue } from '../model/change.ts';
import { formatDay, minutesPerDay } from '../model/instant.ts';
import type { CalendarException, CalendarRules, Shift } from '../model/project.ts';
import { withoutGaps } from './plainValues.ts';

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A calendar as it stands under `calendars` in the project file. */
export function plainCalendar(rules: Omit<CalendarRules, 'key'>): PlainValue {
  const hours = plainWeek(rules.week);
  return withoutGaps({
    title: rules.title,
    base: rules.base,
    hours: Object.keys(hours).length === 0 ? undefined : hours,
    exceptions: rules.exceptions.map(plainException),
  });
}

/** `{ mon-fri: 08:00-12:00 13:00-17:00, sat-sun: off }`; days that the base decides are left out. */
function plainWeek(week: CalendarRules['week']): Readonly<Record<string, string>> {
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
export function plainException(range: CalendarException): PlainValue {
  const from = formatDay(range.fromDay * minutesPerDay);
  const to = formatDay(range.toDay * minutesPerDay);
  return withoutGaps({
    on: from === to ? from : `${from}..${to}`,
    title: range.title,
    hours: range.shifts.length === 0 ? undefined : plainShifts(range.shifts),
  });
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

export function isSameShifts(a: readonly Shift[], b: readonly Shift[]): boolean {
  return (
    a.length === b.length &&
    a.every((shift, i) => shift.from === b[i]?.from && shift.to === b[i].to)
  );
}
