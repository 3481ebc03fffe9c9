import {
  defaultDurationScale,
  durationMinutes,
  longestMinutes,
  wholeMinutes,
  type Duration,
  type DurationScale,
  type DurationUnit,
} from '../../model/duration.ts';

/** What a code of `DurationFormat` or `LagFormat` means. */
export type LengthFormat =
  | { readonly kind: 'duration'; readonly unit: DurationUnit; readonly isElapsed: boolean }
  | { readonly kind: 'percent'; readonly isElapsed: boolean };

const units: readonly DurationUnit[] = ['m', 'h', 'd', 'w', 'mo'];

/**
 * The codes are 3 to 12 for minutes to months, even ones elapsed, 19 and 20 for percent; 32 is
 * added to an estimate that its author was not sure of. Undefined for 21, which means no choice.
 */
export function lengthFormat(code: number | undefined): LengthFormat | undefined {
  if (code === undefined) return undefined;
  const plain = code >= 32 ? code - 32 : code;
  const isElapsed = plain % 2 === 0;
  if (plain === 19 || plain === 20) return { kind: 'percent', isElapsed };
  const unit = plain >= 3 ? units[Math.floor((plain - 3) / 2)] : undefined;
  return unit && { kind: 'duration', unit, isElapsed };
}

const pattern =
  /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;

/**
 * Minutes, possibly with a fraction, of `PT8H30M0S`. Days, months and years do not occur in what
 * Project writes and count 24 hours, 30 days and 365 days. Undefined when it is no duration.
 */
export function parseIsoMinutes(text: string): number | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part: string | undefined) => Number(part ?? 0));
  const total = (years * 365 + months * 30 + days) * 1440 + hours * 60 + minutes + seconds / 60;
  return Number.isFinite(total) ? (match[1] === '-' ? -total : total) : undefined;
}

/**
 * The length in the unit that its author used, where four decimals of it say the same minutes;
 * in hours or minutes otherwise.
 */
export function lengthInUnit(
  minutes: number,
  format: { readonly unit: DurationUnit; readonly isElapsed: boolean },
  scale: DurationScale,
): Duration {
  const whole = wholeMinutes(minutes);
  for (const unit of [format.unit, 'd', 'h'] as const) {
    const one: Duration = { value: 1, unit, isElapsed: format.isElapsed };
    const value = whole / durationMinutes(one, scale);
    const shown = { ...one, value: Number(value.toFixed(unit === format.unit ? 2 : 1)) };
    if (durationMinutes(shown, scale) === whole) return shown;
  }
  return { value: whole, unit: 'm', isElapsed: format.isElapsed };
}

/** True for what no file of a plan may say, which counts days as eight hours; a lead's sign is free. */
export function isTooLong(duration: Duration): boolean {
  return Math.abs(durationMinutes(duration, defaultDurationScale)) > longestMinutes;
}
