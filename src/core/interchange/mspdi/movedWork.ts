import type { Instant } from '../../model/instant.ts';
import type { Plan } from '../../model/plan.ts';
import type { Task } from '../../model/task.ts';
import { computeSchedule } from '../../schedule/computeSchedule.ts';
import { isScheduledBack, movingStatusDay, statusMoment } from '../../schedule/projectStart.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { ExportContext } from './exportContext.ts';
import type { TaskEffort } from './taskEffort.ts';

/**
 * [ACT-10] A status date that moves open work. Project's moves nothing, so that what it moves has to
 * be said by dates of the tasks.
 */
export interface MovedWork {
  readonly statusAt: Instant;
  /** The plan with everything where it was before. */
  readonly unmoved: Schedule;
}

/** Undefined where the status date of the plan moves nothing. */
export function findMovedWork(plan: Plan, { calendar }: Schedule): MovedWork | undefined {
  const statusAt = statusMoment(movingStatusDay(plan.project, undefined), calendar);
  if (statusAt === undefined) return undefined;
  const project = { ...plan.project, movesOpenWork: false };
  return { statusAt, unmoved: computeSchedule({ ...plan, project }) };
}

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
