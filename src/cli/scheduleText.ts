import { outlineTasks, type OutlineEntry } from '../core/interchange/outlineOrder.ts';
import { formatDay } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { ItemDates, Schedule } from '../core/schedule/schedule.ts';
import { tellInWorkingTime } from '../core/schedule/tellInWorkingTime.ts';
import type { CliContext } from './cliCommand.ts';
import { lastDayText, workText } from './dateText.ts';
import { plural } from './printProblems.ts';
import { oneLine } from './terminalText.ts';
import { formatTable, type Column } from './textTable.ts';

interface Row extends OutlineEntry {
  readonly dates: ItemDates | undefined;
}

/** An item's dates with its floats in working time, as people read them. */
export function workingDates(schedule: Schedule, id: string): ItemDates | undefined {
  const dates = schedule.datesOf(id);
  return dates && tellInWorkingTime(dates, schedule.calendar);
}

/** Below so many levels a number says no more than how deep it lies. */
const mostNumbered = 10;

function outlineText({ number, level }: OutlineEntry): string {
  return level < mostNumbered ? number : `level ${level + 1}`;
}

/** The schedule for people: one line a task, then when it all ends. */
export function scheduleText(plan: Plan, schedule: Schedule, { paint, table }: CliContext): string {
  const rows = outlineTasks(plan, schedule).map(entry => ({
    ...entry,
    dates: schedule.datesOf(entry.task.id),
  }));
  const critical = rows.filter(({ dates }) => dates?.isCritical && dates.kind !== 'summary').length;
  const summary =
    rows.length === 0
      ? 'The plan has no tasks\n'
      : `${oneLine(plan.project.name)}: ${formatDay(schedule.start)} to ${lastDayText(schedule.start, schedule.finish)}, ${plural(rows.length, 'task')}, ${critical} critical\n`;
  const columns: readonly Column<Row>[] = [
    { title: 'id', text: ({ task }) => task.id },
    {
      title: 'title',
      text: ({ task }) => task.title,
      isFlexible: true,
      paint: (text, { dates }) => (dates?.kind === 'summary' ? paint.bold(text) : text),
    },
    { title: 'outline', text: outlineText },
    { title: 'start', text: ({ dates }) => (dates ? formatDay(dates.start) : '-') },
    {
      title: 'finish',
      text: ({ dates }) => (dates ? lastDayText(dates.start, dates.finish) : '-'),
    },
    {
      title: 'length',
      text: ({ dates }) => lengthText(dates, plan),
      align: 'right',
    },
    {
      title: 'float',
      text: ({ dates }) => floatText(dates, plan),
      align: 'right',
      paint: (text, { dates }) => (dates && dates.totalFloat < 0 ? paint.red(text) : text),
    },
    {
      title: '',
      text: ({ dates, task }) => noteOf(dates, task.status),
      paint: text => paint.yellow(text),
    },
  ];
  return `${formatTable(rows, columns, table)}${rows.length === 0 ? '' : '\n'}${summary}`;
}

function lengthText(dates: ItemDates | undefined, plan: Plan): string {
  if (!dates) return '';
  return spanText(dates, dates.durationMinutes, plan);
}

function floatText(dates: ItemDates | undefined, plan: Plan): string {
  return dates ? spanText(dates, dates.totalFloat, plan) : '';
}

/** `2ed` of what runs through nights and days off. */
function spanText({ isElapsed }: ItemDates, minutes: number, plan: Plan): string {
  if (!isElapsed) return workText(minutes, plan.project.durationScale);
  return `${Number((minutes / 1440).toFixed(2))}ed`;
}

function noteOf(dates: ItemDates | undefined, status: string): string {
  if (status === 'done' || status === 'dropped') return status;
  if (!dates) return 'not placed';
  return dates.isCritical ? 'critical' : '';
}
