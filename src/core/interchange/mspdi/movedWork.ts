import type { Instant } from '../../model/instant.ts';
import type { Plan } from '../../model/plan.ts';
import { computeSchedule } from '../../schedule/computeSchedule.ts';
import { movingStatusDay, statusMoment } from '../../schedule/projectStart.ts';
import type { Schedule } from '../../schedule/schedule.ts';

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
