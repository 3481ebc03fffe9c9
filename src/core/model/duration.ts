/** `m` minutes, `h` hours, `d` days, `w` weeks, `mo` months, of working time unless elapsed. */
export const durationUnits = ['m', 'h', 'd', 'w', 'mo'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** A length as a person wrote it: `3d` of working time, `3ed` of elapsed time. */
export interface Duration {
  readonly value: number;
  readonly unit: DurationUnit;
  readonly isElapsed: boolean;
}

/** How a project counts working days, weeks and months, in minutes and days. */
export interface DurationScale {
  readonly minutesPerDay: number;
  readonly minutesPerWeek: number;
  readonly daysPerMonth: number;
}

export const defaultDurationScale: DurationScale = {
  minutesPerDay: 480,
  minutesPerWeek: 2400,
  daysPerMonth: 20,
};

/** Optimistic, likely and pessimistic length. All three are equal for a plain estimate. */
export interface Estimate {
  readonly optimistic: Duration;
  /** Undefined for a range without a mode (`2d..9d`). */
  readonly likely: Duration | undefined;
  readonly pessimistic: Duration;
}

/** A century of working days: a longer estimate is a slip of the pen. */
export const longestMinutes = 100 * 260 * 480;

const pattern = /^([+-]?\d+(?:\.\d+)?)\s*(e?)(m|min|h|d|w|mo)$/;

/** Reads `90m 4h 1.5d 2w 1mo 3ed`, signed too; undefined when it is none of these. */
export function parseDuration(text: string): Duration | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const unit = match[3] === 'min' ? 'm' : durationUnits.find(known => known === match[3]);
  return unit && { value: Number(match[1]), unit, isElapsed: match[2] === 'e' };
}

export function formatDuration(duration: Duration): string {
  const value = Number(duration.value.toFixed(4));
  return `${value}${duration.isElapsed ? 'e' : ''}${duration.unit}`;
}

/** Reads `4d`, `2d..9d` or `2d..4d..9d`, which must not fall; undefined when it is none of these. */
export function parseEstimate(text: string): Estimate | undefined {
  const parts = text.split('..').map(parseDuration);
  const [first, second, third] = parts;
  if (parts.length === 1 && first) return exactEstimate(first);
  if (parts.length === 2 && first && second) {
    return { optimistic: first, likely: undefined, pessimistic: second };
  }
  if (parts.length === 3 && first && second && third) {
    return { optimistic: first, likely: second, pessimistic: third };
  }
  return undefined;
}

export function formatEstimate(estimate: Estimate): string {
  const { optimistic, likely, pessimistic } = estimate;
  if (likely && estimatePoints(estimate) === 1) return formatDuration(likely);
  return [optimistic, likely, pessimistic]
    .filter(part => part !== undefined)
    .map(formatDuration)
    .join('..');
}

/** A length without a range. */
export function exactEstimate(length: Duration): Estimate {
  return { optimistic: length, likely: length, pessimistic: length };
}

/** How many points it was written with, as far as they differ: one for a plain length. */
export function estimatePoints({ optimistic, likely, pessimistic }: Estimate): 1 | 2 | 3 {
  if (likely === undefined) return 2;
  return isSameLength(optimistic, likely) && isSameLength(likely, pessimistic) ? 1 : 3;
}

function isSameLength(a: Duration, b: Duration): boolean {
  return a.value === b.value && a.unit === b.unit && a.isElapsed === b.isElapsed;
}

/** Whole minutes: of working time, or of elapsed time when the duration says so. */
export function durationMinutes(duration: Duration, scale: DurationScale): number {
  return wholeMinutes(duration.value * unitMinutes(duration, scale));
}

/** Far more minutes than any plan can speak of, and few enough for sums of them to be exact. */
const mostMinutes = 1e12;

/** Rounded, and no further than can be reckoned with; what is no number at all counts as none. */
export function wholeMinutes(minutes: number): number {
  if (Number.isNaN(minutes)) return 0;
  return Math.round(Math.max(-mostMinutes, Math.min(mostMinutes, minutes)));
}

function unitMinutes({ unit, isElapsed }: Duration, scale: DurationScale): number {
  switch (unit) {
    case 'm':
      return 1;
    case 'h':
      return 60;
    case 'd':
      return isElapsed ? 1440 : scale.minutesPerDay;
    case 'w':
      return isElapsed ? 7 * 1440 : scale.minutesPerWeek;
    case 'mo':
      return isElapsed ? 30 * 1440 : scale.daysPerMonth * scale.minutesPerDay;
  }
}

/** The shortest exact writing of a working length: `3d` rather than `1440m`. */
export function durationFromMinutes(minutes: number, scale: DurationScale): Duration {
  const perDay = scale.minutesPerDay;
  if (minutes !== 0 && minutes % (perDay / 2) === 0) {
    return { value: minutes / perDay, unit: 'd', isElapsed: false };
  }
  if (minutes === 0) return { value: 0, unit: 'd', isElapsed: false };
  if (minutes % 30 === 0) return { value: minutes / 60, unit: 'h', isElapsed: false };
  return { value: minutes, unit: 'm', isElapsed: false };
}
