import { dayOf, firstPlannedDay, lastPlannedDay, type PlanDate } from '../model/instant.ts';
import type { CalendarException, Shift } from '../model/project.ts';
import type { Repetition } from '../model/repetition.ts';
import type { DayRange } from './valueSpec.ts';

interface ExceptionValues {
  readonly on: DayRange | undefined;
  readonly every: Repetition | undefined;
  readonly from: PlanDate | undefined;
  readonly until: PlanDate | undefined;
  readonly times: number | undefined;
  readonly title: string | undefined;
}

export const noDays: DayRange = { fromDay: 0, toDay: -1 };

/** Days that repeat without a beginning or an end do so for as long as a plan can speak of. */
export function exceptionOf(values: ExceptionValues, shifts: readonly Shift[]): CalendarException {
  const { on, every: pattern, from, until, times, title } = values;
  if (on || !pattern) return { title, ...(on ?? noDays), shifts };
  return {
    title,
    fromDay: from ? dayOf(from.at) : firstPlannedDay,
    toDay: until ? dayOf(until.at) : lastPlannedDay,
    shifts,
    repeats: { pattern, times },
  };
}
