import { formatDay, type PlanDate } from '../model/instant.ts';
import type { ProblemCode } from '../model/problemCodes.ts';
import type { Task } from '../model/task.ts';
import { isBefore } from './dateMeaning.ts';

/** Finds fault with a field; `says` goes on after the name of the item. */
export type Report = (code: ProblemCode, field: string, says: string) => void;

/** [ACT-7] What status, progress and dates of a task say against one another. */
export function checkProgress(task: Task, statusDay: PlanDate | undefined, report: Report): void {
  const mismatch = (field: string, says: string): void => report('progress-mismatch', field, says);
  checkDates(task, statusDay, mismatch);
  if (task.status === 'done') checkDone(task, mismatch);
  else checkOpen(task, mismatch);
}

type Mismatch = (field: string, says: string) => void;

function checkDates(
  { started, finished }: Task,
  statusDay: PlanDate | undefined,
  mismatch: Mismatch,
): void {
  if (started && finished && finished.at < started.at) {
    mismatch('finished', `was finished before it was started; correct one of the two dates`);
  }
  if (!statusDay) return;
  for (const [field, date] of [
    ['started', started],
    ['finished', finished],
  ] as const) {
    if (!date || !isBefore(statusDay, date)) continue;
    mismatch(
      field,
      `was ${field} on ${formatDay(date.at)}, after the status date ${formatDay(statusDay.at)}; correct one of the two dates`,
    );
  }
}

function checkDone({ progress, remaining }: Task, mismatch: Mismatch): void {
  if (progress !== undefined && progress < 1) {
    const share = `${Math.round(progress * 100)}%`;
    mismatch('progress', `is done but its progress is ${share}; take the progress out`);
  }
  if (remaining && remaining.pessimistic.value > 0) {
    mismatch('remaining', `is done but has work remaining; take the remaining work out`);
  }
}

function checkOpen(task: Task, mismatch: Mismatch): void {
  const { status, progress, started, finished, remaining } = task;
  if (finished) {
    const day = formatDay(finished.at);
    mismatch(
      'status',
      `was finished on ${day} but its status is ${status}; set the status to done`,
    );
  } else if (progress === 1 && remaining && remaining.pessimistic.value > 0) {
    mismatch(
      'remaining',
      `has a progress of 100% and work remaining; correct the one or take the other out`,
    );
  } else if ((progress === 1 || isNothing(remaining)) && status !== 'review') {
    const [field, way] =
      progress === 1 ? ['progress', 'lower the progress'] : ['remaining', 'say what remains'];
    mismatch(
      field,
      `has all its work done but its status is ${status}; set the status to done, or ${way}`,
    );
  } else if (status === 'todo' && (started || (progress ?? 0) > 0)) {
    mismatch('status', `has begun but its status is todo; set the status to doing`);
  }
}

/** [DUR-3] Of a range, the likely value counts. */
function isNothing(remaining: Task['remaining']): boolean {
  return remaining !== undefined && (remaining.likely ?? remaining.pessimistic).value === 0;
}
