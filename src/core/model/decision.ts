import type { Anchor } from './anchor.ts';
import type { PlanDate } from './instant.ts';
import type { Visibility } from './task.ts';

export const decisionStatuses = ['proposed', 'accepted', 'rejected', 'superseded'] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

export interface Alternative {
  readonly title: string;
  readonly reason: string | undefined;
}

/** What was decided, why, and what else was considered. */
export interface Decision {
  readonly kind: 'decision';
  readonly id: string;
  readonly title: string;
  readonly status: DecisionStatus;
  readonly decidedOn: PlanDate | undefined;
  readonly deciders: readonly string[];
  readonly context: string | undefined;
  readonly decision: string | undefined;
  readonly alternatives: readonly Alternative[];
  readonly consequences: string | undefined;
  readonly supersededBy: string | undefined;
  /** Ids of items that it touches. */
  readonly affects: readonly string[];
  readonly tags: readonly string[];
  readonly code: readonly Anchor[];
  readonly origin: string | undefined;
  /** Ids before a rename. */
  readonly formerIds: readonly string[];
  readonly visibility: Visibility | undefined;
}
