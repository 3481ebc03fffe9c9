import type { Milestone } from '../model/milestone.ts';
import type { Task } from '../model/task.ts';

/** A task as it was and as it is: undefined where it was not there, or is not any more. */
export interface ChangedTask {
  readonly before: Task | undefined;
  readonly after: Task | undefined;
}

/** What is otherwise in a plan. */
export interface PlanChanges {
  readonly tasks: readonly ChangedTask[];
  readonly milestones: readonly ChangedMilestone[];
}

export interface ChangedMilestone {
  readonly before: Milestone;
  readonly after: Milestone;
}
