import { assertNever } from '../../src/core/base/assertNever.ts';
import {
  civilDate,
  dayNumber,
  dayOf,
  minutesPerDay,
  weekday,
  type Instant,
} from '../../src/core/model/instant.ts';
import { isoWeek, monthName, shortMonthName, weekdayName } from './dateText.ts';
import type { HeaderStyle } from './headerStyle.ts';
import {
  nextProjectTick,
  projectLabel,
  projectLabels,
  projectTickAtOrBefore,
  type ProjectUnit,
} from './projectTicks.ts';
import { toPx, type TimeScale } from './timeScale.ts';

/** A unit of the timeline's header; hours come in steps that divide the day. */
export type TickUnit =
  | { readonly kind: 'hour'; readonly step: number }
  | { readonly kind: 'day' | 'week' | 'isoWeek' | 'quarter' | 'year' | 'decade' }
  /** Months below a tier of years leave the year to it. */
  | { readonly kind: 'month'; readonly hasYear: boolean }
  | ProjectUnit;

/** The two tiers of the header at one zoom. */
export interface Tiers {
  readonly upper: TickUnit;
  readonly lower: TickUnit;
}

/** One cell of the header: [at, until). */
export interface Tick {
  readonly at: Instant;
  readonly until: Instant;
  readonly label: string;
  /** What may stand in its place where there is less room, the longest first. */
  readonly shorter: readonly string[];
}

/** Coarsest last. A tier holds from `fromPxPerDay` upward. */
const tiersByZoom: readonly (Tiers & { readonly fromPxPerDay: number })[] = [
  { fromPxPerDay: 720, upper: { kind: 'day' }, lower: { kind: 'hour', step: 1 } },
  { fromPxPerDay: 360, upper: { kind: 'day' }, lower: { kind: 'hour', step: 2 } },
  { fromPxPerDay: 160, upper: { kind: 'day' }, lower: { kind: 'hour', step: 4 } },
  { fromPxPerDay: 20, upper: { kind: 'month', hasYear: true }, lower: { kind: 'day' } },
  { fromPxPerDay: 3.6, upper: { kind: 'month', hasYear: true }, lower: { kind: 'week' } },
  { fromPxPerDay: 0.95, upper: { kind: 'year' }, lower: { kind: 'month', hasYear: false } },
  { fromPxPerDay: 0.3, upper: { kind: 'year' }, lower: { kind: 'quarter' } },
];
const coarsestTiers: Tiers = { upper: { kind: 'decade' }, lower: { kind: 'year' } };

/**
 * The tiers whose lower cells are just wide enough for their labels.
 *
 * @param start of the project, from which its own days and weeks are counted
 */
export function tiersAt(pxPerDay: number, style: HeaderStyle = 'dates', start: Instant = 0): Tiers {
  const tiers = tiersByZoom.find(each => pxPerDay >= each.fromPxPerDay) ?? coarsestTiers;
  switch (style) {
    case 'dates':
      return tiers;
    case 'weeks':
      if (tiers.lower.kind === 'day') return { upper: { kind: 'isoWeek' }, lower: tiers.lower };
      return tiers.lower.kind === 'week' ? { ...tiers, lower: { kind: 'isoWeek' } } : tiers;
    case 'project':
      return projectTiers(tiers, dayOf(start));
    default:
      return assertNever(style);
  }
}

/** Years and months of the calendar stay above the weeks and months of the project. */
function projectTiers({ upper, lower }: Tiers, firstDay: number): Tiers {
  const unit = (kind: ProjectUnit['kind']): ProjectUnit => ({ kind, firstDay });
  switch (lower.kind) {
    case 'hour':
      return { upper: unit('projectDay'), lower };
    case 'day':
      return { upper: unit('projectWeek'), lower: unit('projectDay') };
    case 'week':
      return { upper, lower: unit('projectWeek') };
    case 'month':
      return { upper, lower: unit('projectMonth') };
    default:
      return { upper, lower: unit('projectYear') };
  }
}

/** The cells of one tier that touch [from, to), in order. */
export function computeTicks(
  unit: TickUnit,
  scale: TimeScale,
  span: { readonly from: Instant; readonly to: Instant },
): readonly Tick[] {
  const ticks: Tick[] = [];
  let at = tickAtOrBefore(unit, span.from);
  while (at < span.to) {
    const until = nextTick(unit, at);
    const label = labelOf(unit, at, toPx(scale, until) - toPx(scale, at));
    ticks.push({ at, until, label, shorter: shorterLabels(unit, at) });
    at = until;
  }
  return ticks;
}

function tickAtOrBefore(unit: TickUnit, at: Instant): Instant {
  const day = dayOf(at);
  const { year, month } = civilDate(day);
  switch (unit.kind) {
    case 'hour':
      return Math.floor(at / (unit.step * 60)) * unit.step * 60;
    case 'day':
      return day * minutesPerDay;
    case 'week':
    case 'isoWeek':
      return (day - weekday(day)) * minutesPerDay;
    case 'month':
      return dayNumber(year, month, 1) * minutesPerDay;
    case 'quarter':
      return dayNumber(year, month - ((month - 1) % 3), 1) * minutesPerDay;
    case 'year':
      return dayNumber(year, 1, 1) * minutesPerDay;
    case 'decade':
      return dayNumber(year - (year % 10), 1, 1) * minutesPerDay;
    case 'projectDay':
    case 'projectWeek':
    case 'projectMonth':
    case 'projectYear':
      return projectTickAtOrBefore(unit, day) * minutesPerDay;
    default:
      return assertNever(unit);
  }
}

