import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { Instant } from '../model/instant.ts';
import { hasEnded } from '../model/milestone.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Attention } from './attention.ts';
import { isMilestoneLate } from './computePlanTree.ts';
import type { Status } from './status.ts';

/**
 * The plan in a line.
 *
 * @param ctx.today now, on the plan's zone-less line
 */
export function computeStatus(
  snapshot: Snapshot,
  schedule: Schedule,
  ctx: { readonly today: Instant; readonly attention: Attention },
): Status {
  const { plan } = snapshot;
  const parents = new Set([...plan.tasks.values()].map(task => task.parent));
  const work = [...plan.tasks.values()].filter(
    task => task.status !== 'dropped' && !parents.has(task.id),
  );
  return {
    name: plan.project.name,
    overdue: ctx.attention.overdue.length,
    errors: ctx.attention.problems.filter(({ severity }) => severity === 'error').length,
    tasks: { done: work.filter(task => task.status === 'done').length, all: work.length },
    finish: schedule.ids.length > 0 ? schedule.finish : undefined,
    next: nextMilestone(snapshot, schedule, ctx.today),
  };
}

function nextMilestone(snapshot: Snapshot, schedule: Schedule, today: Instant): Status['next'] {
  const [next] = [...snapshot.plan.milestones.values()]
    .flatMap(milestone => {
      if (hasEnded(milestone)) return [];
      const dates = schedule.datesOf(milestone.id);
      const date = dates?.finish ?? milestone.due?.at;
      return date === undefined ? [] : [{ milestone, dates, date }];
    })
    .sort(
      compareBy(
        (a, b) => compareNumber(a.date, b.date),
        (a, b) => compareText(a.milestone.id, b.milestone.id),
      ),
    );
  if (!next) return undefined;
  const { milestone, dates, date } = next;
  const { id, title } = milestone;
  return { id, title, date, isLate: isMilestoneLate(milestone, dates, today) };
}
