/**
 * A moment on the zone-less line of the plan: whole minutes since 1970-01-01T00:00, as a clock on
 * the wall shows them. There are no time zones and no summer time, so every day has 1,440 minutes.
 */
export type Instant = number;

/** A date or a date with a time, as a person wrote it. */
export interface PlanDate {
  readonly at: Instant;
  /** False for `2026-03-01`: then `at` is midnight, and the meaning (start or end of the day's work) depends on the field. */
  readonly hasTime: boolean;
}

export const minutesPerDay = 1440;
const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** The days a plan may speak of; anything outside is taken for a slip of the pen. */
export const earliestYear = 1970;
export const latestYear = 2199;

/** Days since 1970-01-01 (the civil-calendar algorithm of Howard Hinnant, 2013). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The first and the last day that a plan can speak of, counted from 1970-01-01. */
export const firstPlannedDay = dayNumber(earliestYear, 1, 1);
export const lastPlannedDay = dayNumber(latestYear, 12, 31);

/** The inverse of {@link dayNumber}. */
export function civilDate(days: number): CivilDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Monday is 0 and Sunday 6. */
export function weekday(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** The day that an instant lies on, counted from 1970-01-01. */
export function dayOf(at: Instant): number {
  return Math.floor(at / minutesPerDay);
}

/** Reads `2026-03-01` or `2026-03-01T09:00`; undefined when it is no date of the calendar. */
export function parsePlanDate(text: string): PlanDate | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const days = dayNumber(year, month, day);
  const back = civilDate(days);
  if (back.year !== year || back.month !== month || back.day !== day) return undefined;
  if (minute > 59 || second > 59 || hour * 60 + minute > minutesPerDay) return undefined;
  return { at: days * minutesPerDay + hour * 60 + minute, hasTime: match[4] !== undefined };
}

/** True when the date's year is one that a plan may speak of. */
export function isPlausible(at: Instant): boolean {
  const { year } = civilDate(dayOf(at));
  return year >= earliestYear && year <= latestYear;
}

/** `2026-03-01` */
export function formatDay(at: Instant): string {
  const { year, month, day } = civilDate(dayOf(at));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** `2026-03-01T09:00` */
export function formatInstant(at: Instant): string {
  const minutes = at - dayOf(at) * minutesPerDay;
  return `${formatDay(at)}T${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

/** The text that {@link parsePlanDate} reads back to the same value. */
export function formatPlanDate(date: PlanDate): string {
  return date.hasTime ? formatInstant(date.at) : formatDay(date.at);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
