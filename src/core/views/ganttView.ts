import { datedConstraints } from '../model/constraint.ts';
import type { DurationScale } from '../model/duration.ts';
import type { SavedView } from '../model/savedView.ts';
import type { Instant } from '../model/instant.ts';

/**
 * Values of {@link GanttRows.kind}. A group is a milestone with tasks under it; a heading is no item,
 * but what the panel gathers rows under.
 */
export const rowKind = { task: 0, summary: 1, milestone: 2, group: 3, heading: 4 } as const;

/** Bits of {@link GanttRows.flags}. */
export const rowFlag = {
  critical: 1,
  /** Has no dates: in a cycle, dropped, or not to be placed. */
  undated: 2,
  hasProblem: 4,
  hasCode: 8,
  /** Should be finished by today and is not. */
  overdue: 16,
  /** Finishes after its deadline or due date. */
  late: 32,
  /** Held by a constraint other than as soon as possible. */
  constrained: 64,
  /** Its file must not be written. */
  readOnly: 128,
} as const;

/** A column of what most plans say nothing of: no entries at all where every one would be empty. */
export type SparseTexts = readonly string[];

/**
 * The rows of the chart in outline order, everything unfolded, one column a property: index i of
 * each column is row i. Times are instants in minutes, NaN where there is none.
 */
export interface GanttRows {
  readonly count: number;
  readonly id: readonly string[];
  readonly title: readonly string[];
  readonly kind: Uint8Array;
  /** 0 for the outermost rows. */
  readonly level: Uint8Array;
  /** The row of the parent, or -1. */
  readonly parent: Int32Array;
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** Where the bar could still finish: the end of the float bar. */
  readonly lateFinish: Float64Array;
  /** Deadline of a task, due date of a milestone. */
  readonly deadline: Float64Array;
  /** Working minutes. */
  readonly durationMinutes: Float64Array;
  readonly totalFloat: Float64Array;
  /** 0 to 1. */
  readonly progress: Float32Array;
  /** Index into `taskStatuses`. */
  readonly status: Uint8Array;
  readonly flags: Uint8Array;
  /** `ada, bob 50%` */
  readonly assignees: readonly string[];
  /** `3d`, `2d..4d..9d`, or empty. */
  readonly estimate: readonly string[];
  /** The milestone that the item belongs to, itself or by what it is part of. */
  readonly milestone: readonly string[];
  /** One a line, as are the paths of linked code. */
  readonly tags: SparseTexts;
  /** The fixed length of a task that has one. */
  readonly duration: SparseTexts;
  /** What the item waits for, as its file has it, one a line; also what no link leads to. */
  readonly dependsOn: SparseTexts;
  readonly code: SparseTexts;
  readonly type: SparseTexts;
  readonly priority: SparseTexts;
  readonly origin: SparseTexts;
  /** What is wrong with the item, or else empty. */
  readonly problem?: readonly string[];
}

/** Dependencies between rows; index i of each column is link i. */
export interface GanttLinks {
  readonly count: number;
  /** Row of the predecessor. */
  readonly from: Int32Array;
  /** Row of the successor. */
  readonly to: Int32Array;
  /** Index into `dependencyTypes`. */
  readonly type: Uint8Array;
  /** 1 when both ends are critical and the link drives. */
  readonly isCritical: Uint8Array;
  /** `+2d`, or empty. */
  readonly lag: readonly string[];
}

/** Where the work of rows stands still; index i of each column is pause i, in the order of the rows. */
export interface GanttPauses {
  readonly count: number;
  readonly row: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** What a row may be held by; a pin is a date that nothing moves. */
export const rowHolds = ['ALAP', ...datedConstraints, 'pinned'] as const;
export type RowHold = (typeof rowHolds)[number];

/** What holds rows by hand; index i of each column is constraint i, in the order of the rows. */
export interface GanttConstraints {
  readonly count: number;
  readonly row: Int32Array;
  /** Index into `rowHolds`. */
  readonly kind: Uint8Array;
  /** NaN for as late as possible. */
  readonly at: Float64Array;
}

/** What is recorded of work; index i of each column is record i, in the order of the rows. */
export interface GanttActuals {
  readonly count: number;
  readonly row: Int32Array;
  /** When it really started; NaN where nobody wrote that down. */
  readonly from: Float64Array;
  /** When it really ended, or else until when its going on is known; NaN without a start. */
  readonly to: Float64Array;
  /** 1 when it has ended. */
  readonly isOver: Uint8Array;
  /** `3d` of work, or empty. */
  readonly spent: readonly string[];
  readonly remaining: readonly string[];
}

/**
 * Where the rows stood in earlier schedules, the newest baseline first. Of the columns of numbers,
 * index `baseline * rows.count + row` is a row of one baseline; NaN where it was not in it.
 */
export interface GanttBaselines {
  readonly count: number;
  /** The title, or the name of the file where there is none. */
  readonly title: readonly string[];
  /** The file names without their endings, by which a choice is remembered. */
  readonly name: readonly string[];
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** Working minutes, in the item's own calendar, by which the row now finishes later than then. */
  readonly varianceMinutes: Float64Array;
}

/** Everything that the chart shows of one snapshot. */
/** A filter of a saved view that names what the plan does not have, and what is to be said of it. */
export interface LostFilter {
  readonly filter: string;
  readonly note: string;
}

export interface GanttView {
  readonly name: string;
  readonly start: Instant;
  readonly finish: Instant;
  readonly statusDate: Instant | undefined;
  /** Now, on the plan's zone-less line. */
  readonly today: Instant;
  readonly durationScale: DurationScale;
  readonly rows: GanttRows;
  readonly links: GanttLinks;
  /** Undefined in a plan whose work nowhere pauses. */
  readonly pauses?: GanttPauses;
  /** Undefined in a plan whose dates all come from its logic. */
  readonly constraints?: GanttConstraints;
  /** Undefined in a plan of which no work is recorded. */
  readonly actuals?: GanttActuals;
  /** Undefined in a plan without baselines. */
  readonly baselines?: GanttBaselines;
  /** Stretches without working time in the project's calendar: from, to, from, to … in order. */
  readonly nonWorking: Float64Array;
  /** Ways of looking at the plan that its people share. */
  readonly views: readonly SavedView[];
  /** Of their filters, those that name what the plan does not have, and what to say of each. */
  readonly lostFilters: readonly LostFilter[];
  /** Keys and names of the people, for pickers. */
  readonly people: readonly { readonly key: string; readonly name: string }[];
}

/** True for what rows are gathered under, and is no item. */
export function isHeading({ rows }: GanttView, row: number): boolean {
  return rows.kind[row] === rowKind.heading;
}

/** True for what holds when a row ends, and not when it begins. */
export function isFinishHold(hold: RowHold): boolean {
  return hold === 'FNET' || hold === 'FNLT' || hold === 'MFO' || hold === 'ALAP';
}
