import type { Milestone } from '../model/milestone.ts';
import type { Project } from '../model/project.ts';
import type { Task } from '../model/task.ts';
import { actualFinishMoment, actualStartMoment, finishMoment, startMoment } from './dateMeaning.ts';
import { constraintCode, nodeFlag } from './network.ts';
import type { TaskCalendars } from './taskCalendars.ts';
import { pauseMinutes, readPauses, type Pause, type SplitWork } from './splitWork.ts';
import { computeTaskWork, type TaskWork } from './taskWork.ts';

/** The columns of a network that say something of one node alone. */
export interface NodeTable {
  readonly flags: Uint16Array;
  readonly duration: Float64Array;
  readonly remaining: Float64Array;
  readonly calendarOf: Int32Array;
  /** [DEP-5] The calendar that lags before a node run on. */
  readonly lagCalendarOf: Int32Array;
  readonly constraintKind: Uint8Array;
  readonly constraintAt: Float64Array;
  readonly deadline: Float64Array;
  readonly actualStart: Float64Array;
  readonly actualFinish: Float64Array;
  /** Of the few nodes that pause. */
  readonly splitOf: Map<number, SplitWork>;
}

export function createNodeTable(count: number): NodeTable {
  return {
    flags: new Uint16Array(count),
    duration: new Float64Array(count),
    remaining: new Float64Array(count),
    calendarOf: new Int32Array(count),
    lagCalendarOf: new Int32Array(count),
    constraintKind: new Uint8Array(count),
    constraintAt: new Float64Array(count),
    deadline: new Float64Array(count).fill(Infinity),
    actualStart: new Float64Array(count).fill(NaN),
    actualFinish: new Float64Array(count).fill(NaN),
    splitOf: new Map(),
  };
}

export function copyTable(table: NodeTable): NodeTable {
  return {
    flags: table.flags.slice(),
    duration: table.duration.slice(),
    remaining: table.remaining.slice(),
    calendarOf: table.calendarOf,
    lagCalendarOf: table.lagCalendarOf,
    constraintKind: table.constraintKind.slice(),
    constraintAt: table.constraintAt.slice(),
    deadline: table.deadline.slice(),
    actualStart: table.actualStart.slice(),
    actualFinish: table.actualFinish.slice(),
    splitOf: new Map(table.splitOf),
  };
}

/** Fills in what a task says of itself, whatever was there; only its calendars are there already. */
export function fillTask(
  table: NodeTable,
  node: number,
  task: Task,
  context: {
    readonly project: Project;
    readonly calendars: TaskCalendars;
    readonly isSummary: boolean;
    /** True where the plan is scheduled back from its finish. */
    readonly isFromFinish: boolean;
  },
): void {
  const calendar = context.calendars.at(table.calendarOf[node] ?? 0);
  clearNode(table, node);
  const isStanding = context.isSummary && standsByItself(task);
  let flags = context.isSummary && !isStanding ? nodeFlag.rollUp : 0;
  if (task.deadline) {
    flags |= nodeFlag.deadline;
    table.deadline[node] = finishMoment(task.deadline, calendar);
  }
  const isLate = task.constraint ? task.constraint.kind === 'ALAP' : context.isFromFinish;
  if (isLate) flags |= context.isSummary ? 0 : nodeFlag.alap;
  else if (task.constraint && 'date' in task.constraint) {
    const { kind, date } = task.constraint;
    const isStart = kind === 'SNET' || kind === 'SNLT' || kind === 'MSO';
    flags |= nodeFlag.constrained;
    table.constraintKind[node] = constraintCode[kind];
    table.constraintAt[node] = isStart ? startMoment(date, calendar) : finishMoment(date, calendar);
  }
  if (isStanding) flags |= fillWork(table, node, withoutProgress(task), context);
  else if (!context.isSummary) flags |= fillWork(table, node, task, context);
  // [CON-8] What is done is late no more.
  table.flags[node] = (flags & nodeFlag.finished) === 0 ? flags : flags & ~nodeFlag.alap;
}

