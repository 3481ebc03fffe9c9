import { formatCsv, type Cell } from '../base/csvText.ts';
import { formatAssignment } from '../model/assignment.ts';
import { formatConstraint } from '../model/constraint.ts';
import { formatDependency } from '../model/dependency.ts';
import { durationFromMinutes, formatDuration } from '../model/duration.ts';
import { formatInstant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';
import { tellInWorkingTime } from '../schedule/tellInWorkingTime.ts';
import { outlineTasks, type OutlineEntry } from './outlineOrder.ts';
import { plainDate, plainShare } from './plainValues.ts';

/**
 * Tasks in outline order and milestones after them, one row each (RFC 4180, CRLF). Text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function exportCsv(plan: Plan, schedule: Schedule): string {
  const rows = [
    header,
    ...outlineTasks(plan, schedule).map(entry => taskRow(plan, schedule, entry)),
    ...[...plan.milestones.values()].map(milestone => [
      milestone.id,
      undefined,
      'milestone',
      milestone.title,
      milestone.reached ? 'reached' : milestone.isDropped ? 'dropped' : 'open',
      ...dateCells(plan, schedule.datesOf(milestone.id)),
      undefined,
      undefined,
      milestone.owner,
      undefined,
      undefined,
      undefined,
      plainDate(milestone.due),
      undefined,
      milestone.origin,
    ]),
  ];
  return formatCsv(rows);
}

const header = [
  'id',
  'outline',
  'kind',
  'title',
  'status',
  'start',
  'finish',
  'duration',
  'totalFloatMinutes',
  'critical',
  'progress',
  'predecessors',
  'people',
  'parent',
  'milestone',
  'constraint',
  'deadline',
  'priority',
  'origin',
];

function taskRow(plan: Plan, schedule: Schedule, { task, number }: OutlineEntry): readonly Cell[] {
  const dates = schedule.datesOf(task.id);
  return [
    task.id,
    number,
    dates?.kind ?? 'task',
    task.title,
    task.status,
    ...dateCells(plan, dates && tellInWorkingTime(dates, schedule.calendar)),
    plainShare(dates?.progress ?? task.progress),
    task.dependsOn.map(formatDependency).join('; '),
    task.assignees.map(formatAssignment).join('; '),
    task.parent,
    task.milestone,
    task.constraint && formatConstraint(task.constraint),
    plainDate(task.deadline),
    task.priority,
    task.origin,
  ];
}

function dateCells(plan: Plan, dates: ItemDates | undefined): readonly Cell[] {
  if (!dates) return [undefined, undefined, undefined, undefined, undefined];
  const scale = plan.project.durationScale;
  const length = dates.isElapsed
    ? `${dates.durationMinutes / 60}eh`
    : formatDuration(durationFromMinutes(dates.durationMinutes, scale));
  return [
    formatInstant(dates.start),
    formatInstant(dates.finish),
    length,
    dates.totalFloat,
    dates.isCritical ? 'yes' : 'no',
  ];
}
