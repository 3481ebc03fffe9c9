import type { Calendar } from '../calendar/calendar.ts';
import { durationMinutes, wholeMinutes } from '../model/duration.ts';
import type { Dependency } from '../model/dependency.ts';
import type { Instant } from '../model/instant.ts';
import type { Task } from '../model/task.ts';
import { finishMoment, startMoment } from './dateMeaning.ts';
import type { ExplainContext } from './explainContext.ts';
import type { LateReason } from './explanation.ts';
import { boundDates, endOfPredecessor, endOfSuccessor } from './findBounds.ts';
import { hasBegun } from './hasBegun.ts';
import type { ItemDates } from './schedule.ts';

interface Limit {
  /** The latest finish that it leaves. */
  readonly at: Instant;
  readonly reason: LateReason;
}

/**
 * [LATE-2] What comes first of all that keeps an item from ending later: a promise of its own or of
 * its summaries, what waits for it, the finish of the project.
 *
 * @param except where the chain comes from, which a task and its milestone would send it back to
 */
export function lateReasonOf(ctx: ExplainContext, id: string, except?: string): LateReason {
  const { schedule } = ctx;
  const dates = schedule.datesOf(id);
  const last = projectEnd(ctx);
  if (!dates) return last.reason;
  const calendar = schedule.calendarOf(id);
  const rooms = roomsOf(ctx, id, dates).filter(
    ({ reason }) => reason.kind !== 'successor' || reason.successor !== except,
  );
  const limits = [...promisesOf(ctx, id, dates), ...rooms, last];
  // In working time of the item, so that an evening and the next morning are one.
  const isEarlier = (a: Limit, b: Limit): boolean => calendar.workBetween(a.at, b.at) > 0;
  return limits.reduce((first, limit) => (isEarlier(limit, first) ? limit : first)).reason;
}

/** [LATE-1] [PRJ-7] */
function projectEnd({ plan, schedule, isScheduledBack }: ExplainContext): Limit {
  const stated = isScheduledBack ? plan.project.finish : undefined;
  const at = stated ? finishMoment(stated, schedule.calendar) : schedule.finish;
  return { at, reason: { kind: 'project-finish', at, isStated: stated !== undefined } };
}

/** [DL-1] [CON-3] [CON-5] to [CON-7] [SUM-4] [MS-1] Dates that it must keep itself. */
function promisesOf(ctx: ExplainContext, id: string, dates: ItemDates): readonly Limit[] {
  const { plan, schedule } = ctx;
  const limits: Limit[] = [];
  const due = plan.milestones.get(id)?.due;
  const own = ctx.taskOf(id);
  if (due) {
    const reason = { kind: 'deadline', date: due, holder: id } as const;
    limits.push({ at: finishMoment(due, schedule.calendarOf(id)), reason });
  }
  for (const task of own ? [own, ...bindingSummaries(ctx, id)] : []) {
    const calendar = schedule.calendarOf(task.id);
    const { constraint, deadline, id: holder } = task;
    if (deadline) {
      const at = finishMoment(deadline, calendar);
      limits.push({ at, reason: { kind: 'deadline', date: deadline, holder } });
    }
    if (!constraint || !('date' in constraint)) continue;
    const reason = { kind: 'limit', constraint, holder } as const;
    if (constraint.kind === 'FNLT' || constraint.kind === 'MFO') {
      limits.push({ at: finishMoment(constraint.date, calendar), reason });
    } else if (holder === id && isOfStart(constraint.kind) && !hasBegun(task, dates)) {
      limits.push({
        at: fromStart(startMoment(constraint.date, calendar), dates, calendar),
        reason,
      });
    }
  }
  return limits;
}

/** [ACT-8] Limits that hold nothing of what has begun. */
function isOfStart(kind: string): boolean {
  return kind === 'SNLT' || kind === 'MSO';
}

/** [SUM-7] Those that end with it: one that stands by itself, and what is around that, do not. */
function bindingSummaries(ctx: ExplainContext, id: string): readonly Task[] {
  const summaries = ctx.summariesOf(id);
  const standing = summaries.findIndex(summary => ctx.isStanding(summary.id));
  return standing < 0 ? summaries : summaries.slice(0, standing);
}

function fromStart(start: Instant, dates: ItemDates, calendar: Calendar): Instant {
  const { isElapsed, durationMinutes: length } = dates;
  return isElapsed ? start + length : calendar.addWork(start, length);
}

/** What the successors leave: its own, those of the summaries that it is part of, its milestone. */
function roomsOf(ctx: ExplainContext, id: string, dates: ItemDates): readonly Limit[] {
  const { schedule } = ctx;
  const limits: Limit[] = [];
  for (const from of [id, ...bindingSummaries(ctx, id).map(summary => summary.id)]) {
    for (const { holder, dependency } of ctx.linksFrom(from)) {
      if (!boundDates(ctx, holder, dependency)) continue;
      const isOfStart = endOfPredecessor(dependency) === 'start';
      // [SUM-5] By its start, a summary hands on to its earliest part alone.
      if (from !== id && isOfStart && schedule.datesOf(from)?.start !== dates.start) continue;
      // [SUM-3]
      for (const successor of ctx.leavesOf(holder)) {
        const at = roomOf(ctx, successor, dependency);
        if (at === undefined) continue;
        limits.push({
          at: isOfStart ? fromStart(at, dates, schedule.calendarOf(id)) : at,
          reason: { kind: 'successor', successor, dependency },
        });
      }
    }
  }
  limits.push(...membershipRooms(ctx, id, dates));
  return limits;
}

/**
 * [MS-1] [MS-4] What a milestone leaves its tasks, and the last of these leave it. They come after
 * all else, because each of the two may only hand on what the other has.
 */
function membershipRooms(ctx: ExplainContext, id: string, dates: ItemDates): readonly Limit[] {
  const { plan, schedule, taskOf, tasksOf } = ctx;
  const own = taskOf(id)?.milestone;
  const isReached = plan.milestones.get(own ?? id)?.reached !== undefined;
  if (isReached) return [];
  const last = tasksOf(id).filter(task => schedule.datesOf(task)?.finish === dates.finish);
  return [...(own === undefined ? [] : [own]), ...last].flatMap(successor => {
    const at = schedule.datesOf(successor)?.lateFinish;
    return at === undefined
      ? []
      : [{ at, reason: { kind: 'successor', successor, dependency: undefined } as const }];
  });
}

/** How late the end may be that a dependency hangs on, for the sake of the successor's late dates. */
function roomOf(
  { plan, schedule }: ExplainContext,
  successor: string,
  dependency: Dependency,
): Instant | undefined {
  const dates = schedule.datesOf(successor);
  // [ACT-6] What is finished presses on nothing.
  if (!dates || plan.tasks.get(successor)?.finished) return undefined;
  const late = endOfSuccessor(dependency) === 'start' ? dates.lateStart : dates.lateFinish;
  const { lag, predecessor } = dependency;
  if (!lag) return late;
  if (lag.kind === 'duration') {
    const minutes = durationMinutes(lag.duration, plan.project.durationScale);
    if (lag.duration.isElapsed) return late - minutes;
    return schedule.lagCalendarOf(successor).addWork(late, -minutes);
  }
  const length = schedule.datesOf(predecessor)?.durationMinutes ?? 0;
  const minutes = wholeMinutes((length * lag.percent) / 100);
  return lag.isElapsed ? late - minutes : schedule.lagCalendarOf(successor).addWork(late, -minutes);
}