function nextTick(unit: TickUnit, at: Instant): Instant {
  const { year, month } = civilDate(dayOf(at));
  switch (unit.kind) {
    case 'hour':
      return at + unit.step * 60;
    case 'day':
      return at + minutesPerDay;
    case 'week':
    case 'isoWeek':
      return at + 7 * minutesPerDay;
    case 'month':
      return startOfMonth(year, month + 1);
    case 'quarter':
      return startOfMonth(year, month + 3);
    case 'year':
      return startOfMonth(year + 1, 1);
    case 'decade':
      return startOfMonth(year + 10, 1);
    case 'projectDay':
    case 'projectWeek':
    case 'projectMonth':
    case 'projectYear':
      return nextProjectTick(unit, dayOf(at)) * minutesPerDay;
    default:
      return assertNever(unit);
  }
}

/** The month may run over the end of the year. */
function startOfMonth(year: number, month: number): Instant {
  const carried = month > 12 ? { year: year + 1, month: month - 12 } : { year, month };
  return dayNumber(carried.year, carried.month, 1) * minutesPerDay;
}

function labelOf(unit: TickUnit, at: Instant, widthPx: number): string {
  const day = dayOf(at);
  const date = civilDate(day);
  switch (unit.kind) {
    case 'hour':
      return hourLabel(at - day * minutesPerDay, widthPx);
    case 'day':
      return dayLabel(day, widthPx);
    case 'week':
      return weekLabel(day, widthPx);
    case 'isoWeek':
      return isoWeekLabel(day, widthPx);
    case 'month':
      return unit.hasYear
        ? monthLabel(date.year, date.month, widthPx)
        : monthNameIn(date.month, widthPx);
    case 'quarter':
      return `Q${Math.floor((date.month - 1) / 3) + 1}`;
    case 'year':
      return String(date.year);
    case 'decade':
      return `${date.year}s`;
    case 'projectDay':
    case 'projectWeek':
    case 'projectMonth':
    case 'projectYear':
      return widthPx >= upperTierPx
        ? (projectLabels(unit, day)[0] ?? '')
        : projectLabel(unit, day, widthPx);
    default:
      return assertNever(unit);
  }
}

/** Wider than any cell of a lower tier that counts in the project's own time, but for years. */
const upperTierPx = 165;

/** Where there is room, the number of the week stands beside the date on which it begins. */
function weekLabel(day: number, widthPx: number): string {
  const { month, day: dayOfMonth } = civilDate(day);
  if (widthPx >= 84) return `${dayOfMonth} ${shortMonthName(month)} · W${isoWeek(day)}`;
  return widthPx >= 52 ? `${dayOfMonth} · W${isoWeek(day)}` : String(dayOfMonth);
}

function isoWeekLabel(day: number, widthPx: number): string {
  const week = isoWeek(day);
  const { year, month, day: dayOfMonth } = civilDate(day);
  if (widthPx >= 140) return `Week ${week} · from ${dayOfMonth} ${monthName(month)} ${year}`;
  return widthPx >= 32 ? `W${week}` : String(week);
}

function shorterLabels(unit: TickUnit, at: Instant): readonly string[] {
  const { year, month, day } = civilDate(dayOf(at));
  if ('firstDay' in unit) return projectLabels(unit, dayOf(at));
  if (unit.kind === 'isoWeek') {
    const week = isoWeek(dayOf(at));
    return [`Week ${week} · ${day} ${shortMonthName(month)}`, `Week ${week}`, `W${week}`];
  }
  if (unit.kind === 'week') return [`${day} · W${isoWeek(dayOf(at))}`, String(day)];
  if (unit.kind === 'day') return [`${day} ${shortMonthName(month)}`, String(day)];
  if (unit.kind !== 'month') return [];
  return unit.hasYear
    ? [`${shortMonthName(month)} ${year}`, shortMonthName(month)]
    : [shortMonthName(month)];
}

function monthNameIn(month: number, widthPx: number): string {
  return widthPx >= 80 ? monthName(month) : shortMonthName(month);
}

function hourLabel(minutes: number, widthPx: number): string {
  const hour = String(minutes / 60).padStart(2, '0');
  return widthPx >= 42 ? `${hour}:00` : hour;
}

function dayLabel(day: number, widthPx: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const name = weekdayName(day);
  if (widthPx >= 150) return `${name} ${dayOfMonth} ${monthName(month)} ${year}`;
  if (widthPx >= 44) return `${name} ${dayOfMonth}`;
  return String(dayOfMonth);
}

function monthLabel(year: number, month: number, widthPx: number): string {
  if (widthPx >= 110) return `${monthName(month)} ${year}`;
  if (widthPx >= 66) return `${shortMonthName(month)} ${year}`;
  return shortMonthName(month);
}
