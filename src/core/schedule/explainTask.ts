import type { Calendar } from '../calendar/calendar.ts';
import type { Instant, PlanDate } from '../model/instant.ts';
import type { Task } from '../model/task.ts';
import { finishMoment, startMoment } from './dateMeaning.ts';
import type { ExplainContext } from './explainContext.ts';
import { lateReasonOf } from './explainLate.ts';
import type { End, Reason } from './explanation.ts';
import { findBounds, type Bound } from './findBounds.ts';
import { hasBegun } from './hasBegun.ts';
import type { ItemDates } from './schedule.ts';
import { pauseMinutes, readPauses } from './splitWork.ts';
import { computeTaskWork } from './taskWork.ts';

/** What holds a task that has no parts. */
export interface HeldTask {
  readonly reason: Reason;
  readonly others: readonly Reason[];
  /** From when the reason alone would let it start; undefined where the calendar plays no part. */
  readonly allowedFrom: Instant | undefined;
  /** The moment that the reason demands for the end that it holds; undefined where it is no dependency. */
  readonly demanded?: Instant;
  readonly isDrivenByLength: boolean;
}

/** Follows the order of the engine: what happened, a pin, lateness, logic, and constraints over it. */
export function explainTask(
  ctx: ExplainContext,
  task: Task,
  { dates, end }: { readonly dates: ItemDates; readonly end: End },
): HeldTask {
  const { started, finished, pinned } = task;
  if (started || finished) return explainStarted(ctx, task, dates, end);
  if (lengthOf(ctx, task).isBegun) return explainBegun(ctx, task, dates, end);
  if (pinned) return settled({ kind: 'pinned', date: pinned }, end === 'finish');
  if (isPlannedLate(ctx, task, dates)) return settled(lateReasonOf(ctx, task.id), end === 'start');
  return explainFree(ctx, task, end);
}

/** [CON-8] [PRJ-7] False where a promise would have it before what it waits for. */
function isPlannedLate(
  { isScheduledBack }: ExplainContext,
  { constraint }: Task,
  { totalFloat }: ItemDates,
): boolean {
  const isWanted = constraint === undefined ? isScheduledBack : constraint.kind === 'ALAP';
  return isWanted && totalFloat >= 0;
}

function settled(reason: Reason, isDrivenByLength: boolean): HeldTask {
  return { reason, others: [], allowedFrom: undefined, isDrivenByLength };
}

/** [ACT-1] [ACT-2] [ACT-4] [ACT-8] */
function explainStarted(ctx: ExplainContext, task: Task, dates: ItemDates, end: End): HeldTask {
  const { started, finished } = task;
  if (finished && (end === 'finish' || !started)) {
    return settled({ kind: 'finished', date: finished }, false);
  }
  if (!started) return settled({ kind: 'unknown' }, false);
  const work = lengthOf(ctx, task);
  if (end === 'start' || work.isDone) return settled({ kind: 'started', date: started }, false);
  const held = explainRest(ctx, task, work, dates.start);
  return held ?? settled({ kind: 'progress', started, left: work.remaining }, true);
}

/** [ACT-9] It begins where it was planned to, which the status date does not move. */
function explainBegun(ctx: ExplainContext, task: Task, dates: ItemDates, end: End): HeldTask {
  const held = end === 'finish' && explainRest(ctx, task, lengthOf(ctx, task), dates.start);
  return held || explainFree(ctx, task, end);
}

/** [ACT-4] [ACT-8] What moves the finish of begun work; undefined where its length alone does. */
function explainRest(
  ctx: ExplainContext,
  { id, constraint }: Task,
  work: Length,
  start: Instant,
): HeldTask | undefined {
  const calendar = ctx.schedule.calendarOf(id);
  const least = constraint?.kind === 'FNET' ? finishMoment(constraint.date, calendar) : -Infinity;
  const { statusAt = -Infinity } = ctx;
  const planned = advance(work, calendar, start, work.duration);
  const resumed = advance(work, calendar, start, work.duration - work.remaining);
  const moved = resumed < statusAt ? advance(work, calendar, statusAt, work.remaining) : planned;
  if (constraint && least > Math.max(planned, moved)) {
    const reason = { kind: 'constraint', constraint, holder: id } as const;
    return settled({ ...reason, against: undefined }, false);
  }
  if (moved <= planned) return undefined;
  return settled({ kind: 'status-date', at: statusAt, work: 'left' }, true);
}

