import { formatInstant } from '../model/instant.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { ItemDates } from '../schedule/schedule.ts';
import { tellInWorkingTime } from '../schedule/tellInWorkingTime.ts';

/** The computed dates of an item as other programs read them; floats in working minutes. */
export interface PlainDates {
  readonly start: string;
  readonly finish: string;
  readonly earlyStart: string;
  readonly earlyFinish: string;
  readonly lateStart: string;
  readonly lateFinish: string;
  readonly totalFloat: number;
  readonly freeFloat: number;
  readonly critical: boolean;
}

/** @param calendar the project's */
export function plainDates(dates: ItemDates, calendar: Calendar): PlainDates {
  const { totalFloat, freeFloat } = tellInWorkingTime(dates, calendar);
  return {
    start: formatInstant(dates.start),
    finish: formatInstant(dates.finish),
    earlyStart: formatInstant(dates.earlyStart),
    earlyFinish: formatInstant(dates.earlyFinish),
    lateStart: formatInstant(dates.lateStart),
    lateFinish: formatInstant(dates.lateFinish),
    totalFloat,
    freeFloat,
    critical: dates.isCritical,
  };
}
