import type { Instant } from '../model/instant.ts';

/** A task that starts later in the levelled plan. */
export interface LevellingRow {
  readonly id: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** `2d` later. */
  readonly by: string;
  readonly because: string;
  /** The start that is written when it is accepted; null where it only follows from others. */
  readonly start: Instant | null;
}

/** What levelling would do. Nothing is written. */
export interface LevellingView {
  readonly revision: number;
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly moves: readonly LevellingRow[];
  /** What levelling could not help: work that stands where it is, and work that nobody can do. */
  readonly notes: readonly string[];
}
