import type { DurationScale } from '../model/duration.ts';

/** `1 working day`, `2.5 working days`, `3 working hours`, `20 working minutes`; never negative. */
export function tellWork(minutes: number, { minutesPerDay }: DurationScale): string {
  const size = Math.abs(minutes);
  const [value, unit] =
    size >= minutesPerDay / 2
      ? [size / minutesPerDay, 'working day']
      : size >= 60
        ? [size / 60, 'working hour']
        : [size, 'working minute'];
  const rounded = Number(value.toFixed(1));
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
