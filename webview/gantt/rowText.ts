import { dayOf } from '../../src/core/model/instant.ts';
import { taskStatuses, type TaskStatus } from '../../src/core/model/task.ts';
import { isHeading, rowFlag, rowKind, type GanttView } from '../../src/core/views/ganttView.ts';
import { actualText, spokenActual } from './actualText.ts';
import { numberAt, textAt } from './columnar.ts';
import { commitText, spokenCommits, type PlanWithCommits } from './commitText.ts';
import { constraintText, spokenConstraint } from './constraintText.ts';
import {
  daysText,
  narrowDay,
  lastDayOf,
  percentText,
  shortDay,
  spokenDay,
  spokenDays,
  yearOf,
} from './dateText.ts';
import { shortenText } from '../../src/core/base/shortenText.ts';
import { forecastText } from './forecastText.ts';
import { baselineFact, spokenVariance } from './baselineText.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { partsText, pausedMinutes, pausesOfRow } from './pausedWork.ts';
import type { WorkingTime } from './workingTime.ts';

/** One line of the tooltip: what it is, and its value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

const noFloat = '–';

const statusNames: Readonly<Record<TaskStatus, string>> = {
  todo: 'To do',
  doing: 'Doing',
  blocked: 'Blocked',
  review: 'In review',
  done: 'Done',
  dropped: 'Dropped',
};

export function statusOf(view: GanttView, row: number): TaskStatus {
  return taskStatuses[numberAt(view.rows.status, row)] ?? 'todo';
}

export function statusName(view: GanttView, row: number): string {
  return statusLabel(statusOf(view, row));
}

export function statusLabel(status: TaskStatus): string {
  return statusNames[status];
}

export function hasFlag(view: GanttView, row: number, flag: number): boolean {
  return (numberAt(view.rows.flags, row) & flag) !== 0;
}

/** True for a point in time: it has one date and no length. */
export function isPoint(view: GanttView, row: number): boolean {
  return numberAt(view.rows.kind, row) === rowKind.milestone;
}

/** True for the items of kind milestone, with or without tasks under them. */
export function isMilestoneItem(view: GanttView, row: number): boolean {
  return textAt(view.rows.id, row).startsWith('M-');
}

export function startText(view: GanttView, row: number): string {
  if (isPoint(view, row)) return '';
  return narrowDay(dayOf(numberAt(view.rows.start, row)), yearOf(view.today));
}

export function finishText(view: GanttView, row: number): string {
  return narrowDay(finishDay(view, row), yearOf(view.today));
}

/**
 * How much work lies between the start and the finish beside it. What is done took as long as its
 * dates say, whatever was estimated; of a length in elapsed time only the working part counts.
 */
export function lengthText(view: GanttView, row: number, workingTime: WorkingTime): string {
  if (hasFlag(view, row, rowFlag.undated) || isPoint(view, row)) return '';
  if (numberAt(view.rows.kind, row) === rowKind.group || isHeading(view, row)) return '';
  const start = numberAt(view.rows.start, row);
  const finish = numberAt(view.rows.finish, row);
  const planned = numberAt(view.rows.durationMinutes, row);
  const isElapsed = planned > 0 && planned >= finish - start;
  const minutes =
    isClosed(view, row) || isElapsed
      ? workingTime.workBetween(start, finish) - pausedMinutes(view, row, workingTime)
      : planned;
  return daysText(minutes, view.durationScale.minutesPerDay);
}

/** A dash for what is closed: it can neither slip nor hold anything up. */
export function floatText(view: GanttView, row: number): string {
  if (hasFlag(view, row, rowFlag.undated) || isHeading(view, row)) return '';
  if (isClosed(view, row)) return noFloat;
  return daysText(numberAt(view.rows.totalFloat, row), view.durationScale.minutesPerDay);
}

