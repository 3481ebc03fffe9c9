import { exceptionDays } from '../../calendar/repeatedDays.ts';
import { dayNumber } from '../../model/instant.ts';
import type { CalendarException } from '../../model/project.ts';

/** The first and the last day that Project knows. */
export const firstProjectDay = dayNumber(1984, 1, 1);
export const lastProjectDay = dayNumber(2149, 12, 31);

export type RepeatedRange = Pick<CalendarException, 'fromDay' | 'toDay' | 'repeats'>;

/** The days of an exception from a day on; undefined where none is left. */
export function boundRepetition(range: RepeatedRange, firstDay: number): RepeatedRange | undefined {
  const { fromDay, toDay, repeats } = range;
  if (fromDay >= firstDay) return range;
  if (!repeats) return toDay >= firstDay ? { ...range, fromDay: firstDay } : undefined;
  let passed = 0;
  for (const day of exceptionDays(range)) {
    if (day < firstDay) passed++;
    else {
      const { pattern, times } = repeats;
      // Steps go on from a day that they have reached; without steps any day will do.
      const from = isStepped(range) ? day : firstDay;
      return { ...range, fromDay: from, repeats: { pattern, times: times && times - passed } };
    }
  }
  return undefined;
}

/** True for every second week and the like, which hang on the day that they are counted from. */
export function isStepped({ repeats }: RepeatedRange): boolean {
  if (!repeats) return false;
  const { pattern } = repeats;
  return pattern.kind !== 'yearly' && pattern.every > 1;
}