/** [SUM-7] Whether a task stands where it was pinned also when it is a summary. */
export function standsByItself({ pinned, duration }: Task): boolean {
  return pinned !== undefined && duration !== undefined;
}

/** [SUM-1] The progress of a summary is that of its parts. */
function withoutProgress(task: Task): Task {
  return {
    ...task,
    status: 'todo',
    started: undefined,
    finished: undefined,
    progress: undefined,
    remaining: undefined,
    split: [],
  };
}

/** Makes a node one without an item: it has no dates, and nothing is tied to it. */
export function emptyNode(table: NodeTable, node: number): void {
  clearNode(table, node);
  table.duration[node] = 0;
  table.remaining[node] = 0;
  table.flags[node] = nodeFlag.undated | nodeFlag.gate;
}

function clearNode(table: NodeTable, node: number): void {
  table.constraintKind[node] = constraintCode.none;
  table.constraintAt[node] = 0;
  table.deadline[node] = Infinity;
  table.actualStart[node] = NaN;
  table.actualFinish[node] = NaN;
  table.splitOf.delete(node);
}

/** Duration and progress of a task that is no summary; answers with the flags that follow. */
function fillWork(
  table: NodeTable,
  node: number,
  task: Task,
  { project, calendars }: { readonly project: Project; readonly calendars: TaskCalendars },
): number {
  const calendar = calendars.at(table.calendarOf[node] ?? 0);
  const work = computeTaskWork(task, project);
  table.duration[node] = work.duration;
  table.remaining[node] = work.remaining;
  splitNode(table, node, work, readPauses(task.split, project.durationScale, work.duration));
  let flags = work.isElapsed ? nodeFlag.elapsed : 0;
  if (work.duration === 0) flags |= nodeFlag.point;
  if (task.pinned && !task.started && !task.finished) {
    flags |= nodeFlag.pinned;
    table.actualStart[node] = startMoment(task.pinned, calendar);
  }
  if (task.started) {
    flags |= nodeFlag.started;
    table.actualStart[node] = actualStartMoment(task.started, calendar);
  } else if (!task.pinned && !work.isDone && work.remaining < work.duration) {
    // [ACT-9] Begun, nobody said when.
    flags |= nodeFlag.started;
  }
  if (task.finished) {
    flags |= nodeFlag.started;
    table.actualFinish[node] = actualFinishMoment(task.finished, calendar);
  }
  if (work.isDone) flags |= nodeFlag.finished;
  return flags;
}

/** A task that pauses is as much longer as its pauses are. */
function splitNode(
  table: NodeTable,
  node: number,
  { duration, remaining }: TaskWork,
  pauses: readonly Pause[],
): void {
  if (pauses.length === 0) return;
  const { all, ahead } = pauseMinutes(pauses, duration - remaining);
  table.duration[node] = duration + all;
  table.remaining[node] = remaining + ahead;
  table.splitOf.set(node, { work: duration, remaining, pauses });
}

/** [MS-1] A milestone item is reached with the last of its tasks, or stands at a given date. */
export function fillMilestone(
  table: NodeTable,
  node: number,
  milestone: Milestone,
  context: { readonly calendars: TaskCalendars; readonly hasTasks: boolean },
): void {
  const calendar = context.calendars.project;
  clearNode(table, node);
  let flags: number = nodeFlag.milestone;
  const given = milestone.reached ?? (context.hasTasks ? undefined : milestone.due);
  if (given) {
    flags |= nodeFlag.fixed;
    table.actualFinish[node] = milestone.reached
      ? actualFinishMoment(given, calendar)
      : finishMoment(given, calendar);
  }
  if (milestone.reached) flags |= nodeFlag.finished;
  if (milestone.due && !milestone.reached) {
    flags |= nodeFlag.deadline;
    table.deadline[node] = finishMoment(milestone.due, calendar);
  }
  table.flags[node] = flags;
}
