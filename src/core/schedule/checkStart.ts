import type { Dependency } from '../model/dependency.ts';
import { formatConstraint, type Constraint } from '../model/constraint.ts';
import { formatDay, formatInstant, type PlanDate } from '../model/instant.ts';
import type { Task } from '../model/task.ts';
import type { Report } from './checkProgress.ts';
import { isBefore } from './dateMeaning.ts';
import type { ItemDates } from './schedule.ts';

/** [PRJ-5] Dates before the day on which the project starts, and work that is pulled there. */
export function checkStart(
  task: Task,
  start: PlanDate,
  dates: ItemDates | undefined,
  report: Report,
): void {
  const stated: readonly (readonly [string, PlanDate | undefined])[] = [
    ['constraint', task.constraint && 'date' in task.constraint ? task.constraint.date : undefined],
    ['pinned', task.pinned],
    ['deadline', task.deadline],
    ['started', task.started],
    ['finished', task.finished],
  ];
  let isReported = false;
  for (const [field, date] of stated) {
    if (!date || !isBefore(date, start)) continue;
    isReported = true;
    report(
      'date-before-start',
      field,
      `has ${field} ${formatDay(date.at)}, before the project starts on ${formatDay(start.at)}; move the date or the project's start`,
    );
  }
  if (isReported || !dates || task.started || task.pinned || dates.kind === 'summary') return;
  // Work that is done without dates may well be placed there.
  if (dates.progress === 1) return;
  if (dates.start >= start.at) return;
  const { constraint } = task;
  const isHeld = constraint !== undefined && holdsBack.includes(constraint.kind);
  const way = isHeld
    ? `its ${formatConstraint(constraint)} holds it there, so move that date or shorten the task`
    : wayBack(task);
  report(
    'date-before-start',
    isHeld ? 'constraint' : 'dependsOn',
    `would start on ${formatInstant(dates.start)}, before the project does; ${way}`,
  );
}

function wayBack({ dependsOn }: Task): string {
  if (dependsOn.some(isLead)) return 'shorten the lead of its dependency';
  if (dependsOn.some(({ type }) => type === 'SF')) {
    return "its SF dependency ends it with the start of another, so change the type or move the project's start";
  }
  return "what it waits for lies there, so correct its dates or move the project's start";
}

function isLead({ lag }: Dependency): boolean {
  if (lag === undefined) return false;
  return lag.kind === 'percent' ? lag.percent < 0 : lag.duration.value < 0;
}

/** The constraints that may pull a task before all that it waits for. */
const holdsBack: readonly Constraint['kind'][] = ['SNLT', 'FNLT', 'MSO', 'MFO'];
