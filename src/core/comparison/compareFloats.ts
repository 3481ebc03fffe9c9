import type { ScheduledPlan } from '../scenario/compareSchedules.ts';
import { titleOf } from '../scenario/compareSchedules.ts';
import { isClosed } from '../model/task.ts';

/** How much an open task may slip before the project or a promise does; minutes, negative where it is late. */
export interface FloatChange {
  readonly id: string;
  readonly title: string;
  readonly before: number;
  readonly after: number;
}

/** Open tasks that have more or less time to spare than before; what lost the most comes first. */
export function compareFloats(before: ScheduledPlan, after: ScheduledPlan): readonly FloatChange[] {
  const found = after.schedule.ids.flatMap((id): readonly FloatChange[] => {
    const task = after.plan.tasks.get(id);
    const [old, now] = [before.schedule.datesOf(id), after.schedule.datesOf(id)];
    if (!task || isClosed(task) || !old || !now || now.kind === 'summary') return [];
    if (old.totalFloat === now.totalFloat) return [];
    const title = titleOf(after.plan, id);
    return [{ id, title, before: old.totalFloat, after: now.totalFloat }];
  });
  return found.sort((a, b) => a.after - a.before - (b.after - b.before));
}
