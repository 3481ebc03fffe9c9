import type { Problem } from '../model/problem.ts';

/** Why something needs a person, the most pressing first. */
export const attentionGroups = ['overdue', 'blocked', 'next', 'reviews', 'problems'] as const;
export type AttentionGroup = (typeof attentionGroups)[number];

export interface AttentionItem {
  readonly id: string;
  readonly kind: 'task' | 'milestone' | 'risk';
  readonly title: string;
  /** Why it is listed, short: `3d late`, `waits for T-7KQ3`. */
  readonly reason: string;
}

/** What needs a person today. */
export interface Attention {
  /** Unfinished and past its planned finish; milestones past their due date. */
  readonly overdue: readonly AttentionItem[];
  /** Marked as blocked. */
  readonly blocked: readonly AttentionItem[];
  /** Open tasks whose predecessors are done, the least float first. */
  readonly next: readonly AttentionItem[];
  /** Live risks whose review is due. */
  readonly reviews: readonly AttentionItem[];
  /** Errors and warnings of the files and of the schedule, errors first. */
  readonly problems: readonly Problem[];
}
