import type { Anchor } from './anchor.ts';
import type { Assignment } from './assignment.ts';
import type { Constraint } from './constraint.ts';
import type { Dependency } from './dependency.ts';
import type { Duration, Estimate } from './duration.ts';
import type { DistributionName } from './forecastRules.ts';
import type { PlanDate } from './instant.ts';
import type { Money } from './money.ts';

export const taskStatuses = ['todo', 'doing', 'blocked', 'review', 'done', 'dropped'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export const priorities = ['lowest', 'low', 'medium', 'high', 'highest'] as const;
export type Priority = (typeof priorities)[number];

/** Who may read of an item in a report: everybody, or the team alone. */
export const visibilities = ['public', 'internal'] as const;
export type Visibility = (typeof visibilities)[number];

export interface AcceptanceItem {
  readonly text: string;
  readonly isDone: boolean;
}

export interface Task {
  readonly kind: 'task';
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly status: TaskStatus;
  /** Free words such as `feature` or `bug`. */
  readonly type: string | undefined;
  readonly priority: Priority | undefined;
  /** The summary task that this one is part of. */
  readonly parent: string | undefined;
  readonly milestone: string | undefined;
  /** Place among its siblings: lower comes first; without one, the start date decides. */
  readonly rank: number | undefined;
  readonly dependsOn: readonly Dependency[];
  /** Effort, spread over the people assigned. */
  readonly estimate: Estimate | undefined;
  /** The shape of its range in a forecast; missing for that of the project. */
  readonly distribution?: DistributionName;
  /** Fixed length, whoever is assigned. It wins over `estimate`. Zero makes a milestone task. */
  readonly duration: Duration | undefined;
  /** The lengths of its parts and of the pauses between them, in turn; the last part is the rest. */
  readonly split: readonly Duration[];
  readonly assignees: readonly Assignment[];
  /** What those who do it must be able to; missing for nothing in particular. */
  readonly skills?: readonly string[];
  /** The key of a calendar in the project file, when not the people's or the project's. */
  readonly calendar: string | undefined;
  /** Besides its own calendar, the people's hours hold too. */
  readonly keepsPeopleHours: boolean;
  readonly constraint: Constraint | undefined;
  /** When it starts, as set by hand: nothing but the real start moves it. */
  readonly pinned: PlanDate | undefined;
  readonly deadline: PlanDate | undefined;
  readonly started: PlanDate | undefined;
  readonly finished: PlanDate | undefined;
  /** Share of the duration that is done: 0 to 1. */
  readonly progress: number | undefined;
  /** What is left, as judged now. */
  readonly remaining: Estimate | undefined;
  readonly spent: Duration | undefined;
  readonly cost: Money | undefined;
  readonly acceptance: readonly AcceptanceItem[];
  readonly tags: readonly string[];
  readonly code: readonly Anchor[];
  readonly commits: readonly string[];
  readonly origin: string | undefined;
  /** Ids before a rename. */
  readonly formerIds: readonly string[];
  readonly visibility: Visibility | undefined;
}

/** True when nothing is left to do: the task is done or dropped. */
export function isClosed(task: Pick<Task, 'status'>): boolean {
  return task.status === 'done' || task.status === 'dropped';
}
