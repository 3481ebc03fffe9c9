import type { Calendar } from '../calendar/calendar.ts';
import type { Instant } from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';

/** What a bar of the chart stands for: work, a roll-up of its children, or a point in time. */
export type ScheduledKind = 'task' | 'summary' | 'milestone';

/** The computed dates of one task or milestone. */
export interface ItemDates {
  readonly kind: ScheduledKind;
  /** Where it is planned to run, actual dates and progress counted in. */
  readonly start: Instant;
  readonly finish: Instant;
  readonly earlyStart: Instant;
  readonly earlyFinish: Instant;
  readonly lateStart: Instant;
  readonly lateFinish: Instant;
  /**
   * Working minutes, or of elapsed work elapsed minutes, by which it may slip before the project, or
   * a promise, slips; may be negative.
   */
  readonly totalFloat: number;
  /** The same before any other task moves; never negative. */
  readonly freeFloat: number;
  readonly isCritical: boolean;
  /** Minutes of its own calendar, or of elapsed time. Of a summary: working minutes from start to finish. */
  readonly durationMinutes: number;
  readonly isElapsed: boolean;
  /** 0 to 1; of a summary weighted by duration. */
  readonly progress: number;
}

/**
 * The schedule of a plan. Tasks in a cycle, dropped tasks and tasks that cannot be placed have no
 * dates; everything else has.
 */
export interface Schedule {
  readonly start: Instant;
  readonly finish: Instant;
  /** The calendar that holds where no other is named. */
  readonly calendar: Calendar;
  /** Everything that has dates, in the order of the ids. */
  readonly ids: readonly string[];
  /** Undefined for an id that has no dates. */
  datesOf(id: string): ItemDates | undefined;
  /** The calendar that governs an item; the project's for an unknown id. */
  calendarOf(id: string): Calendar;
  /** [DEP-5] The calendar that lags before an item run on. */
  lagCalendarOf(id: string): Calendar;
  readonly problems: readonly Problem[];
  /**
   * The ids whose dates may differ in a later schedule that followed from this one; undefined where
   * any may.
   */
  changedUntil(later: Schedule): readonly string[] | undefined;
}
