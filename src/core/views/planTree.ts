import type { TaskStatus } from '../model/task.ts';

/** How an item of the tree stands, in the words that choose its icon. */
export type PlanState = TaskStatus | 'planned' | 'late' | 'reached';

export interface PlanTreeNode {
  readonly id: string;
  readonly kind: 'milestone' | 'task';
  readonly title: string;
  readonly state: PlanState;
  /** Behind the title, short: `3 Mar → 7 Mar · 2d float`. */
  readonly description: string;
  /** The same for a screen reader, in full words. */
  readonly spoken: string;
  /** Done, dropped or reached. */
  readonly isClosed: boolean;
  readonly isOverdue: boolean;
  readonly isCritical: boolean;
  readonly hasChildren: boolean;
  readonly hasProblem: boolean;
  readonly hasCode: boolean;
  /** Its file must not be written. */
  readonly isReadOnly: boolean;
}

/**
 * The plan as an outline: milestones, under each its tasks, under each its sub-tasks, and last the
 * tasks of no milestone. Only the order is computed at once; nodes are made when they are asked for.
 */
export interface PlanTree {
  /** Milestones by rank, then date; tasks of no milestone after them. */
  readonly roots: readonly string[];
  /** Empty for a leaf and for an unknown id. */
  childrenOf(id: string): readonly string[];
  /** Undefined for a root. */
  parentOf(id: string): string | undefined;
  /** Undefined when the plan has neither a task nor a milestone with this id. */
  nodeOf(id: string): PlanTreeNode | undefined;
  /** What a tooltip says, line by line, in plain text. */
  detailsOf(id: string): readonly string[];
}
