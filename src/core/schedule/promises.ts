import type { Plan } from '../model/plan.ts';
import { finishMoment } from './dateMeaning.ts';
import type { Schedule } from './schedule.ts';

/** [DL-1] [MS-1] True for a promise that the computed finish does not keep. */
export function isPromiseMissed(plan: Plan, schedule: Schedule, id: string): boolean {
  const dates = schedule.datesOf(id);
  const task = plan.tasks.get(id);
  const milestone = plan.milestones.get(id);
  const promise = task?.deadline ?? milestone?.due;
  if (!dates || !promise || milestone?.reached) return false;
  if (task && (task.finished || task.status === 'done')) return false;
  return dates.finish > finishMoment(promise, schedule.calendarOf(id));
}
