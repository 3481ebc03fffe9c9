import type { QualityKey } from '../model/project.ts';

/** One measure of a schedule, as reviewers read it. */
export interface QualityMeasure {
  readonly key: QualityKey;
  readonly title: string;
  /** A share of what was looked at from 0 to 1, or an index. */
  readonly value: number;
  readonly limit: number;
  /** True where the value may not be above the limit, false where it may not be below. */
  readonly isCeiling: boolean;
  readonly isIndex: boolean;
  /** How many were found, and of how many. */
  readonly found: number;
  readonly of: number;
  /** What was found, in the order of the ids; for measures of links, the tasks that they hold back. */
  readonly items: readonly string[];
  /** What the measure is about and what to do, without the name of an item. */
  readonly advice: string;
}

/** True for a measure that keeps its limit. */
export function isMet({ value, limit, isCeiling }: QualityMeasure): boolean {
  return isCeiling ? value <= limit : value >= limit;
}