interface Length {
  /** Minutes, pauses counted in. */
  readonly duration: number;
  readonly remaining: number;
  readonly isElapsed: boolean;
  readonly isDone: boolean;
  /** [ACT-9] It has progressed, nobody said since when, and what is left of it is planned. */
  readonly isBegun: boolean;
}

function lengthOf({ plan, statusAt }: ExplainContext, task: Task): Length {
  const work = computeTaskWork(task, plan.project);
  const isUnplaced = !task.started && !task.finished && !task.pinned && !work.isDone;
  const isBegun = isUnplaced && statusAt !== undefined && work.remaining < work.duration;
  const pauses = readPauses(task.split, plan.project.durationScale, work.duration);
  const { all, ahead } = pauseMinutes(pauses, work.duration - work.remaining);
  return { ...work, isBegun, duration: work.duration + all, remaining: work.remaining + ahead };
}

function advance(length: Length, calendar: Calendar, at: Instant, minutes: number): Instant {
  return length.isElapsed ? at + minutes : calendar.addWork(at, minutes);
}

/** Placed by what it waits for, then by its own constraint. */
function explainFree(ctx: ExplainContext, task: Task, end: End): HeldTask {
  const length = lengthOf(ctx, task);
  const calendar = ctx.schedule.calendarOf(task.id);
  const bounds = findBounds(ctx, task, length.isDone || length.isBegun);
  const latest = findLatest(bounds, length, calendar);
  const free = latest[0] && placeFree(latest[0].start, length, calendar);
  const by = latest[0]?.bound.reason;
  const constrained = explainConstraint(task, free && by && { ...free, by }, calendar);
  if (constrained)
    return { ...constrained, isDrivenByLength: isLengthBetween(constrained.reason, end) };
  const [first, ...others] = latest;
  const { statusAt } = ctx;
  const tied = free ? tiedConstraint(task, free, calendar) : undefined;
  // [ACT-5]
  if (length.isDone && statusAt !== undefined && free && free.finish > statusAt) {
    return settled({ kind: 'status-date', at: statusAt, work: 'done' }, false);
  }
  if (!first) return settled({ kind: 'unknown' }, false);
  return {
    reason: first.bound.reason,
    others: [...others.map(({ bound }) => bound.reason), ...(tied ? [tied] : [])],
    allowedFrom: first.start,
    demanded: first.bound.at + (first.bound.delay ?? 0),
    isDrivenByLength: first.bound.end !== end,
  };
}

/** Where a task would be but for its own constraint or pin, and what would hold it there. */
export interface LogicalPlace {
  readonly start: Instant;
  readonly finish: Instant;
  readonly reasons: readonly Reason[];
}

/** Undefined where nothing but the constraint holds it. */
export function findLogicalPlace(ctx: ExplainContext, task: Task): LogicalPlace | undefined {
  const length = lengthOf(ctx, task);
  const calendar = ctx.schedule.calendarOf(task.id);
  const latest = findLatest(
    findBounds(ctx, task, length.isDone || length.isBegun),
    length,
    calendar,
  );
  const [first] = latest;
  if (!first) return undefined;
  const reasons = latest.map(({ bound }) => bound.reason);
  return { ...placeFree(first.start, length, calendar), reasons };
}

/** Where a task would be without its constraint or pin: what has begun stays where it is. */
export function findFreePlace(
  ctx: ExplainContext,
  task: Task,
): Pick<LogicalPlace, 'start' | 'finish'> | undefined {
  const dates = ctx.schedule.datesOf(task.id);
  return dates && hasBegun(task, dates) ? dates : findLogicalPlace(ctx, task);
}

interface StartBound {
  readonly bound: Bound;
  /** When the task may start for its sake. */
  readonly start: Instant;
}

