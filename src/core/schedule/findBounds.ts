import { durationMinutes, wholeMinutes } from '../model/duration.ts';
import type { Dependency } from '../model/dependency.ts';
import type { Instant } from '../model/instant.ts';
import type { Task } from '../model/task.ts';
import { startMoment } from './dateMeaning.ts';
import type { ExplainContext } from './explainContext.ts';
import type { End, Reason } from './explanation.ts';
import type { ItemDates } from './schedule.ts';

/** A moment before which a task may not start, or finish, and what says so. */
export interface Bound {
  readonly at: Instant;
  readonly end: End;
  /** Elapsed minutes that are laid both on the moment and on the start that it leaves ([DEP-5]). */
  readonly delay?: number;
  readonly reason: Reason;
}

/** Which end of its predecessor a dependency hangs on. */
export function endOfPredecessor({ type }: Dependency): End {
  return type === 'FS' || type === 'FF' ? 'finish' : 'start';
}

/** Which end of its successor a dependency holds. */
export function endOfSuccessor({ type }: Dependency): End {
  return type === 'FS' || type === 'SS' ? 'start' : 'finish';
}

/**
 * Everything that keeps a task, which has no parts and is not placed by its own dates, from being
 * placed earlier: dependencies first, then constraints of its summaries, the status date, the
 * project's start.
 *
 * @param hasBegun true of work that the status date does not move: it is done, or has progressed
 */
export function findBounds(ctx: ExplainContext, task: Task, hasBegun: boolean): readonly Bound[] {
  const own = dependencyBounds(ctx, task.id, task);
  const bounds = [...own];
  let mayNotLead = own.some(isOfFF);
  let isHeldBySummary = false;
  let isLinked = false;
  // A summary passes on what holds the summaries around it, so the outermost comes first.
  for (const summary of ctx.summariesOf(task.id).toReversed()) {
    const kind = summary.constraint?.kind;
    const inherited = dependencyBounds(ctx, task.id, summary);
    bounds.push(...inherited, ...summaryConstraint(ctx, summary));
    isHeldBySummary ||= summary.dependsOn.length > 0 || kind === 'SNET' || kind === 'MSO';
    isLinked ||= inherited.length > 0;
    mayNotLead ||= inherited.some(isOfFF);
    mayNotLead ||= isHeldBySummary && !isLinked && kind !== 'SNET';
  }
  isLinked ||= own.length > 0;
  const { statusAt, projectStart, isStartGuessed } = ctx;
  // [ACT-3] [ACT-5] [ACT-9]
  if (statusAt !== undefined && (!hasBegun || isHeldBySummary)) {
    const reason = { kind: 'status-date', at: statusAt, work: 'all' } as const;
    bounds.push({ at: statusAt, end: 'start', reason });
  }
  // [PRJ-4]
  if (mayNotLead || (!isLinked && task.constraint?.kind !== 'SNET')) {
    const reason = { kind: 'project-start', at: projectStart, isGuessed: isStartGuessed } as const;
    bounds.push({ at: projectStart, end: 'start', reason });
  }
  return bounds;
}

function isOfFF({ reason }: Bound): boolean {
  return reason.kind === 'dependency' && reason.dependency.type === 'FF';
}

/** [SUM-3] What the dependencies of a task, or of a summary that it is part of, demand of it. */
function dependencyBounds(ctx: ExplainContext, id: string, holder: Task): readonly Bound[] {
  const bounds: Bound[] = [];
  for (const dependency of holder.dependsOn) {
    const dates = boundDates(ctx, holder.id, dependency);
    if (!dates) continue;
    const end = endOfSuccessor(dependency);
    const from = dates[endOfPredecessor(dependency)];
    const lagged = withLag(ctx, id, dependency, dates);
    const isDelay = end === 'finish' && runsOnClock(ctx, id, dependency, dates);
    const reason = { kind: 'dependency', dependency, holder: holder.id } as const;
    bounds.push(
      isDelay ? { at: from, end, delay: lagged - from, reason } : { at: lagged, end, reason },
    );
  }
  return bounds;
}

