import { lastPlannedDay, weekday } from '../model/instant.ts';
import type { CalendarException, CalendarRules, Shift } from '../model/project.ts';
import { byRank, changedDays, periodDays, type ChangedDays } from './changedDays.ts';
import { mergeShifts, sharedShifts } from './mergeShifts.ts';
import { addShares, withShare, type SharedShift } from './shareShifts.ts';

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
  readonly pool: readonly (readonly SharedShift[])[];
}

/** [CAL-10] For how many days after the days that are likely a repetition without an end is followed. */
const longestFollowed = 30 * 366;

/** Days that are to be listed, whatever happens on them. */
export interface DaySpan {
  readonly fromDay: number;
  readonly toDay: number;
}

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
  const lastDay = span ? span.toDay + longestFollowed : lastPlannedDay;
  const change = (exception: CalendarException): ChangedDays => changedDays(exception, lastDay);
  const changes = [
    ...chain.flatMap(link => (link.periods ?? []).flatMap(periodDays)),
    ...chain.flatMap(link => byRank(link.exceptions).map(change)),
  ];
  const away = leave.map(change);
  const week = weekOf(chain).map((shifts, day) => {
    const held = changes.findLast(change => change.always?.includes(day))?.shifts ?? shifts;
    const taken = away.filter(change => change.always?.includes(day));
    return taken.reduce((left, change) => sharedShifts(left, change.shifts), held);
  });
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

/** The shifts that begin on any day, inside the listed weeks or outside. */
export function shiftsOnDay(days: CalendarDays, day: number): readonly SharedShift[] {
  return days.pool[placeOfDay(days, day)] ?? [];
}

/** Where the pool has the shifts of a day. */
export function placeOfDay({ firstDay, endDay, shiftsOf }: CalendarDays, day: number): number {
  let place = day - firstDay;
  if (day >= endDay) place = endDay - firstDay - 7 + ((day - endDay) % 7);
  else if (day < firstDay) place = (((day - firstDay) % 7) + 7) % 7;
  return shiftsOf[place] ?? 0;
}

/** Every day with the time on which at least one of several calendars works. */
export function uniteCalendarDays(members: readonly CalendarDays[]): CalendarDays {
  const [first, ...others] = members;
  if (!first) return new DayPainter(0, 14, noWork).days();
  return others.reduce((days, member) => joinDays(days, member, uniteShifts), first);
}

/** A calendar of which each member has a share, 0 to 1; together they are one. */
export interface ShareOfDays {
  readonly days: CalendarDays;
  readonly share: number;
}

/** Every day with the part of the hands that are there, minute by minute. */
export function shareCalendarDays(members: readonly ShareOfDays[]): CalendarDays {
  const parts: readonly CalendarDays[] = members.map(({ days, share }) => ({
    ...days,
    pool: days.pool.map(shifts => withShare(shifts, share)),
  }));
  const [first, ...others] = parts;
  if (!first) return new DayPainter(0, 14, noWork).days();
  return others.reduce((days, part) => joinDays(days, part, addShares), first);
}

function uniteShifts(a: readonly Shift[], b: readonly Shift[]): readonly Shift[] {
  return mergeShifts([...a, ...b]);
}

/** Each pair of days that meet is worked out once. */
function joinDays(
  a: CalendarDays,
  b: CalendarDays,
  join: (a: readonly SharedShift[], b: readonly SharedShift[]) => readonly SharedShift[],
): CalendarDays {
  const firstDay = Math.min(a.firstDay, b.firstDay);
  const endDay = Math.max(a.endDay, b.endDay);
  const painter = new DayPainter(firstDay, endDay, noWork);
  const places = new Int32Array(a.pool.length * b.pool.length).fill(-1);
  for (let day = firstDay; day < endDay; day++) {
    const [ofA, ofB] = [placeOfDay(a, day), placeOfDay(b, day)];
    const pair = ofA * b.pool.length + ofB;
    if (places[pair] === -1) {
      places[pair] = painter.placeOf(join(a.pool[ofA] ?? [], b.pool[ofB] ?? []));
    }
    painter.putPlace(day, places[pair] ?? 0);
  }
  return painter.days();
}

const noWork = [[], [], [], [], [], [], []] as const;

/** Every day with the time on which both work; night shifts are split at midnight. */
export function intersectCalendarDays(a: CalendarDays, b: CalendarDays): CalendarDays {
  const firstDay = Math.min(a.firstDay, b.firstDay);
  const endDay = Math.max(a.endDay, b.endDay);
  const painter = new DayPainter(firstDay, endDay, noWork);
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

/** Paints days over the weekly pattern; the pool holds each list of shifts once. */
class DayPainter {
  readonly #firstDay: number;
  readonly #shiftsOf: Uint16Array;
  readonly #pool: (readonly SharedShift[])[] = [];
  readonly #places = new Map<string, number>();

  constructor(firstDay: number, endDay: number, week: readonly (readonly Shift[])[]) {
    this.#firstDay = firstDay;
    this.#shiftsOf = new Uint16Array(endDay - firstDay);
    const places = week.map(shifts => this.placeOf(shifts));
    for (let i = 0; i < this.#shiftsOf.length; i++) this.#shiftsOf[i] = places[i % 7] ?? 0;
  }

  /** Later changes win over earlier ones; leave only ever takes time away. */
  paint(changes: readonly ChangedDays[], away: readonly ChangedDays[]): void {
    for (const change of changes) {
      const place = this.placeOf(change.shifts);
      const { fromDay, toDay, days, always } = change;
      const [from, end] = [fromDay - this.#firstDay, toDay + 1 - this.#firstDay];
      if (days ?? always) this.#changeEach(change, () => place);
      else this.#shiftsOf.fill(place, from, Math.max(from, end));
    }
    for (const leave of away) this.#changeEach(leave, this.#placesLeftBy(leave.shifts));
  }

  #changeEach(change: ChangedDays, placeFor: (present: number) => number): void {
    const { fromDay, toDay, days, always } = change;
    if (days) for (const day of days) this.#change(day, placeFor);
    else if (!always) for (let day = fromDay; day <= toDay; day++) this.#change(day, placeFor);
    else {
      const endDay = this.#firstDay + this.#shiftsOf.length;
      for (let day = this.#firstDay; day < endDay; day++) {
        if (always.includes(weekday(day))) this.#change(day, placeFor);
      }
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
        left.get(present) ?? this.placeOf(sharedShifts(this.#pool[present] ?? [], shifts));
      left.set(present, place);
      return place;
    };
  }

  put(day: number, shifts: readonly Shift[]): void {
    this.putPlace(day, this.placeOf(shifts));
  }

  putPlace(day: number, place: number): void {
    this.#shiftsOf[day - this.#firstDay] = place;
  }

  days(): CalendarDays {
    return {
      firstDay: this.#firstDay,
      endDay: this.#firstDay + this.#shiftsOf.length,
      shiftsOf: this.#shiftsOf,
      pool: this.#pool,
    };
  }

  /** Where the pool has a list of shifts. */
  placeOf(shifts: readonly SharedShift[]): number {
    const key = shifts.map(({ from, to, share = 1 }) => `${from}-${to}*${share}`).join();
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#pool.length;
    this.#pool.push(shifts);
    this.#places.set(key, place);
    return place;
  }
}
