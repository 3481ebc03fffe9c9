import { formatAssignment } from '../model/assignment.ts';
import { dependencyTypes, formatDependency, type Dependency } from '../model/dependency.ts';
import { formatDuration, formatEstimate } from '../model/duration.ts';
import type { Instant } from '../model/instant.ts';
import { hasEnded, type Milestone } from '../model/milestone.ts';
import { isClosed, taskStatuses, type Task } from '../model/task.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { rowFlag, rowKind, type GanttLinks, type GanttRows, type GanttView } from './ganttView.ts';
import type { OutlineLine, PlanOutline } from './outline.ts';
import { problemsByItem } from './problemsByItem.ts';
import type { ViewContext } from './viewContext.ts';

const dayMinutes = 1440;

/** Shading reaches this far beyond the work on both sides, in days. */
const shadedDaysAround = 120;

/**
 * The chart of a snapshot.
 *
 * @param ctx of the same snapshot and schedule
 */
export function computeGanttView(
  snapshot: Snapshot,
  schedule: Schedule,
  ctx: ViewContext,
): GanttView {
  const { project } = snapshot.plan;
  return {
    name: project.name,
    start: schedule.start,
    finish: schedule.finish,
    statusDate: project.statusDate?.at,
    today: ctx.today,
    minutesPerDay: project.durationScale.minutesPerDay,
    rows: fillRows({ snapshot, schedule, ...ctx }),
    links: fillLinks(ctx.outline, schedule),
    nonWorking: shading(schedule),
    people: [...project.people.values()].map(({ key, name }) => ({ key, name })),
  };
}

interface RowContext extends ViewContext {
  readonly snapshot: Snapshot;
  readonly schedule: Schedule;
}

/** Rows whose columns of text still grow. */
type GrowingRows = GanttRows &
  Readonly<Record<'id' | 'title' | 'assignees' | 'estimate' | 'problem', string[]>>;

function emptyRows(count: number): GrowingRows {
  const dates = (): Float64Array => new Float64Array(count).fill(NaN);
  return {
    count,
    id: [],
    title: [],
    kind: new Uint8Array(count),
    level: new Uint8Array(count),
    parent: new Int32Array(count),
    start: dates(),
    finish: dates(),
    lateFinish: dates(),
    deadline: dates(),
    durationMinutes: new Float64Array(count),
    totalFloat: dates(),
    progress: new Float32Array(count),
    status: new Uint8Array(count),
    flags: new Uint8Array(count),
    assignees: [],
    estimate: [],
    problem: [],
  };
}

function fillRows(ctx: RowContext): GanttRows {
  const { lines } = ctx.outline;
  const rows = emptyRows(lines.length);
  const troubled = problemsByItem(ctx.problems, ctx.snapshot);
  const readOnly = readOnlyItems(ctx.snapshot);
  lines.forEach((line, i) => {
    const { item, dates } = line;
    rows.id.push(item.id);
    rows.title.push(item.title);
    rows.kind[i] = kindOf(line);
    rows.level[i] = Math.min(line.level, 255);
    rows.parent[i] = line.parent;
    const deadline = deadlineOf(item, ctx.schedule);
    rows.deadline[i] = deadline ?? NaN;
    if (dates) fillDates(rows, i, dates);
    rows.status[i] = statusOf(item);
    rows.flags[i] =
      flagsOf(line, deadline, ctx.today) |
      (troubled.has(item.id) ? rowFlag.hasProblem : 0) |
      (readOnly.has(item.id) ? rowFlag.readOnly : 0);
    rows.assignees.push(peopleOf(item));
    rows.estimate.push(estimateOf(item));
    rows.problem.push(troubled.get(item.id)?.[0]?.message ?? '');
  });
  stretchGroups(rows);
  return rows;
}

function fillDates(rows: GanttRows, i: number, dates: ItemDates): void {
  rows.start[i] = dates.start;
  rows.finish[i] = dates.finish;
  rows.lateFinish[i] = dates.lateFinish;
  rows.durationMinutes[i] = dates.durationMinutes;
  rows.totalFloat[i] = dates.totalFloat;
  rows.progress[i] = dates.progress;
}

/** A group's bar begins with its earliest child; its finish is the milestone's own date. */
function stretchGroups(rows: GanttRows): void {
  for (let i = rows.count - 1; i >= 0; i--) {
    const parent = rows.parent[i] ?? -1;
    const start = rows.start[i] ?? NaN;
    if (parent < 0 || rows.kind[parent] !== rowKind.group || Number.isNaN(start)) continue;
    const present = rows.start[parent] ?? NaN;
    if (Number.isNaN(present) || start < present) rows.start[parent] = start;
  }
}

