import { durationMinutes } from '../../model/duration.ts';
import type { Task } from '../../model/task.ts';
import { computeTaskWork, expectedEffort } from '../../schedule/taskWork.ts';
import type { ExportContext } from './exportContext.ts';

type EffortContext = Pick<ExportContext, 'plan' | 'schedule' | 'hours'>;

/** Lengths and effort of a task as the format counts them, in minutes. */
export interface TaskEffort {
  readonly duration: number;
  readonly isElapsed: boolean;
  readonly isGiven: boolean;
  readonly done: number;
  readonly remaining: number;
  /** 0 to 100, whole. */
  readonly percent: number;
  readonly work: number;
}

export function taskEffort(task: Task, ctx: EffortContext): TaskEffort {
  const { project } = ctx.plan;
  const scale = project.durationScale;
  const {
    duration: planned,
    remaining: left,
    isElapsed,
    isDone,
    isGiven,
  } = computeTaskWork(task, project);
  const spread = spreadOf(task, planned, ctx);
  const whole = task.duration ? Math.max(0, durationMinutes(task.duration, scale)) : planned;
  const duration = Math.round(whole * spread);
  const remaining = isDone ? 0 : Math.round(left * spread);
  const done = isDone ? duration : Math.round((planned - left) * spread);
  const share = planned === 0 ? 0 : (planned - left) / planned;
  const percent = isDone ? 100 : Math.min(99, Math.round((task.progress ?? share) * 100));
  const effort = task.estimate ? expectedEffort(task.estimate, scale) : undefined;
  const work = effort ?? (task.assignees.length > 0 ? duration : 0);
  return { duration, isElapsed, isGiven, done, remaining, percent, work };
}

/**
 * [DUR-2] By how much an effort takes longer than it would if all were there all the time: the format
 * counts a length in the hours in which anybody works.
 */
function spreadOf(task: Task, planned: number, { schedule, hours }: EffortContext): number {
  const dates = schedule.datesOf(task.id);
  if (!dates || planned === 0 || task.duration || task.assignees.length < 2) return 1;
  const anybody = hours.placeFor({ ...task, estimate: undefined });
  if (anybody === hours.placeFor(task)) return 1;
  return Math.max(1, hours.at(anybody).workBetween(dates.start, dates.finish) / planned);
}
