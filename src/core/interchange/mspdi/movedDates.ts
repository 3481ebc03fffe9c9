import type { Instant } from '../../model/instant.ts';
import type { Task } from '../../model/task.ts';
import { isScheduledBack } from '../../schedule/projectStart.ts';
import type { ExportContext } from './exportContext.ts';
import type { TaskEffort } from './taskEffort.ts';

/** Where a task that has not begun was moved to; undefined where something else holds it there. */
export function movedStart(
  { plan, schedule, moved }: ExportContext,
  task: Task,
): Instant | undefined {
  const { constraint, id } = task;
  const kind = constraint?.kind ?? (isScheduledBack(plan.project) ? 'ALAP' : 'ASAP');
  if (!moved || task.started || task.finished || task.pinned) return undefined;
  if (kind !== 'ASAP' && kind !== 'SNET') return undefined;
  const start = schedule.datesOf(id)?.start;
  const before = moved.unmoved.datesOf(id)?.start;
  if (start === undefined || before === undefined || start <= before) return undefined;
  const isElsewhere = schedule.calendarOf(id).workBetween(moved.statusAt, start) > 0;
  return isElsewhere ? undefined : start;
}

/** [ACT-9] When work began that has progressed, nobody said since when; undefined for other work. */
export function supposedStart(
  { schedule, moved }: ExportContext,
  task: Task,
  { done, remaining }: TaskEffort,
): Instant | undefined {
  const isDated = task.started !== undefined || task.finished !== undefined || task.pinned;
  if (!moved || isDated || done <= 0 || remaining <= 0) return undefined;
  return schedule.datesOf(task.id)?.start;
}
