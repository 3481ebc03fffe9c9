import { durationMinutes } from '../../model/duration.ts';
import type { Project } from '../../model/project.ts';
import type { Task } from '../../model/task.ts';
import { computeTaskWork, expectedEffort } from '../../schedule/taskWork.ts';

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

export function taskEffort(task: Task, project: Project): TaskEffort {
  const scale = project.durationScale;
  const {
    duration: planned,
    remaining: left,
    isElapsed,
    isDone,
    isGiven,
  } = computeTaskWork(task, project);
  const duration = task.duration ? Math.max(0, durationMinutes(task.duration, scale)) : planned;
  const remaining = isDone ? 0 : left;
  const done = isDone ? duration : planned - left;
  const share = planned === 0 ? 0 : done / planned;
  const percent = isDone ? 100 : Math.min(99, Math.round((task.progress ?? share) * 100));
  const effort = task.estimate ? expectedEffort(task.estimate, scale) : undefined;
  const work = effort ?? (task.assignees.length > 0 ? duration : 0);
  return { duration, isElapsed, isGiven, done, remaining, percent, work };
}
