import type { PlanDate } from './instant.ts';
import type { Visibility } from './task.ts';

export interface Goal {
  readonly measure: string;
  readonly target: string | undefined;
  readonly present: string | undefined;
}

export interface Milestone {
  readonly kind: 'milestone';
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  /** The date that was promised. */
  readonly due: PlanDate | undefined;
  /** The milestone will not be pursued. */
  readonly isDropped: boolean;
  readonly reached: PlanDate | undefined;
  readonly rank: number | undefined;
  readonly goals: readonly Goal[];
  readonly owner: string | undefined;
  readonly origin: string | undefined;
  /** Ids before a rename. */
  readonly formerIds: readonly string[];
  readonly visibility: Visibility | undefined;
}

/** True for what was reached, and for what will not be. */
export function hasEnded({ reached, isDropped }: Milestone): boolean {
  return reached !== undefined || isDropped;
}
