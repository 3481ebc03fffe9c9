import type { Priority, Task } from '../../model/task.ts';
import { startMoment } from '../../schedule/dateMeaning.ts';
import { standsByItself } from '../../schedule/nodeTable.ts';
import type { ItemDates } from '../../schedule/schedule.ts';
import type { OutlineEntry } from '../outlineOrder.ts';
import type { ExportContext } from './exportContext.ts';
import { durationFormat, mspdiDate, mspdiDuration } from './mspdiText.ts';
import { taskEffort, type TaskEffort } from './taskEffort.ts';
import { writeBaselines } from './writeBaselines.ts';
import { writeComputed } from './writeComputed.ts';
import { writeLinks } from './writeLinks.ts';
import { writeConstraint, writeProgress } from './writeTaskState.ts';
import { stopAndResume } from './writtenSplit.ts';

/** All tasks, in outline order. */
export function writeTasks(ctx: ExportContext, outline: readonly OutlineEntry[]): void {
  const summaries = new Set(outline.map(({ task }) => task.parent));
  outline.forEach((entry, place) => {
    const isSummary = summaries.has(entry.task.id);
    ctx.xml.open('Task');
    writeTask(ctx, entry, { isSummary, place: place + 1 });
    ctx.xml.close('Task');
  });
}

function writeTask(
  ctx: ExportContext,
  { task, level, number }: OutlineEntry,
  { isSummary, place }: { readonly isSummary: boolean; readonly place: number },
): void {
  const { xml, schedule, numbers } = ctx;
  const dates = schedule.datesOf(task.id);
  const effort = taskEffort(task, ctx);
  xml.leaves({
    UID: numbers.task.get(task.id),
    ID: place,
    Name: task.title,
    Active: task.status !== 'dropped',
    Manual: task.pinned !== undefined && (!isSummary || standsByItself(task)),
    Type: hasFixedDuration(ctx, task) ? 1 : 0,
    IsNull: false,
    WBS: number,
    OutlineNumber: number,
    OutlineLevel: level + 1,
    Priority: priorities[task.priority ?? 'none'],
  });
  writeLength(ctx, task, effort, isSummary ? dates : undefined);
  xml.leaves({
    ...stopAndResume(task, effort, ctx),
    Estimated: !effort.isGiven && !isSummary,
    Milestone: effort.duration === 0 && !isSummary,
    Summary: isSummary,
  });
  writeComputed(xml, dates);
  writeProgress(ctx, task, effort, isSummary ? dates : undefined);
  writeConstraint(ctx, task, isSummary);
  xml.leaf('Notes', task.description);
  writeLinks(ctx, task);
  writeBaselines(ctx, task.id);
}

/**
 * Project counts a fixed duration on the task's own calendar or the project's, whoever does it, and
 * any other by the hours of its people.
 */
function hasFixedDuration({ plan: { project } }: ExportContext, task: Task): boolean {
  const { assignees, calendar, duration, keepsPeopleHours } = task;
  if (assignees.length === 0) return true;
  if (duration === undefined) return false;
  if (calendar !== undefined && project.calendars.has(calendar)) return !keepsPeopleHours;
  return assignees.every(({ person }) => {
    const { calendar: own = project.calendar, leave = [] } = project.people.get(person) ?? {};
    return own === project.calendar && leave.length === 0;
  });
}

const priorities: Readonly<Record<Priority | 'none', number>> = {
  lowest: 100,
  low: 300,
  none: 500,
  medium: 600,
  high: 700,
  highest: 900,
};

/** Start to work; of a summary what its parts make of it. */
function writeLength(
  { xml, schedule, start: fallback }: ExportContext,
  task: Task,
  effort: TaskEffort,
  summary: ItemDates | undefined,
): void {
  const dates = schedule.datesOf(task.id);
  const minutes = summary?.durationMinutes ?? effort.duration;
  const isPinned = summary === undefined || standsByItself(task);
  const pin =
    task.pinned && isPinned ? startMoment(task.pinned, schedule.calendarOf(task.id)) : undefined;
  const finish = dates?.finish ?? fallback;
  xml.leaves({
    Start: mspdiDate(dates?.start ?? fallback),
    Finish: mspdiDate(finish),
    Duration: mspdiDuration(minutes),
    ManualStart: pin === undefined ? undefined : mspdiDate(pin),
    ManualFinish: pin === undefined ? undefined : mspdiDate(Math.max(pin, finish)),
    ManualDuration: pin === undefined ? undefined : mspdiDuration(minutes),
    DurationFormat: formatOf(task, effort),
    Work: summary ? undefined : mspdiDuration(effort.work),
  });
}

/** In the unit that its author chose; 32 more for a length that nobody gave. */
function formatOf(task: Task, { isElapsed, isGiven }: TaskEffort): number {
  if (task.duration) return durationFormat(task.duration);
  const days = durationFormat({ value: 1, unit: 'd', isElapsed });
  return isGiven ? days : days + 32;
}
