import type { QualityKey } from '../model/project.ts';

/** What was counted for a measure. */
export interface Figures {
  readonly key: QualityKey;
  readonly found: number;
  readonly of: number;
  /** In the order of the ids. */
  readonly items: readonly string[];
  /** The share of what was found where it is missing. */
  readonly value?: number;
  /** What the measure is called in this plan, where that is not what it is always called. */
  readonly title?: string;
  /** What to do about it in this plan, where that is not what it always is. */
  readonly advice?: string;
}
