import type { PlainValue } from '../model/change.ts';
import { firstPlannedDay, formatDay, lastPlannedDay, minutesPerDay } from '../model/instant.ts';
import type { CalendarException, CalendarPeriod, CalendarRules, Shift } from '../model/project.ts';
import { formatRepetition } from '../model/repetition.ts';
import { dayNames } from '../model/weekdays.ts';
import { withoutGaps } from './plainValues.ts';

/** A calendar as it stands under `calendars` in the project file. */
export function plainCalendar(rules: Omit<CalendarRules, 'key'>): PlainValue {
  const hours = plainWeek(rules.week);
  return withoutGaps({
    title: rules.title,
    base: rules.base,
    hours: Object.keys(hours).length === 0 ? undefined : hours,
    exceptions: rules.exceptions.map(plainException),
    periods: rules.periods?.map(plainPeriod),
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
export function plainException(exception: CalendarException): PlainValue {
  const { repeats, fromDay, toDay, title, shifts } = exception;
  const days = repeats
    ? {
        every: formatRepetition(repeats.pattern),
        from: fromDay === firstPlannedDay ? undefined : plainDay(fromDay),
        until: toDay === lastPlannedDay ? undefined : plainDay(toDay),
        times: repeats.times,
      }
    : { on: plainRange(exception) };
  const hours = shifts.length === 0 ? undefined : plainShifts(shifts);
  return withoutGaps({ ...days, title, hours });
}

export function plainPeriod(period: CalendarPeriod): PlainValue {
  return withoutGaps({
    on: plainRange(period),
    title: period.title,
    hours: plainWeek(period.week),
  });
}

function plainRange({ fromDay, toDay }: Pick<CalendarPeriod, 'fromDay' | 'toDay'>): string {
  const [from, to] = [plainDay(fromDay), plainDay(toDay)];
  return from === to ? from : `${from}..${to}`;
}

function plainDay(day: number): string {
  return formatDay(day * minutesPerDay);
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
