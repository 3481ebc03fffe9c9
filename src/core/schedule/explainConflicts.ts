import type { Instant } from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import { finishMoment } from './dateMeaning.ts';
import type { ExplainContext } from './explainContext.ts';
import { lateReasonOf } from './explainLate.ts';
import { findLogicalPlace } from './explainTask.ts';
import type { LateReason, Reason } from './explanation.ts';
import { hasBegun } from './hasBegun.ts';
import type { ItemDates } from './schedule.ts';
import { tellInWorkingTime } from './tellInWorkingTime.ts';

/** Two things that a plan says and cannot both be so. */
export type Conflict =
  /** [CON-9] [PIN-3] A constraint or pin against what the task waits for. */
  | {
      readonly kind: 'against-logic';
      readonly id: string;
      readonly problem: Problem;
      /** The dependencies that would hold it later, were it free. */
      readonly drivers: readonly Extract<Reason, { readonly kind: 'dependency' }>[];
      /** When it would start and finish then; undefined for a summary. */
      readonly logical: { readonly start: Instant; readonly finish: Instant } | undefined;
    }
  /** [DL-1] [MS-1] [ACT-8] */
  | {
      readonly kind: 'promise-missed';
      readonly id: string;
      readonly problem: Problem;
      readonly finish: Instant;
      /** When it was to be finished. */
      readonly promised: Instant;
    }
  /** It has less than no float for the sake of a promise further on. */
  | {
      readonly kind: 'float-negative';
      readonly id: string;
      /** Working minutes that are missing, positive. */
      readonly minutes: number;
      readonly promise: LateReason;
      /** From what waits for it to what has promised, the item itself left out. */
      readonly path: readonly string[];
      /** [ACT-1] What began without waiting, where that and no promise leaves no room. */
      readonly begun: string | undefined;
    };

/** The conflicts of an item, and of what its date hangs on. */
export function findConflicts(
  ctx: ExplainContext,
  id: string,
  chain: readonly string[],
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const blamed = new Set(ctx.schedule.problems.map(({ items }) => items[0]));
  for (const each of new Set([id, ...chain])) {
    if (blamed.has(each)) conflicts.push(...reportedConflicts(ctx, each));
  }
  const dates = ctx.schedule.datesOf(id);
  const isTold = conflicts.some(conflict => conflict.id === id);
  if (!dates || isTold || dates.progress === 1) return conflicts;
  const { totalFloat } = tellInWorkingTime(dates, ctx.schedule.calendarOf(id));
  if (dates.totalFloat >= 0) return conflicts;
  const found = findPromise(ctx, id);
  // [LATE-3] A finish that was computed has been promised to nobody.
  const isPromised = found.promise.kind !== 'project-finish' || ctx.isScheduledBack;
  const isTellable = isPromised || found.begun !== undefined;
  return isTellable
    ? [...conflicts, { ...found, minutes: -(totalFloat || dates.totalFloat) }]
    : conflicts;
}

function reportedConflicts(ctx: ExplainContext, id: string): readonly Conflict[] {
  return ctx.schedule.problems.flatMap((problem): readonly Conflict[] => {
    if (problem.items[0] !== id) return [];
    const dates = ctx.schedule.datesOf(id);
    const limit = problem.code === 'constraint-conflict' && dates && brokenLimit(ctx, id, dates);
    if (limit) {
      const { finish } = dates;
      return [{ kind: 'promise-missed', id, problem, finish, promised: limit }];
    }
    if (problem.code === 'constraint-conflict') {
      const task = ctx.isSummary(id) ? undefined : ctx.taskOf(id);
      const place = task && findLogicalPlace(ctx, task);
      const drivers = (place?.reasons ?? []).flatMap(reason =>
        reason.kind === 'dependency' ? [reason] : [],
      );
      return [{ kind: 'against-logic', id, problem, drivers, logical: place }];
    }
    const isPromise = problem.code === 'deadline-missed' || problem.code === 'milestone-late';
    if (!isPromise || !dates) return [];
    const date = ctx.plan.milestones.get(id)?.due ?? ctx.taskOf(id)?.deadline;
    if (!date) return [];
    const promised = finishMoment(date, ctx.schedule.calendarOf(id));
    return [{ kind: 'promise-missed', id, problem, finish: dates.finish, promised }];
  });
}

/** [ACT-8] The latest finish of begun work that ends after it; undefined where its place is at odds. */
function brokenLimit(ctx: ExplainContext, id: string, dates: ItemDates): Instant | undefined {
  const task = ctx.taskOf(id);
  const { constraint } = task ?? {};
  if (!task || !hasBegun(task, dates)) return undefined;
  if (constraint?.kind !== 'FNLT' && constraint?.kind !== 'MFO') return undefined;
  const limit = finishMoment(constraint.date, ctx.schedule.calendarOf(id));
  return limit < dates.finish ? limit : undefined;
}

/** Follows what leaves no room to what has promised. */
function findPromise(
  ctx: ExplainContext,
  id: string,
): Omit<Extract<Conflict, { kind: 'float-negative' }>, 'minutes'> {
  const path: string[] = [];
  const seen = new Set([id]);
  let promise = lateReasonOf(ctx, id);
  while (promise.kind === 'successor' && !seen.has(promise.successor)) {
    seen.add(promise.successor);
    path.push(promise.successor);
    promise = lateReasonOf(ctx, promise.successor, path.at(-2) ?? id);
  }
  const isComputed = promise.kind === 'project-finish' && !ctx.isScheduledBack;
  const begun = isComputed ? path.find(each => isUnderWay(ctx, each)) : undefined;
  return { kind: 'float-negative', id, promise, path, begun };
}

function isUnderWay(ctx: ExplainContext, id: string): boolean {
  const task = ctx.taskOf(id);
  const dates = ctx.schedule.datesOf(id);
  return task !== undefined && dates !== undefined && hasBegun(task, dates);
}
