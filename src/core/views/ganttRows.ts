import { formatAssignment } from '../model/assignment.ts';
import { formatDependency } from '../model/dependency.ts';
import { formatDuration, formatEstimate } from '../model/duration.ts';
import type { Instant } from '../model/instant.ts';
import { hasEnded, type Milestone } from '../model/milestone.ts';
import type { Project } from '../model/project.ts';
import { isClosed, taskStatuses, type Task } from '../model/task.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { rowFlag, rowKind, type GanttRows } from './ganttView.ts';
import type { OutlineLine, PlanOutline } from './outline.ts';
import { problemsByItem } from './problemsByItem.ts';
import type { ViewContext } from './viewContext.ts';

const dayMinutes = 1440;

export interface RowContext extends ViewContext {
  readonly snapshot: Snapshot;
  readonly schedule: Schedule;
}

/** Rows whose columns of text still grow. */
type GrowingRows = GanttRows &
  Readonly<Record<'id' | 'title' | 'assignees' | 'estimate' | 'milestone' | SparseKey, string[]>>;

type SparseKey = 'tags' | 'dependsOn' | 'duration' | 'code' | 'type' | 'priority' | 'origin';

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
    milestone: [],
    ...mapSparse(() => new Array<string>(count).fill('')),
  };
}

function mapSparse(make: (key: SparseKey) => string[]): Record<SparseKey, string[]> {
  return {
    tags: make('tags'),
    dependsOn: make('dependsOn'),
    duration: make('duration'),
    code: make('code'),
    type: make('type'),
    priority: make('priority'),
    origin: make('origin'),
  };
}

/** The rows of an earlier view, to go on with. */
export interface KnownRows {
  readonly project: Project;
  readonly outline: PlanOutline;
  readonly rows: GanttRows;
}

/**
 * The rows of an outline from top to bottom. What an earlier view told of the same items is taken
 * over: texts and deadlines hang on the item and the project alone.
 */
export function fillRows(ctx: RowContext, known?: KnownRows): GanttRows {
  const { outline, snapshot } = ctx;
  const before =
    known?.outline.rowOf === outline.rowOf && known.project === snapshot.plan.project
      ? known
      : undefined;
  const rows = before ? copyRows(before.rows) : emptyRows(outline.lines.length);
  const troubled = problemsByItem(ctx.problems, snapshot);
  const readOnly = readOnlyItems(snapshot);
  const problem: string[] = [];
  outline.lines.forEach((line, i) => {
    const { item, dates } = line;
    const own = troubled.get(item.id)?.[0];
    problem.push(own?.message ?? '');
    const last = before?.outline.lines[i];
    if (last?.item !== item) fillItem(rows, i, line, ctx.schedule);
    // A group's start is stretched over its parts below.
    if (last?.dates !== dates || item.kind === 'milestone') fillDates(rows, i, dates);
    if (last !== line) rows.kind[i] = kindOf(line);
    rows.flags[i] =
      flagsOf(line, rows.deadline[i] ?? NaN, ctx.today) |
      (own ? rowFlag.hasProblem : 0) |
      (readOnly.has(item.id) ? rowFlag.readOnly : 0);
  });
  stretchGroups(rows);
  const thin = mapSparse(key => (rows[key].some(text => text !== '') ? rows[key] : []));
  return { ...rows, ...thin, problem };
}

function copyRows(rows: GanttRows): GrowingRows {
  return {
    count: rows.count,
    id: rows.id.slice(),
    title: rows.title.slice(),
    kind: rows.kind.slice(),
    level: rows.level.slice(),
    parent: rows.parent.slice(),
    start: rows.start.slice(),
    finish: rows.finish.slice(),
    lateFinish: rows.lateFinish.slice(),
    deadline: rows.deadline.slice(),
    durationMinutes: rows.durationMinutes.slice(),
    totalFloat: rows.totalFloat.slice(),
    progress: rows.progress.slice(),
    status: rows.status.slice(),
    flags: rows.flags.slice(),
    assignees: rows.assignees.slice(),
    estimate: rows.estimate.slice(),
    milestone: rows.milestone.slice(),
    ...mapSparse(key =>
      rows[key].length > 0 ? rows[key].slice() : new Array<string>(rows.count).fill(''),
    ),
  };
}

/** What an item says of itself. */
function fillItem(rows: GrowingRows, i: number, line: OutlineLine, schedule: Schedule): void {
  const { item } = line;
  rows.id[i] = item.id;
  rows.title[i] = item.title;
  rows.level[i] = Math.min(line.level, 255);
  rows.parent[i] = line.parent;
  rows.deadline[i] = deadlineOf(item, schedule) ?? NaN;
  rows.status[i] = statusOf(item);
  rows.assignees[i] = peopleOf(item);
  rows.estimate[i] = estimateOf(item);
  rows.milestone[i] = milestoneOf(rows, i, item);
  rows.origin[i] = item.origin ?? '';
  if (item.kind === 'milestone') return;
  rows.tags[i] = item.tags.join('\n');
  rows.duration[i] = item.duration ? formatDuration(item.duration) : '';
  rows.dependsOn[i] = item.dependsOn.map(formatDependency).join('\n');
  rows.code[i] = item.code.map(({ path }) => path).join('\n');
  rows.type[i] = item.type ?? '';
  rows.priority[i] = item.priority ?? '';
}

/** A part belongs to the milestone of the row above it, unless it names one itself. */
function milestoneOf(rows: GrowingRows, i: number, item: Task | Milestone): string {
  if (item.kind === 'milestone') return '';
  if (item.milestone !== undefined) return item.milestone;
  const parent = rows.parent[i] ?? -1;
  if (parent < 0) return '';
  const id = rows.id[parent] ?? '';
  return id.startsWith('M-') ? id : (rows.milestone[parent] ?? '');
}

function fillDates(rows: GanttRows, i: number, dates: ItemDates | undefined): void {
  rows.start[i] = dates?.start ?? NaN;
  rows.finish[i] = dates?.finish ?? NaN;
  rows.lateFinish[i] = dates?.lateFinish ?? NaN;
  rows.durationMinutes[i] = dates?.durationMinutes ?? 0;
  rows.totalFloat[i] = dates?.totalFloat ?? NaN;
  rows.progress[i] = dates?.progress ?? 0;
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

/** A deadline without a time means the end of that day's work, or of a day without work. */
function deadlineOf(item: Task | Milestone, schedule: Schedule): Instant | undefined {
  const date = item.kind === 'task' ? item.deadline : item.due;
  if (!date || date.hasTime) return date?.at;
  const finish = schedule.calendarOf(item.id).previousWork(date.at + dayMinutes);
  return finish > date.at ? finish : date.at + dayMinutes;
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
  deadline: number,
  today: Instant,
): number {
  const isOpen = item.kind === 'task' ? !isClosed(item) : !hasEnded(item);
  let flags = 0;
  if (!dates) flags |= rowFlag.undated;
  else {
    if (dates.isCritical && isOpen) flags |= rowFlag.critical;
    if (isOpen && !hasChildren && dates.finish <= today) flags |= rowFlag.overdue;
    if (isOpen && dates.finish > deadline) flags |= rowFlag.late;
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
