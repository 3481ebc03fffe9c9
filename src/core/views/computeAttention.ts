import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { Instant } from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import { isLive } from '../model/risk.ts';
import { severities } from '../model/severity.ts';
import { isClosed, type Task } from '../model/task.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Attention, AttentionItem } from './attention.ts';
import { isMilestoneLate } from './computePlanTree.ts';
import { formatShortDay, formatWork, lastDay } from './dayText.ts';
import type { ViewContext } from './viewContext.ts';
import { createWaiting, type Waiting } from './waiting.ts';

interface AttentionContext {
  readonly snapshot: Snapshot;
  readonly schedule: Schedule;
  readonly today: Instant;
  readonly waiting: Waiting;
}

/** How many tasks are offered as the next ones. */
const nextCount = 10;

/**
 * What needs a person.
 *
 * @param ctx of the same snapshot and schedule
 */
export function computeAttention(
  snapshot: Snapshot,
  schedule: Schedule,
  ctx: Pick<ViewContext, 'today' | 'problems'>,
): Attention {
  const waiting = createWaiting(snapshot.plan);
  const context = { snapshot, schedule, today: ctx.today, waiting };
  const open = [...snapshot.plan.tasks.values()].filter(
    task => !isClosed(task) && !waiting.isSummary(task.id),
  );
  return {
    overdue: [...overdueMilestones(context), ...overdueTasks(open, context)],
    blocked: open.filter(task => task.status === 'blocked').map(task => blocked(task, context)),
    next: nextTasks(open, context),
    reviews: dueReviews(context),
    problems: orderProblems(ctx.problems),
  };
}

/** Open milestones whose due day is over, the oldest promise first. */
function overdueMilestones({ snapshot, schedule, today }: AttentionContext): AttentionItem[] {
  return [...snapshot.plan.milestones.values()]
    .filter(
      milestone =>
        milestone.due !== undefined &&
        milestone.due.at + (milestone.due.hasTime ? 0 : 1440) < today &&
        isMilestoneLate(milestone, schedule.datesOf(milestone.id), today),
    )
    .sort(
      compareBy(
        (a, b) => compareNumber(a.due?.at, b.due?.at),
        (a, b) => compareText(a.id, b.id),
      ),
    )
    .map(({ id, kind, title, due }) => ({
      id,
      kind,
      title,
      reason: `due ${formatShortDay(due?.at ?? today, today)}`,
    }));
}

/** The longest overdue first. */
function overdueTasks(
  open: readonly Task[],
  { snapshot, schedule, today }: AttentionContext,
): AttentionItem[] {
  const perDay = snapshot.plan.project.durationScale.minutesPerDay;
  const overdue: { readonly task: Task; readonly dates: ItemDates }[] = [];
  for (const task of open) {
    const dates = schedule.datesOf(task.id);
    if (dates && dates.finish <= today) overdue.push({ task, dates });
  }
  return overdue
    .sort(
      compareBy(
        (a, b) => compareNumber(a.dates.finish, b.dates.finish),
        (a, b) => compareText(a.task.id, b.task.id),
      ),
    )
    .map(({ task: { id, kind, title }, dates }) => {
      const late = schedule.calendarOf(id).workBetween(dates.finish, today);
      const ended = formatShortDay(lastDay(dates.start, dates.finish), today);
      const reason = late > 0 ? `${formatWork(late, perDay)} late` : `should be done ${ended}`;
      return { id, kind, title, reason };
    });
}

function blocked(task: Task, { waiting }: AttentionContext): AttentionItem {
  const { id, kind, title } = task;
  const waits = waiting.waitsFor(task).map(({ title: other }) => other);
  return { id, kind, title, reason: waits.length > 0 ? `waits for ${waits.join(', ')}` : '' };
}

/** Begun tasks first, then those that can begin now; among them the least float decides. */
function nextTasks(
  open: readonly Task[],
  { snapshot, schedule, today, waiting }: AttentionContext,
): AttentionItem[] {
  const perDay = snapshot.plan.project.durationScale.minutesPerDay;
  const ready: { readonly task: Task; readonly dates: ItemDates }[] = [];
  for (const task of open) {
    if (task.status === 'blocked' || waiting.isWaiting(task)) continue;
    const dates = schedule.datesOf(task.id);
    if (dates && dates.finish > today) ready.push({ task, dates });
  }
  return ready
    .sort(
      compareBy(
        (a, b) => Number(a.task.status === 'todo') - Number(b.task.status === 'todo'),
        (a, b) => compareNumber(a.dates.totalFloat, b.dates.totalFloat),
        (a, b) => compareNumber(a.dates.start, b.dates.start),
        (a, b) => compareText(a.task.id, b.task.id),
      ),
    )
    .slice(0, nextCount)
    .map(({ task: { id, kind, title, status }, dates }) => ({
      id,
      kind,
      title,
      reason: [
        status === 'todo' ? `from ${formatShortDay(dates.start, today)}` : status,
        dates.totalFloat === 0 ? 'no float' : `${formatWork(dates.totalFloat, perDay)} float`,
      ].join(' · '),
    }));
}

function dueReviews({ snapshot, today }: AttentionContext): AttentionItem[] {
  return [...snapshot.plan.risks.values()]
    .filter(risk => isLive(risk) && risk.reviewBy !== undefined && risk.reviewBy.at <= today)
    .sort(
      compareBy(
        (a, b) => compareNumber(a.reviewBy?.at, b.reviewBy?.at),
        (a, b) => compareText(a.id, b.id),
      ),
    )
    .map(({ id, kind, title, reviewBy }) => ({
      id,
      kind,
      title,
      reason: `review by ${formatShortDay(reviewBy?.at ?? today, today)}`,
    }));
}

function orderProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems
    .filter(({ severity }) => severity !== 'info')
    .sort(
      compareBy(
        (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
        (a, b) => compareText(a.file ?? '', b.file ?? ''),
        (a, b) => compareNumber(a.range?.start.line, b.range?.start.line),
        (a, b) => compareText(a.code, b.code),
      ),
    );
}
