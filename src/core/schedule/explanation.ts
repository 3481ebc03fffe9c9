import type { Interval } from '../calendar/calendar.ts';
import type { Assignment } from '../model/assignment.ts';
import type { Constraint } from '../model/constraint.ts';
import type { Dependency } from '../model/dependency.ts';
import type { Instant, PlanDate } from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import type { ItemDates } from './schedule.ts';

/** The two ends of a bar. */
export type End = 'start' | 'finish';

/** What holds one end of an item where it is. */
export type Reason =
  /** It waits for another item; `holder` names the dependency: itself, or a summary that it is part of. */
  | { readonly kind: 'dependency'; readonly dependency: Dependency; readonly holder: string }
  /** [SUM-1] A summary begins with its first part and ends with its last. */
  | { readonly kind: 'part'; readonly part: string; readonly end: End }
  /** [MS-1] A milestone is reached with the last of its tasks. */
  | { readonly kind: 'last-task'; readonly task: string }
  /** `against` where it is held earlier than something else allows. */
  | {
      readonly kind: 'constraint';
      readonly constraint: Constraint;
      readonly holder: string;
      readonly against: Reason | undefined;
    }
  | { readonly kind: 'pinned'; readonly date: PlanDate }
  | { readonly kind: 'started'; readonly date: PlanDate }
  | { readonly kind: 'finished'; readonly date: PlanDate }
  /** What is left of started work, in minutes of the task. */
  | { readonly kind: 'progress'; readonly started: PlanDate; readonly left: number }
  /** All work that has not begun, or what is left of it, comes after; what is done lies before. */
  | {
      readonly kind: 'status-date';
      readonly at: Instant;
      readonly work: 'all' | 'left' | 'done';
    }
  | { readonly kind: 'project-start'; readonly at: Instant; readonly isGuessed: boolean }
  | { readonly kind: 'reached'; readonly date: PlanDate }
  | { readonly kind: 'due'; readonly date: PlanDate }
  | LateReason
  /** Only where the plan contradicts itself in a way that no rule explains. */
  | { readonly kind: 'unknown' };

/** What keeps an item from ending later: why its late dates are what they are. */
export type LateReason =
  /** `dependency` is undefined between a milestone and a task of its own, either way round. */
  | {
      readonly kind: 'successor';
      readonly successor: string;
      readonly dependency: Dependency | undefined;
    }
  | { readonly kind: 'deadline'; readonly date: PlanDate; readonly holder: string }
  | { readonly kind: 'limit'; readonly constraint: Constraint; readonly holder: string }
  /** Stated for a plan that is scheduled back from it ([PRJ-7]), else computed. */
  | { readonly kind: 'project-finish'; readonly at: Instant; readonly isStated: boolean };

/** Whose working time makes an item wait or take longer. */
export type WaitCause =
  | { readonly kind: 'project' }
  | { readonly kind: 'calendar'; readonly key: string }
  | { readonly kind: 'person'; readonly people: readonly string[] };

/** Time in which an item could have begun, but for the hours of a calendar. */
export interface Wait {
  readonly from: Instant;
  readonly to: Instant;
  readonly cause: WaitCause;
  /** Names of the days off in it, such as `Easter`. */
  readonly titles: readonly string[];
}

/** Working minutes of the project's calendar that an item takes longer than its work. */
export interface Stretch {
  readonly minutes: number;
  readonly cause: WaitCause;
  readonly titles: readonly string[];
}

/** An item that takes longer because people give it a part of their time alone. */
export interface PartTime {
  /** Working minutes that it takes, and those that there are to do. */
  readonly length: number;
  readonly effort: number;
  /** Those who give less than all of their time, with their share from 0 to 1. */
  readonly shares: readonly Assignment[];
}

/** One item of the chain, and what holds it. */
export interface ChainStep {
  readonly id: string;
  /** The end that the step before it hangs on; of the first step, its finish. */
  readonly end: End;
  /** On the way forward from work that is as late as possible: then `at` is a late date. */
  readonly isLate: boolean;
  readonly at: Instant;
  readonly dates: ItemDates;
  readonly reason: Reason;
  /** What holds it at the same moment besides: shortening the one alone gains nothing. */
  readonly others: readonly Reason[];
  /** True when a shorter length would bring this end earlier. */
  readonly isDrivenByLength: boolean;
  readonly wait: Wait | undefined;
  /** The lag of the reason, where time off makes it longer. */
  readonly lagWait: Wait | undefined;
  readonly stretch: Stretch | undefined;
  readonly partTime: PartTime | undefined;
  /** [SPLIT-1] The pauses within it that its end waits for, in order. */
  readonly pauses: readonly Interval[];
}

/** Why an item has no dates. */
export type UndatedReason =
  | { readonly kind: 'dropped'; readonly holder: string }
  | { readonly kind: 'loop'; readonly problem: Problem }
  | { readonly kind: 'horizon'; readonly problem: Problem }
  /** A milestone without tasks and without a due date. */
  | { readonly kind: 'nothing-dated' };

/** The chain from an item back to where its dates come from, the item first. */
export type Explanation =
  | { readonly kind: 'dated'; readonly steps: readonly ChainStep[] }
  | { readonly kind: 'undated'; readonly reason: UndatedReason };
