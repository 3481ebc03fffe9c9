import { firstPlannedDay, lastPlannedDay, weekday } from '../model/instant.ts';
import type { CalendarException, CalendarPeriod, CalendarRules, Shift } from '../model/project.ts';
import { exceptionDays } from './repeatedDays.ts';

/** Looks a calendar up by its key; undefined when the project does not define it. */
export type CalendarLookup = (key: string) => CalendarRules | undefined;

/**
 * Which shifts begin on each day. Between `firstDay` and `endDay` the days are listed, whole weeks
 * from a Monday on; the first and the last week are regular, so that every day outside is the day
 * of the same weekday in one of them.
 */
export interface CalendarDays {
  readonly firstDay: number;
  readonly endDay: number;
  /** Index into `pool` for each listed day. */
  readonly shiftsOf: Uint16Array;
  readonly pool: readonly (readonly Shift[])[];
}

/** Days that are to be listed, whatever happens on them. */
export interface DaySpan {
  readonly fromDay: number;
  readonly toDay: number;
}

/** A shift may run on into the next day, and no further. */
const longestShiftEnd = 2 * 1440;

/**
 * Lays the weekly pattern, the exceptions and the days of leave of a calendar out day by day.
 *
 * @param span days that are listed too
 */
export function computeCalendarDays(
  rules: CalendarRules,
  resolve: CalendarLookup,
  leave: readonly CalendarException[],
  span?: DaySpan,
): CalendarDays {
  const chain = baseChain(rules, resolve);
  const week = weekOf(chain);
  const changes = [
    ...chain.flatMap(link => (link.periods ?? []).flatMap(periodDays)),
    ...chain.flatMap(link => byRank(link.exceptions).map(daysOf)),
  ];
  const away = leave.map(daysOf);
  const listed = [...changes, ...away, ...(span ? [span] : [])];
  const dated = listed.filter(({ fromDay, toDay }) => fromDay <= toDay);
  const first = dated.reduce((day, { fromDay }) => Math.min(day, fromDay), Infinity);
  const last = dated.reduce((day, { toDay }) => Math.max(day, toDay), -Infinity);
  const origin = first === Infinity ? 0 : first;
  const firstDay = origin - weekday(origin) - 7;
  // The last exception's night shift may reach into the day after it.
  const end = (last === -Infinity ? 0 : last) + 2;
  const endDay = end + 14 - weekday(end);
  const painter = new DayPainter(firstDay, endDay, week);
  painter.paint(changes, away);
  return painter.days();
}

/** Days with the shifts that hold on them; where days are listed, on these alone of the range. */
interface ChangedDays extends DaySpan {
  readonly days: readonly number[] | undefined;
  readonly shifts: readonly Shift[];
}

function daysOf(exception: CalendarException): ChangedDays {
  const shifts = mergeShifts(exception.shifts);
  const span = clipped(exception);
  if (!exception.repeats) return { ...span, days: undefined, shifts };
  // The count begins with the first day of the rule, and that is never before the first planned.
  return listedDays([...exceptionDays({ ...exception, toDay: span.toDay })], shifts);
}

function listedDays(days: readonly number[], shifts: readonly Shift[]): ChangedDays {
  return { fromDay: days[0] ?? 0, toDay: days[days.length - 1] ?? -1, days, shifts };
}

/** The days of a period by weekday. */
function periodDays(period: CalendarPeriod): readonly ChangedDays[] {
  const { fromDay, toDay } = clipped(period);
  return period.week.flatMap((shifts, place) => {
    if (!shifts) return [];
    const days: number[] = [];
    const first = fromDay + ((place - weekday(fromDay) + 7) % 7);
    for (let day = first; day <= toDay; day += 7) days.push(day);
    return [listedDays(days, mergeShifts(shifts))];
  });
}

const ranks = { daily: 0, weekly: 1, monthly: 2, yearly: 3 } as const;

/** [CAL-11] What wins comes later: single days, and the rarer of those that repeat. */
function byRank(exceptions: readonly CalendarException[]): readonly CalendarException[] {
  if (!exceptions.some(({ repeats }) => repeats)) return exceptions;
  return [...exceptions].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ repeats }: CalendarException): number {
  return repeats ? ranks[repeats.pattern.kind] : 4;
}

/** The shifts that begin on any day, inside the listed weeks or outside. */
export function shiftsOnDay(days: CalendarDays, day: number): readonly Shift[] {
  const { firstDay, endDay, shiftsOf, pool } = days;
  let place = day - firstDay;
  if (day >= endDay) place = endDay - firstDay - 7 + ((day - endDay) % 7);
  else if (day < firstDay) place = (((day - firstDay) % 7) + 7) % 7;
  return pool[shiftsOf[place] ?? 0] ?? [];
}

/** Every day with the time on which at least one of several calendars works. */
export function uniteCalendarDays(members: readonly CalendarDays[]): CalendarDays {
  const firstDay = members.reduce((day, member) => Math.min(day, member.firstDay), Infinity);
  const endDay = members.reduce((day, member) => Math.max(day, member.endDay), -Infinity);
  const painter = new DayPainter(firstDay, endDay, [[], [], [], [], [], [], []]);
  for (let day = firstDay; day < endDay; day++) {
    painter.put(day, mergeShifts(members.flatMap(member => shiftsOnDay(member, day))));
  }
  return painter.days();
}