function kindOf({ item, dates, hasChildren }: OutlineLine): number {
  if (item.kind === 'milestone') return hasChildren ? rowKind.group : rowKind.milestone;
  if (hasChildren) return rowKind.summary;
  return dates?.kind === 'milestone' ? rowKind.milestone : rowKind.task;
}

function statusOf(item: Task | Milestone): number {
  if (item.kind === 'task') return taskStatuses.indexOf(item.status);
  return taskStatuses.indexOf(item.reached ? 'done' : item.isDropped ? 'dropped' : 'todo');
}

/** A deadline without a time means the end of that day's work. */
function deadlineOf(item: Task | Milestone, schedule: Schedule): Instant | undefined {
  const date = item.kind === 'task' ? item.deadline : item.due;
  if (!date || date.hasTime) return date?.at;
  const finish = schedule.calendarOf(item.id).previousWork(date.at + dayMinutes);
  return Math.max(finish, date.at);
}

function peopleOf(item: Task | Milestone): string {
  if (item.kind === 'milestone') return item.owner ?? '';
  return item.assignees.map(formatAssignment).join(', ');
}

function estimateOf(item: Task | Milestone): string {
  if (item.kind === 'milestone') return '';
  if (item.duration) return formatDuration(item.duration);
  return item.estimate ? formatEstimate(item.estimate) : '';
}

function flagsOf(
  { item, dates, hasChildren }: OutlineLine,
  deadline: Instant | undefined,
  today: Instant,
): number {
  const isOpen = item.kind === 'task' ? !isClosed(item) : !hasEnded(item);
  let flags = 0;
  if (!dates) flags |= rowFlag.undated;
  else {
    if (dates.isCritical && isOpen) flags |= rowFlag.critical;
    if (isOpen && !hasChildren && dates.finish <= today) flags |= rowFlag.overdue;
    if (isOpen && deadline !== undefined && dates.finish > deadline) flags |= rowFlag.late;
  }
  if (item.kind === 'task') {
    if (item.code.length > 0) flags |= rowFlag.hasCode;
    if (item.constraint && item.constraint.kind !== 'ASAP') flags |= rowFlag.constrained;
  }
  return flags;
}

function readOnlyItems({ files }: Snapshot): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id, isWritable } of files.values()) if (!isWritable && id !== undefined) ids.add(id);
  return ids;
}

function fillLinks({ lines, rowOf }: PlanOutline, schedule: Schedule): GanttLinks {
  const from: number[] = [];
  const to: number[] = [];
  const type: number[] = [];
  const isCritical: number[] = [];
  const lag: string[] = [];
  lines.forEach((line, i) => {
    if (line.item.kind !== 'task') return;
    for (const dependency of line.item.dependsOn) {
      const row = rowOf.get(dependency.predecessor);
      const before = lines[row ?? -1];
      if (row === undefined || !before || row === i) continue;
      from.push(row);
      to.push(i);
      type.push(dependencyTypes.indexOf(dependency.type));
      isCritical.push(drives(dependency, [before, line], schedule) ? 1 : 0);
      lag.push(lagOf(dependency));
    }
  });
  return {
    count: from.length,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    type: Uint8Array.from(type),
    isCritical: Uint8Array.from(isCritical),
    lag,
  };
}

function lagOf(dependency: Dependency): string {
  return dependency.lag ? (formatDependency(dependency).split(/\s(?:FS|SS|FF|SF)/)[1] ?? '') : '';
}

/** True when both ends are critical and, where there is no lag, no working time lies between them. */
function drives(
  dependency: Dependency,
  [{ dates: before }, { dates: after, item }]: readonly [OutlineLine, OutlineLine],
  schedule: Schedule,
): boolean {
  if (!before?.isCritical || !after?.isCritical) return false;
  if (dependency.lag) return true;
  const leaving = dependency.type.startsWith('F') ? before.finish : before.start;
  const arriving = dependency.type.endsWith('S') ? after.start : after.finish;
  return schedule.calendarOf(item.id).workBetween(leaving, arriving) === 0;
}

function shading(schedule: Schedule): Float64Array {
  const around = shadedDaysAround * dayMinutes;
  const stretches = schedule.calendar.nonWorking(schedule.start - around, schedule.finish + around);
  const flat = new Float64Array(stretches.length * 2);
  stretches.forEach(({ from, to }, i) => {
    flat[2 * i] = from;
    flat[2 * i + 1] = to;
  });
  return flat;
}
