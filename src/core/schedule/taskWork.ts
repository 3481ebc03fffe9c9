import {
  durationMinutes,
  wholeMinutes,
  type Duration,
  type DurationScale,
  type Estimate,
} from '../model/duration.ts';
import type { Assignment } from '../model/assignment.ts';
import type { Project } from '../model/project.ts';
import type { Task } from '../model/task.ts';

/** How long a task takes, and how much of that is still to come, in minutes. */
export interface TaskWork {
  readonly duration: number;
  readonly remaining: number;
  readonly isElapsed: boolean;
  /** Nothing is left to do, whatever the status says. */
  readonly isDone: boolean;
  /** False when neither duration nor estimate is given. */
  readonly isGiven: boolean;
}

/** [DUR-1] to [DUR-5]: length from duration, estimate and people; then what progress leaves of it. */
export function computeTaskWork(task: Task, project: Project): TaskWork {
  const { length, isElapsed, isGiven } = plannedLength(task, project);
  const scale = project.durationScale;
  if (task.status === 'done' || task.finished) {
    return { duration: length, remaining: 0, isElapsed, isDone: true, isGiven };
  }
  const progress = Math.min(1, Math.max(0, task.progress ?? 0));
  const done = Math.round(length * progress);
  if (!task.remaining) {
    const isDone = progress === 1;
    return { duration: length, remaining: length - done, isElapsed, isDone, isGiven };
  }
  const remaining = expectedEffort(task.remaining, scale);
  const spent = task.progress === undefined ? Math.max(0, length - remaining) : done;
  return { duration: spent + remaining, remaining, isElapsed, isDone: remaining === 0, isGiven };
}

function plannedLength(
  task: Task,
  project: Project,
): { length: number; isElapsed: boolean; isGiven: boolean } {
  const scale = project.durationScale;
  if (task.duration) {
    const length = Math.max(0, durationMinutes(task.duration, scale));
    return { length, isElapsed: task.duration.isElapsed, isGiven: true };
  }
  if (!task.estimate) return { length: scale.minutesPerDay, isElapsed: false, isGiven: false };
  const effort = expectedEffort(task.estimate, scale);
  if (task.estimate.optimistic.isElapsed) return { length: effort, isElapsed: true, isGiven: true };
  return {
    length: wholeMinutes(effort / totalUnits(task, project)),
    isElapsed: false,
    isGiven: true,
  };
}

/** [DUR-3] Minutes of effort: the likely value; the middle of a range that names none. */
export function expectedEffort(estimate: Estimate, scale: DurationScale): number {
  const { optimistic, likely, pessimistic } = estimate;
  const minutes = (duration: Duration): number => Math.max(0, durationMinutes(duration, scale));
  return likely ? minutes(likely) : Math.round((minutes(optimistic) + minutes(pessimistic)) / 2);
}

/**
 * [DUR-2] Shares add up; nobody gives more than the share that the project has of them. Of people
 * who give nothing the work would never be done, so they count as none.
 */
function totalUnits(task: Task, project: Project): number {
  let total = 0;
  for (const assignment of task.assignees) total += unitsOf(assignment, project);
  return total > 0 ? total : 1;
}

/** [DUR-2] The share that a person gives: not more than the project has of them. */
export function unitsOf({ person, units }: Assignment, project: Project): number {
  return Math.min(units, project.people.get(person)?.units ?? units);
}
