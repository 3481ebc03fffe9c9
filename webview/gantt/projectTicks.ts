import { assertNever } from '../../src/core/base/assertNever.ts';
import { civilDate, dayNumber } from '../../src/core/model/instant.ts';
import { monthName, shortMonthName, weekdayName } from './dateText.ts';

/** Time counted from the day on which the project starts, which begins day, week, month and year 1. */
export interface ProjectUnit {
  readonly kind: 'projectDay' | 'projectWeek' | 'projectMonth' | 'projectYear';
  readonly firstDay: number;
}

const names: Readonly<Record<ProjectUnit['kind'], string>> = {
  projectDay: 'Day',
  projectWeek: 'Week',
  projectMonth: 'Month',
  projectYear: 'Year',
};

/** The day on which the unit that holds `day` begins. */
export function projectTickAtOrBefore(unit: ProjectUnit, day: number): number {
  return dayOfCount(unit, countAt(unit, day));
}

export function nextProjectTick(unit: ProjectUnit, day: number): number {
  return dayOfCount(unit, countAt(unit, day) + 1);
}

/** `Week 2`, and `2` where there is no room for more. */
export function projectLabel(unit: ProjectUnit, day: number, widthPx: number): string {
  const number = numberText(countAt(unit, day));
  return widthPx >= 58 ? `${names[unit.kind]} ${number}` : number;
}

/** For the upper tier: the longest first. */
export function projectLabels(unit: ProjectUnit, day: number): readonly string[] {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const short = `${names[unit.kind]} ${numberText(countAt(unit, day))}`;
  const date = `${dayOfMonth} ${monthName(month)} ${year}`;
  return [
    `${short} · ${unit.kind === 'projectDay' ? `${weekdayName(day)} ${date}` : `from ${date}`}`,
    `${short} · ${dayOfMonth} ${shortMonthName(month)}`,
    short,
  ];
}

/** The first is 1, and the one before it −1: there is none in between. */
function numberText(count: number): string {
  return count >= 0 ? String(count + 1) : `−${-count}`;
}

/** From 0; negative before the start. */
function countAt({ kind, firstDay }: ProjectUnit, day: number): number {
  switch (kind) {
    case 'projectDay':
      return day - firstDay;
    case 'projectWeek':
      return Math.floor((day - firstDay) / 7);
    case 'projectMonth':
      return monthsSince(firstDay, day);
    case 'projectYear':
      return Math.floor(monthsSince(firstDay, day) / 12);
    default:
      return assertNever(kind);
  }
}

function dayOfCount({ kind, firstDay }: ProjectUnit, count: number): number {
  switch (kind) {
    case 'projectDay':
      return firstDay + count;
    case 'projectWeek':
      return firstDay + 7 * count;
    case 'projectMonth':
      return dayOfMonth(firstDay, count);
    case 'projectYear':
      return dayOfMonth(firstDay, 12 * count);
    default:
      return assertNever(kind);
  }
}

/** Every month has a 28th: a project that starts later in the month counts from there. */
const lastSharedDay = 28;

function monthsSince(firstDay: number, day: number): number {
  const first = civilDate(firstDay);
  const date = civilDate(day);
  const isBefore = date.day < Math.min(lastSharedDay, first.day);
  return (date.year - first.year) * 12 + date.month - first.month - (isBefore ? 1 : 0);
}

function dayOfMonth(firstDay: number, months: number): number {
  const first = civilDate(firstDay);
  const month = first.year * 12 + first.month - 1 + months;
  const year = Math.floor(month / 12);
  return dayNumber(year, month - year * 12 + 1, Math.min(lastSharedDay, first.day));
}
