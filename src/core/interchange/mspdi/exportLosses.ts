import { formatDay, minutesPerDay } from '../../model/instant.ts';
import type { Plan } from '../../model/plan.ts';
import { createProblem, type Problem } from '../../model/problem.ts';
import type { Task } from '../../model/task.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { computeTaskWork } from '../../schedule/taskWork.ts';
import { lastDayWritten } from './calendarTime.ts';
import { mostBaselines, numberBaselines } from './numberBaselines.ts';

/** What of a plan its file for Project does not say. */
export function exportLosses(plan: Plan, schedule: Schedule): readonly Problem[] {
  return [...lostBaselines(plan), ...lostHours(plan), ...lostMoves(plan, schedule)];
}

/** So many tasks are named of those that differ. */
const mostNamed = 5;

/** [ACT-4] The format has a pause only after work that is done. */
function lostMoves(plan: Plan, schedule: Schedule): readonly Problem[] {
  const moved = [...plan.tasks.values()].filter(task => isMovedWhole(task, plan, schedule));
  if (moved.length === 0) return [];
  const ids = moved.map(({ id }) => id);
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
  const message = `Begun work without progress goes on at the status date, which the format cannot say, so these end earlier in the file: ${ids.slice(0, mostNamed).join(', ')}${more}; give them progress or a later start`;
  return [createProblem('export-partial', message, { items: ids })];
}

function isMovedWhole(task: Task, { project }: Plan, schedule: Schedule): boolean {
  const dates = schedule.datesOf(task.id);
  if (!dates || !task.started || task.finished) return false;
  const { duration, remaining, isElapsed } = computeTaskWork(task, project);
  if (remaining < duration || duration === 0) return false;
  const calendar = schedule.calendarOf(task.id);
  const end = isElapsed ? dates.start + duration : calendar.addWork(dates.start, duration);
  return dates.finish > end;
}

function lostBaselines(plan: Plan): readonly Problem[] {
  const written = new Set(numberBaselines(plan).values());
  const lost = [...plan.baselines.values()].filter(baseline => !written.has(baseline));
  if (lost.length === 0) return [];
  const names = lost.map(({ name }) => name).join(', ');
  const message = `The format has room for ${mostBaselines} baselines, so these are left out: ${names}`;
  return [createProblem('export-partial', message)];
}

function lostHours({ project }: Plan): readonly Problem[] {
  return [...project.calendars.values()].flatMap(rules => {
    const last = lastDayWritten(rules, project);
    if (last === undefined) return [];
    const day = formatDay(last * minutesPerDay);
    const message = `The calendar "${rules.title ?? rules.key}" has night shifts, which are written day by day, so what repeats in it is written until ${day} and its usual week holds there from then on`;
    const place = { file: 'project.yaml', field: ['calendars', rules.key] };
    return [createProblem('export-partial', message, place)];
  });
}
