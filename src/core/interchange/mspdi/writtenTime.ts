import type { CalendarException, CalendarPeriod, Shift } from '../../model/project.ts';

/** A calendar as the format can hold it: seven days, the rest apart, and no shift past midnight. */
export interface WrittenTime {
  readonly week: readonly (readonly Shift[] | undefined)[];
  /** Without overlaps. */
  readonly periods: readonly CalendarPeriod[];
  /** Single ones without overlaps; of those that repeat the first counts. */
  readonly exceptions: readonly CalendarException[];
}
