import { formatInstant } from '../model/instant.ts';
import type { ItemDates } from '../schedule/schedule.ts';

/**
 * The computed dates of an item as other programs read them; floats in working minutes, and [FLOAT-1] in
 * elapsed ones where the work is elapsed, as Project stores them.
 */
export interface PlainDates {
  readonly start: string;
  readonly finish: string;
  readonly earlyStart: string;
  readonly earlyFinish: string;
  readonly lateStart: string;
  readonly lateFinish: string;
  readonly totalFloat: number;
  readonly freeFloat: number;
  /** True where lengths and floats run through nights and days off. */
  readonly elapsed: boolean;
  readonly critical: boolean;
}

export function plainDates(dates: ItemDates): PlainDates {
  return {
    start: formatInstant(dates.start),
    finish: formatInstant(dates.finish),
    earlyStart: formatInstant(dates.earlyStart),
    earlyFinish: formatInstant(dates.earlyFinish),
    lateStart: formatInstant(dates.lateStart),
    lateFinish: formatInstant(dates.lateFinish),
    totalFloat: dates.totalFloat,
    freeFloat: dates.freeFloat,
    elapsed: dates.isElapsed,
    critical: dates.isCritical,
  };
}