export function progressText(view: GanttView, row: number): string {
  if (hasFlag(view, row, rowFlag.undated) || isHeading(view, row)) return '';
  if (isPoint(view, row)) return isDone(view, row) ? '100%' : '';
  return percentText(numberAt(view.rows.progress, row));
}

export function isDone(view: GanttView, row: number): boolean {
  return statusOf(view, row) === 'done';
}

export function isClosed(view: GanttView, row: number): boolean {
  return isDone(view, row) || statusOf(view, row) === 'dropped';
}

/** Why a row has no dates, or undefined when it has. */
export function undatedReason(view: GanttView, row: number): string | undefined {
  if (!hasFlag(view, row, rowFlag.undated)) return undefined;
  if (statusOf(view, row) === 'dropped') return 'Dropped: it takes no time any more';
  const problem = view.rows.problem?.[row] ?? '';
  if (problem !== '') return `Not scheduled, see its problem: ${problem}`;
  if (hasFlag(view, row, rowFlag.hasProblem)) return 'Not scheduled: see its problem';
  return 'Not scheduled: the plan does not say enough to place it';
}

/** The spoken form of a row: `Parser, 3 March to 14 March, 40 percent, 2 days of float, after Lexer`. */
export function spokenRow(
  plan: PlanWithCommits,
  row: number,
  predecessors: readonly string[],
): string {
  const { view, baseline } = plan;
  return [
    shortenText(textAt(view.rows.title, row), longestTitle),
    spokenKind(view, row),
    statusOf(view, row) === 'blocked' ? 'blocked' : '',
    ...(undatedReason(view, row) === undefined ? spokenSchedule(view, row) : []),
    undatedReason(view, row) ?? '',
    hasFlag(view, row, rowFlag.hasProblem) ? 'has a problem' : '',
    spokenVariance(view, baseline, row),
    spokenCommits(plan, row),
    spokenPredecessors(predecessors),
    shortenText(textAt(view.rows.assignees, row), longestTitle),
  ]
    .filter(part => part !== '')
    .join(', ');
}

/** So much of a title is heard: nobody listens to ten thousand letters. */
const longestTitle = 200;
/** So many names a sentence bears. */
const fewNames = 5;

/** `after Lexer and Parser`; of hundreds the first few, and how many more there are. */
function spokenPredecessors(titles: readonly string[]): string {
  if (titles.length === 0) return '';
  const named = titles.length <= fewNames + 1 ? titles : titles.slice(0, fewNames);
  const more = titles.length - named.length;
  const names = named.map(title => shortenText(title, longestTitle));
  return `after ${[...names, ...(more > 0 ? [`${more} more`] : [])].join(' and ')}`;
}

/** `3 March to 14 March`, or the one day of a milestone. */
export function spokenDates(view: GanttView, row: number): string {
  const year = yearOf(view.today);
  const finish = spokenDay(finishDay(view, row), year);
  if (isPoint(view, row)) return finish;
  const start = spokenDay(dayOf(numberAt(view.rows.start, row)), year);
  return start === finish ? start : `${start} to ${finish}`;
}

/** What the tooltip tells under the title. */
export function describeRow(
  plan: PlanWithCommits & Pick<LoadedPlan, 'workingTime'> & Partial<Pick<LoadedPlan, 'forecast'>>,
  row: number,
): readonly Fact[] {
  const { view, workingTime, baseline, forecast } = plan;
  const reason = undatedReason(view, row);
  const facts: Fact[] =
    reason === undefined
      ? [
          { name: 'Dates', value: datesText(view, row) },
          { name: 'Length', value: lengthText(view, row, workingTime) },
          { name: 'Parts', value: partsText(view, row) },
          { name: 'Float', value: isClosed(view, row) ? '' : floatText(view, row) },
          { name: 'Progress', value: progressText(view, row) },
        ]
      : [{ name: 'Dates', value: reason }];
  facts.push(
    { name: 'Id', value: textAt(view.rows.id, row) },
    { name: 'Status', value: statusName(view, row) },
    { name: 'Estimate', value: textAt(view.rows.estimate, row) },
    {
      name: isMilestoneItem(view, row) ? 'Owner' : 'People',
      value: textAt(view.rows.assignees, row),
    },
    { name: isMilestoneItem(view, row) ? 'Due' : 'Deadline', value: deadlineText(view, row) },
    { name: 'Constraint', value: constraintText(view, row) },
    { name: 'Actual', value: actualText(view, row) },
    { name: 'Commits', value: commitText(plan, row) },
    { name: 'Baseline', value: baselineFact(view, baseline, row) },
    {
      name: 'Forecast',
      value: forecastText(forecast?.get(textAt(view.rows.id, row)), yearOf(view.today)),
    },
    { name: 'Note', value: noteText(view, row) },
  );
  return facts.filter(({ value }) => value !== '');
}