/** Every day with the time on which both work; night shifts are split at midnight. */
export function intersectCalendarDays(a: CalendarDays, b: CalendarDays): CalendarDays {
  const firstDay = Math.min(a.firstDay, b.firstDay);
  const endDay = Math.max(a.endDay, b.endDay);
  const painter = new DayPainter(firstDay, endDay, [[], [], [], [], [], [], []]);
  for (let day = firstDay; day < endDay; day++) {
    painter.put(day, sharedShifts(timeOfDay(a, day), timeOfDay(b, day)));
  }
  return painter.days();
}

/** The working time between two midnights. */
function timeOfDay(days: CalendarDays, day: number): readonly Shift[] {
  const begun = shiftsOnDay(days, day - 1)
    .filter(({ to }) => to > 1440)
    .map(({ to }) => ({ from: 0, to: to - 1440 }));
  const beginning = shiftsOnDay(days, day).map(({ from, to }) => ({
    from,
    to: Math.min(to, 1440),
  }));
  return mergeShifts([...begun, ...beginning]);
}

/** From the outermost base to the calendar itself; a base that is named twice ends the chain. */
function baseChain(rules: CalendarRules, resolve: CalendarLookup): readonly CalendarRules[] {
  const chain = [rules];
  const seen = new Set([rules.key]);
  let key = rules.base;
  while (key !== undefined && !seen.has(key)) {
    seen.add(key);
    const base = resolve(key);
    if (!base) break;
    chain.unshift(base);
    key = base.base;
  }
  return chain;
}

function weekOf(chain: readonly CalendarRules[]): readonly (readonly Shift[])[] {
  return [0, 1, 2, 3, 4, 5, 6].map(day => {
    const stated = chain.map(link => link.week[day]).filter(shifts => shifts !== undefined);
    return mergeShifts(stated.at(-1) ?? []);
  });
}

function clipped({ fromDay, toDay }: DaySpan): DaySpan {
  return { fromDay: Math.max(fromDay, firstPlannedDay), toDay: Math.min(toDay, lastPlannedDay) };
}

/** In order, without overlap, and without what cannot be worked. */
function mergeShifts(shifts: readonly Shift[]): readonly Shift[] {
  const merged: Shift[] = [];
  for (const shift of [...shifts].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const from = Math.max(0, Math.round(shift.from));
    const to = Math.min(longestShiftEnd, Math.round(shift.to));
    const last = merged.at(-1);
    if (from >= to || from >= 1440) continue;
    if (last && from <= last.to) merged[merged.length - 1] = joined(last, to);
    else merged.push({ from, to });
  }
  return merged;
}

function joined(shift: Shift, to: number): Shift {
  return { from: shift.from, to: Math.max(shift.to, to) };
}

/** The time that both lists share. */
function sharedShifts(a: readonly Shift[], b: readonly Shift[]): readonly Shift[] {
  return mergeShifts(
    a.flatMap(left =>
      b.map(right => ({
        from: Math.max(left.from, right.from),
        to: Math.min(left.to, right.to),
      })),
    ),
  );
}

/** Paints days over the weekly pattern; the pool holds each list of shifts once. */
class DayPainter {
  readonly #firstDay: number;
  readonly #shiftsOf: Uint16Array;
  readonly #pool: (readonly Shift[])[] = [];
  readonly #places = new Map<string, number>();

  constructor(firstDay: number, endDay: number, week: readonly (readonly Shift[])[]) {
    this.#firstDay = firstDay;
    this.#shiftsOf = new Uint16Array(endDay - firstDay);
    const places = week.map(shifts => this.#placeOf(shifts));
    for (let i = 0; i < this.#shiftsOf.length; i++) this.#shiftsOf[i] = places[i % 7] ?? 0;
  }

  /** Later changes win over earlier ones; leave only ever takes time away. */
  paint(changes: readonly ChangedDays[], away: readonly ChangedDays[]): void {
    for (const { fromDay, toDay, days, shifts } of changes) {
      const place = this.#placeOf(shifts);
      const [from, end] = [fromDay - this.#firstDay, toDay + 1 - this.#firstDay];
      if (!days) this.#shiftsOf.fill(place, from, Math.max(from, end));
      else for (const day of days) this.#shiftsOf[day - this.#firstDay] = place;
    }
    for (const { fromDay, toDay, days, shifts } of away) {
      const placeLeft = this.#placesLeftBy(shifts);
      if (days) for (const day of days) this.#change(day, placeLeft);
      else for (let day = fromDay; day <= toDay; day++) this.#change(day, placeLeft);
    }
  }

  #change(day: number, placeFor: (present: number) => number): void {
    const i = day - this.#firstDay;
    this.#shiftsOf[i] = placeFor(this.#shiftsOf[i] ?? 0);
  }

  /** What days have in common with the shifts, each kind of day worked out once. */
  #placesLeftBy(shifts: readonly Shift[]): (present: number) => number {
    const left = new Map<number, number>();
    return present => {
      const place =
        left.get(present) ?? this.#placeOf(sharedShifts(this.#pool[present] ?? [], shifts));
      left.set(present, place);
      return place;
    };
  }

  put(day: number, shifts: readonly Shift[]): void {
    this.#shiftsOf[day - this.#firstDay] = this.#placeOf(shifts);
  }

  days(): CalendarDays {
    return {
      firstDay: this.#firstDay,
      endDay: this.#firstDay + this.#shiftsOf.length,
      shiftsOf: this.#shiftsOf,
      pool: this.#pool,
    };
  }

  #placeOf(shifts: readonly Shift[]): number {
    const key = shifts.map(({ from, to }) => `${from}-${to}`).join();
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#pool.length;
    this.#pool.push(shifts);
    this.#places.set(key, place);
    return place;
  }
}
