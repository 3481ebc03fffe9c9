import type { Instant, PlanDate } from './instant.ts';

/** Where an item stood when the baseline was taken. */
export interface BaselineItem {
  readonly start: Instant;
  readonly finish: Instant;
}

/** A schedule frozen under a name: `baselines/2026-11-21-kickoff.yaml`. */
export interface Baseline {
  /** The file name without its ending. */
  readonly name: string;
  readonly title: string | undefined;
  readonly takenOn: PlanDate | undefined;
  readonly reason: string | undefined;
  readonly items: ReadonlyMap<string, BaselineItem>;
}