export function deadlineText(view: GanttView, row: number): string {
  const deadline = numberAt(view.rows.deadline, row);
  if (Number.isNaN(deadline)) return '';
  const text = shortDay(lastDayOf(deadline), yearOf(view.today));
  return hasFlag(view, row, rowFlag.late) ? `${text}, missed` : text;
}

function finishDay(view: GanttView, row: number): number {
  const finish = numberAt(view.rows.finish, row);
  return isPoint(view, row) ? dayOf(finish) : lastDayOf(finish);
}

function datesText(view: GanttView, row: number): string {
  const year = yearOf(view.today);
  const finish = shortDay(finishDay(view, row), year);
  if (isPoint(view, row)) return finish;
  return `${shortDay(dayOf(numberAt(view.rows.start, row)), year)} – ${finish}`;
}

function noteText(view: GanttView, row: number): string {
  const notes = [
    hasFlag(view, row, rowFlag.critical) ? 'critical' : '',
    hasFlag(view, row, rowFlag.overdue) ? 'overdue' : '',
    hasFlag(view, row, rowFlag.hasProblem) ? 'has a problem' : '',
    hasFlag(view, row, rowFlag.readOnly) && !isHeading(view, row) ? 'read-only' : '',
  ];
  return notes.filter(note => note !== '').join(', ');
}

function spokenKind(view: GanttView, row: number): string {
  if (isMilestoneItem(view, row)) return 'milestone';
  if (isHeading(view, row)) return 'heading';
  return numberAt(view.rows.kind, row) === rowKind.summary ? 'summary' : '';
}

function spokenSchedule(view: GanttView, row: number): readonly string[] {
  const float = numberAt(view.rows.totalFloat, row);
  const progress = progressText(view, row);
  const pauses = pausesOfRow(view.pauses, row).length;
  return [
    spokenDates(view, row),
    pauses === 0 ? '' : `in ${pauses + 1} parts`,
    progress === '' ? '' : progress.replace('%', ' percent'),
    isClosed(view, row) ? statusName(view, row) : spokenFloat(view, float),
    hasFlag(view, row, rowFlag.critical) ? 'critical' : '',
    hasFlag(view, row, rowFlag.overdue) ? 'overdue' : '',
    spokenDeadline(view, row),
    spokenActual(view, row),
    spokenConstraint(view, row),
  ];
}

/** `due 31 March`, or that it is missed. */
function spokenDeadline(view: GanttView, row: number): string {
  const deadline = numberAt(view.rows.deadline, row);
  const isLate = hasFlag(view, row, rowFlag.late);
  if (Number.isNaN(deadline)) return isLate ? 'late' : '';
  const word = isMilestoneItem(view, row) ? 'due' : 'deadline';
  const day = spokenDay(lastDayOf(deadline), yearOf(view.today));
  return isLate ? `late for its ${word === 'due' ? 'due date' : word} ${day}` : `${word} ${day}`;
}

function spokenFloat(view: GanttView, float: number): string {
  if (Number.isNaN(float)) return '';
  return float === 0
    ? 'no float'
    : `${spokenDays(float, view.durationScale.minutesPerDay)} of float`;
}
