import type { Task } from '../model/task.ts';
import type { ItemDates } from './schedule.ts';

/** [ACT-1] [ACT-9] True of a task whose start nothing moves any more, said or not since when. */
export function hasBegun({ started, finished, pinned }: Task, dates: ItemDates): boolean {
  if (dates.kind === 'summary') return false;
  if (started !== undefined || finished !== undefined) return true;
  return pinned === undefined && dates.progress > 0 && dates.progress < 1;
}
