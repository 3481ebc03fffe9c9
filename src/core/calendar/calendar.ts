import type { Instant } from '../model/instant.ts';
import type { Shift } from '../model/project.ts';

/** A half-open stretch of time: `from` belongs to it and `to` does not. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Working time, compiled once so that every question is a look-up. It has working time on at least
 * one day of every week, or `isEmpty` says that it has none at all.
 */
export interface Calendar {
  readonly key: string;
  readonly title: string;
  readonly isEmpty: boolean;
  isWorking(at: Instant): boolean;
  /** Working minutes in [from, to); negative when `to` is before `from`. */
  workBetween(from: Instant, to: Instant): number;
  /**
   * The moment at which `minutes` of work after `at` are done, at the end of a working period
   * rather than the start of the next. Negative minutes go back.
   */
  addWork(at: Instant, minutes: number): Instant;
  /** `at`, or the next moment at which work can start. */
  nextWork(at: Instant): Instant;
  /** `at`, or the latest moment before it at which work ends. */
  previousWork(at: Instant): Instant;
  /** The shifts that begin on a day (counted from 1970-01-01). */
  shiftsOn(day: number): readonly Shift[];
  /** What is not working time in [from, to), in order and merged. */
  nonWorking(from: Instant, to: Instant): readonly Interval[];
}
