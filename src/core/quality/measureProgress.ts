import type { Figures } from './figures.ts';
import type { Reviewed } from './reviewedPlan.ts';

/** Of the tasks that the baseline has finished by now, those that are not, or were late. */
export function missedTasks({ tasks, baseline, now }: Reviewed): Figures | undefined {
  if (!baseline) return undefined;
  const due = tasks.filter(({ task }) => (baseline.items.get(task.id)?.finish ?? Infinity) <= now);
  if (due.length === 0) return undefined;
  const missed = due.filter(({ task, dates }) => {
    const planned = baseline.items.get(task.id)?.finish ?? Infinity;
    const isDone = task.status === 'done' || task.finished !== undefined;
    return !isDone || dates.finish > planned;
  });
  const items = missed.map(({ task }) => task.id);
  return { key: 'missedTasks', found: items.length, of: due.length, items };
}

/** Tasks finished so far over tasks that the baseline has finished by now. */
export function indexOfExecution({ tasks, baseline, now }: Reviewed): Figures | undefined {
  if (!baseline) return undefined;
  const planned = tasks.filter(({ task }) => {
    return (baseline.items.get(task.id)?.finish ?? Infinity) <= now;
  });
  if (planned.length === 0) return undefined;
  const isDone = ({ task }: (typeof tasks)[number]): boolean =>
    task.status === 'done' || task.finished !== undefined;
  const done = tasks.filter(each => isDone(each) && each.dates.finish <= now);
  const items = planned.filter(each => !isDone(each)).map(({ task }) => task.id);
  const value = done.length / planned.length;
  return { key: 'baselineExecution', found: done.length, of: planned.length, items, value };
}

/** The working time left and the float to the promised finish, over the working time left. */
export function indexOfLength({ plan, schedule, now }: Reviewed): Figures | undefined {
  const { finish } = plan.project;
  if (!finish || schedule.finish <= now) return undefined;
  const { calendar } = schedule;
  const from = Math.max(now, schedule.start);
  const left = calendar.workBetween(from, schedule.finish);
  if (left <= 0) return undefined;
  const promised = finish.at + (finish.hasTime ? 0 : 1440);
  const float = calendar.workBetween(schedule.finish, promised);
  const items = schedule.ids.filter(id => schedule.datesOf(id)?.isCritical === true);
  return { key: 'criticalPathLength', found: 0, of: 1, items, value: (left + float) / left };
}
