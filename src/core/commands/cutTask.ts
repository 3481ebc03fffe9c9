import { ok, type Result } from '../base/result.ts';
import { formatDay, type Instant } from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import { isClosed } from '../model/task.ts';
import { workBefore } from '../schedule/cutWork.ts';
import type { Bar } from '../schedule/taskEdits.ts';
import type { CommandContext } from './command.ts';
import { nameOf, refuse } from './commandPlan.ts';
import { resolveItem } from './resolveId.ts';

/** A task, and how many minutes of its work lie before the moment at which it is cut. */
export interface CutTask {
  readonly bar: Bar;
  readonly after: number;
}

/** Refused for what has no work of its own, and where no work lies on both sides of the cut. */
export function findCut(
  ctx: CommandContext,
  { id, at }: { readonly id: string; readonly at: Instant },
): Result<CutTask, Problem> {
  const found = resolveItem(ctx.snapshot, id);
  if (!found.ok) return found;
  const item = found.value;
  const schedule = ctx.schedule();
  const dates = schedule.datesOf(item.id);
  if (item.kind !== 'task' || dates?.kind !== 'task') {
    const message = `${nameOf(item)} has no work of its own in the schedule that could be split`;
    return refuse(message, [item.id]);
  }
  if (isClosed(item)) {
    return refuse(`${nameOf(item)} is ${item.status}; reopen it to split it`, [item.id]);
  }
  const bar = { item, dates, calendar: schedule.calendarOf(item.id) };
  const after = workBefore(bar, at, ctx.snapshot.plan.project.durationScale);
  const done = Math.round(dates.durationMinutes * dates.progress);
  if (after <= 0 || after >= dates.durationMinutes) {
    const span = `${formatDay(dates.start)} and ${formatDay(dates.finish - 1)}`;
    const message = `${nameOf(item)} has no work on both sides of ${formatDay(at)}; split it between ${span}`;
    return refuse(message, [item.id]);
  }
  if (after < done) {
    const message = `${nameOf(item)} is done beyond ${formatDay(at)}; split it later, where work is left`;
    return refuse(message, [item.id]);
  }
  return ok({ bar, after });
}
