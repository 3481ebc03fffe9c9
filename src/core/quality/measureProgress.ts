import type { Instant } from '../model/instant.ts';
import type { Figures } from './figures.ts';
import type { Reviewed, ReviewedTask } from './reviewedPlan.ts';

/** Of the tasks that the baseline has finished by now, those that are not, or were late. */
export function missedTasks({ tasks, baseline, now }: Reviewed): Figures | undefined {
  if (!baseline) return undefined;
  const due = tasks.filter(({ task }) => (baseline.items.get(task.id)?.finish ?? Infinity) <= now);
  if (due.length === 0) return undefined;
  const missed = due.filter(each => {
    const planned = baseline.items.get(each.task.id)?.finish ?? Infinity;
    return !isDone(each) || each.dates.finish > planned;
  });
  const items = missed.map(({ task }) => task.id);
  return { key: 'missedTasks', found: items.length, of: due.length, items };
}

/**
 * Tasks finished so far over those that were to be: those that the baseline has finished by now and
 * those that it does not know, as in point 14 of the assessment (DCMA-EA PAM 200.1, 2012). Unlike
 * there, nothing is measured before the first task is due by the baseline, as new tasks alone say
 * nothing of the pace, and tasks that have been dropped since are no longer owed.
 */
export function indexOfExecution({ tasks, baseline, now }: Reviewed): Figures | undefined {
  if (!baseline) return undefined;
  const finishOf = ({ task }: ReviewedTask): Instant | undefined =>
    baseline.items.get(task.id)?.finish;
  if (!tasks.some(each => (finishOf(each) ?? Infinity) <= now)) return undefined;
  const owed = tasks.filter(each => (finishOf(each) ?? -Infinity) <= now);
  const done = tasks.filter(each => isDone(each) && each.dates.finish <= now);
  const items = owed.filter(each => !isDone(each)).map(({ task }) => task.id);
  const value = done.length / owed.length;
  return { key: 'baselineExecution', found: done.length, of: owed.length, items, value };
}

function isDone({ task }: ReviewedTask): boolean {
  return task.status === 'done' || task.finished !== undefined;
}

/**
 * The working time left and the float to the promised finish, over the working time left. The float is
 * that of the whole project to its promise, and not the total float of a task, which point 13 of
 * DCMA-EA PAM 200.1 takes for it: here deadlines of single tasks bear on that too. Where the project
 * promises no finish, that of the baseline is the promise.
 */
export function indexOfLength(reviewed: Reviewed): Figures | undefined {
  const { schedule, now } = reviewed;
  const promised = promisedFinish(reviewed);
  if (promised === undefined || schedule.finish <= now) return undefined;
  const { calendar } = schedule;
  const from = Math.max(now, schedule.start);
  const left = calendar.workBetween(from, schedule.finish);
  if (left <= 0) return undefined;
  const float = calendar.workBetween(schedule.finish, promised);
  const items = schedule.ids.filter(id => schedule.datesOf(id)?.isCritical === true);
  return { key: 'criticalPathLength', found: 0, of: 1, items, value: (left + float) / left };
}

/** Undefined where neither the project nor a baseline says when it is to end. */
function promisedFinish({ plan, baseline }: Reviewed): Instant | undefined {
  const { finish } = plan.project;
  if (finish) return finish.at + (finish.hasTime ? 0 : 1440);
  if (!baseline || baseline.items.size === 0) return undefined;
  let last = -Infinity;
  for (const item of baseline.items.values()) last = Math.max(last, item.finish);
  return last;
}
