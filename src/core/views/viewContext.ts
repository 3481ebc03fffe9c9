import type { Instant } from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import type { PlanOutline } from './outline.ts';

/** What several views of one snapshot and its schedule have in common, worked out once. */
export interface ViewContext {
  /** Now, on the plan's zone-less line. */
  readonly today: Instant;
  readonly outline: PlanOutline;
  /** Of the files and of what was computed from them, nothing told twice. */
  readonly problems: readonly Problem[];
}