/** [DEP-5] True of an elapsed lag to work that is counted on a calendar. */
function runsOnClock(
  { schedule, isSummary }: ExplainContext,
  successor: string,
  { lag, predecessor }: Dependency,
  dates: ItemDates,
): boolean {
  const own = schedule.datesOf(successor);
  if (!lag || !own || own.isElapsed || own.durationMinutes === 0) return false;
  if (lag.kind === 'duration') return lag.duration.isElapsed;
  return !isSummary(predecessor) && (lag.isElapsed || dates.isElapsed);
}

/** [DEP-7] [DROP-1] [SUM-6] [LOOP-1] The predecessor's dates, when the dependency binds anything. */
export function boundDates(
  ctx: ExplainContext,
  holder: string,
  { predecessor }: Dependency,
): ItemDates | undefined {
  const dates = ctx.schedule.datesOf(predecessor);
  if (!dates || predecessor === holder) return undefined;
  const isWithin = (inner: string, outer: string): boolean =>
    ctx.summariesOf(inner).some(({ id }) => id === outer);
  if (isWithin(predecessor, holder) || isWithin(holder, predecessor)) return undefined;
  return closesLoop(ctx, holder, predecessor) ? undefined : dates;
}

/**
 * [LOOP-1] True where the predecessor waits for the task itself. Of what is in a loop only summaries
 * and milestones keep dates, for the sake of what else they hold.
 */
function closesLoop(ctx: ExplainContext, holder: string, predecessor: string): boolean {
  if (!ctx.hasLoops) return false;
  if (!ctx.isSummary(predecessor) && ctx.tasksOf(predecessor).length === 0) return false;
  const open = [...ctx.leavesOf(holder)];
  const seen = new Set(open);
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step === predecessor) return true;
    const task = ctx.taskOf(step);
    const next = ctx.linksFrom(step).flatMap(link => ctx.leavesOf(link.holder));
    for (const id of [...next, task?.parent, task?.milestone]) {
      if (id === undefined || seen.has(id)) continue;
      seen.add(id);
      open.push(id);
    }
  }
  return false;
}

/** [DEP-5] [DEP-6] A working lag runs on a calendar of the successor, an elapsed one on the clock. */
function withLag(
  { schedule, plan, isSummary }: ExplainContext,
  successor: string,
  dependency: Dependency,
  dates: ItemDates,
): Instant {
  const { lag, predecessor } = dependency;
  const at = dates[endOfPredecessor(dependency)];
  if (!lag) return at;
  let minutes: number;
  let isElapsed: boolean;
  if (lag.kind === 'duration') {
    minutes = durationMinutes(lag.duration, plan.project.durationScale);
    isElapsed = lag.duration.isElapsed;
  } else {
    const length = isSummary(predecessor)
      ? schedule.calendarOf(predecessor).workBetween(dates.start, dates.finish)
      : dates.durationMinutes;
    minutes = wholeMinutes((length * lag.percent) / 100);
    isElapsed = lag.isElapsed || dates.isElapsed;
  }
  if (minutes === 0 || isElapsed) return at + minutes;
  return schedule.lagCalendarOf(successor).addWork(at, minutes);
}

/** [SUM-4] SNET and MSO of a summary keep its parts from starting earlier. */
function summaryConstraint({ schedule }: ExplainContext, summary: Task): readonly Bound[] {
  const { constraint, id } = summary;
  if (constraint?.kind !== 'SNET' && constraint?.kind !== 'MSO') return [];
  const at = startMoment(constraint.date, schedule.calendarOf(id));
  const reason = { kind: 'constraint', constraint, holder: id, against: undefined } as const;
  return [{ at, end: 'start', reason }];
}