/** The bounds that hold it last, in working time: the end of a period and the next start are one. */
function findLatest(
  bounds: readonly Bound[],
  length: Length,
  calendar: Calendar,
): readonly StartBound[] {
  const starts = bounds.map(bound => ({
    bound,
    start: startLeftBy(bound, length, calendar),
  }));
  const isWorking = !length.isElapsed && length.duration > 0;
  const isLater = (a: Instant, b: Instant): boolean =>
    isWorking ? calendar.workBetween(b, a) > 0 : a > b;
  let latest: StartBound[] = [];
  for (const start of starts) {
    const known = latest[0];
    if (!known || isLater(start.start, known.start)) latest = [start];
    else if (!isLater(known.start, start.start)) latest.push(start);
  }
  return latest;
}

/** [DEP-5] An elapsed lag to the end is laid on that and on the start before it, and the later holds. */
function startLeftBy({ at, end, delay = 0 }: Bound, length: Length, calendar: Calendar): Instant {
  if (end === 'start') return at;
  const start = startFor(at + delay, length, calendar);
  if (delay === 0) return start;
  const delayed = startFor(at, length, calendar) + delay;
  return calendar.workBetween(start, delayed) > 0 ? delayed : start;
}

function startFor(finish: Instant, { duration, isElapsed }: Length, calendar: Calendar): Instant {
  if (duration === 0) return finish;
  return isElapsed ? finish - duration : calendar.addWork(finish, -duration);
}

interface Placed {
  readonly start: Instant;
  readonly finish: Instant;
}

/** [TASK-1] */
function placeFree(at: Instant, length: Length, calendar: Calendar): Placed {
  if (length.duration === 0) {
    const point = calendar.previousWork(at) === at ? at : calendar.nextWork(at);
    return { start: point, finish: point };
  }
  const start = calendar.nextWork(at);
  return { start, finish: advance(length, calendar, start, length.duration) };
}

/** [CON-2] to [CON-7] The task's own constraint, where it decides. */
function explainConstraint(
  { constraint, id }: Task,
  free: (Placed & { readonly by: Reason }) | undefined,
  calendar: Calendar,
): Omit<HeldTask, 'isDrivenByLength'> | undefined {
  if (!constraint || !('date' in constraint)) return undefined;
  const { kind, date } = constraint;
  const isOfStart = isStartConstraint(kind);
  const at = momentOf(date, isOfStart, calendar);
  const logical = free ? (isOfStart ? free.start : free.finish) : -Infinity;
  if ((kind === 'SNET' || kind === 'FNET') && at <= logical) return undefined;
  if ((kind === 'SNLT' || kind === 'FNLT') && at >= logical) return undefined;
  const isEarlier = at < logical && calendar.workBetween(at, logical) > 0;
  const against = isEarlier ? free?.by : undefined;
  return {
    reason: { kind: 'constraint', constraint, holder: id, against },
    others: [],
    allowedFrom: isOfStart ? at : undefined,
  };
}

/** [CON-2] [CON-4] A constraint that holds the task exactly where what it waits for does. */
function tiedConstraint(
  { constraint, id }: Task,
  free: Placed,
  calendar: Calendar,
): Reason | undefined {
  if (constraint?.kind !== 'SNET' && constraint?.kind !== 'FNET') return undefined;
  const isOfStart = constraint.kind === 'SNET';
  const at = momentOf(constraint.date, isOfStart, calendar);
  const held = isOfStart ? free.start : free.finish;
  if (calendar.workBetween(Math.min(at, held), Math.max(at, held)) > 0) return undefined;
  return { kind: 'constraint', constraint, holder: id, against: undefined };
}

function isStartConstraint(kind: string): boolean {
  return kind === 'SNET' || kind === 'SNLT' || kind === 'MSO';
}

function momentOf(date: PlanDate, isOfStart: boolean, calendar: Calendar): Instant {
  return isOfStart ? startMoment(date, calendar) : finishMoment(date, calendar);
}

function isLengthBetween(reason: Reason, end: End): boolean {
  if (reason.kind !== 'constraint') return false;
  return isStartConstraint(reason.constraint.kind) ? end === 'finish' : end === 'start';
}
