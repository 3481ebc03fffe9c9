import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ScheduleOptions } from './buildNetwork.ts';
import type { Dependency } from '../model/dependency.ts';
import { standsByItself } from './nodeTable.ts';
import { buildOutline, type Outline } from './outline.ts';
import {
  computeProjectStart,
  isScheduledBack,
  movingStatusDay,
  statusMoment,
} from './projectStart.ts';
import type { Schedule } from './schedule.ts';

/** A dependency, seen from the item that it leads from. */
export interface OutgoingLink {
  /** The task or summary that names it. */
  readonly holder: string;
  readonly dependency: Dependency;
}

/** A plan with its schedule, and the look-ups that its explanation needs; made once for many items. */
export interface ExplainContext {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly outline: Outline;
  readonly projectStart: Instant;
  readonly isStartGuessed: boolean;
  readonly isScheduledBack: boolean;
  readonly hasLoops: boolean;
  /** Undefined where no progress date moves anything. */
  readonly statusAt: Instant | undefined;
  /** Undefined for what is dropped, and for what is no task. */
  readonly taskOf: (id: string) => Task | undefined;
  readonly isSummary: (id: string) => boolean;
  /** [SUM-7] True for a summary that stands where it was pinned, whatever its parts do. */
  readonly isStanding: (id: string) => boolean;
  /** From the innermost summary out. */
  readonly summariesOf: (id: string) => readonly Task[];
  readonly partsOf: (summary: string) => readonly string[];
  readonly tasksOf: (milestone: string) => readonly string[];
  readonly linksFrom: (id: string) => readonly OutgoingLink[];
  /** [SUM-3] The parts without parts of a summary, however deep; of a task, itself. */
  readonly leavesOf: (id: string) => readonly string[];
}

/** @param options those that the schedule was computed with */
export function createExplainContext(
  plan: Plan,
  schedule: Schedule,
  options: ScheduleOptions = {},
): ExplainContext {
  const outline = buildOutline(plan);
  const statusAt = statusMoment(options.statusDate ?? plan.project.statusDate, schedule.calendar);
  const start = computeProjectStart(plan, schedule.calendar, {
    statusDate: statusAt,
    today: options.today,
  });
  const isBack = isScheduledBack(plan.project);
  const taskOf = (id: string): Task | undefined => outline.tasks[outline.indexOf.get(id) ?? -1];
  const isSummary = (id: string): boolean => outline.isSummary[outline.indexOf.get(id) ?? -1] === 1;
  const index = indexTasks(outline);
  return {
    plan,
    schedule,
    outline,
    // [PRJ-7] Such a project starts with the first of its tasks.
    projectStart: isBack ? schedule.start : start.at,
    isStartGuessed: start.isGuessed,
    isScheduledBack: isBack,
    hasLoops: schedule.problems.some(({ code }) => code === 'dependency-cycle'),
    statusAt: movingStatusDay(plan.project, options.statusDate) && statusAt,
    taskOf,
    isSummary,
    isStanding: id => {
      const task = taskOf(id);
      return task !== undefined && isSummary(id) && standsByItself(task);
    },
    summariesOf: id => summariesOf(outline, id),
    partsOf: summary => index.parts.get(summary) ?? none,
    tasksOf: milestone => index.members.get(milestone) ?? none,
    linksFrom: id => index.links.get(id) ?? [],
    leavesOf: id => leavesOf(index, id),
  };
}

const none: readonly string[] = [];

function summariesOf({ tasks, parent, indexOf }: Outline, id: string): readonly Task[] {
  const found: Task[] = [];
  for (let step = parent[indexOf.get(id) ?? -1] ?? -1; step >= 0; step = parent[step] ?? -1) {
    const task = tasks[step];
    if (task) found.push(task);
  }
  return found;
}

function leavesOf({ parts }: TaskIndex, id: string): readonly string[] {
  const leaves: string[] = [];
  const open = [id];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const inner = parts.get(step);
    if (inner) open.push(...inner);
    else leaves.push(step);
  }
  return leaves;
}

interface TaskIndex {
  readonly parts: ReadonlyMap<string, string[]>;
  readonly members: ReadonlyMap<string, string[]>;
  readonly links: ReadonlyMap<string, OutgoingLink[]>;
}

function indexTasks({ tasks, parent }: Outline): TaskIndex {
  const parts = new Map<string, string[]>();
  const members = new Map<string, string[]>();
  const links = new Map<string, OutgoingLink[]>();
  tasks.forEach((task, index) => {
    if (!task) return;
    const summary = tasks[parent[index] ?? -1];
    if (summary) append(parts, summary.id, task.id);
    if (task.milestone !== undefined) append(members, task.milestone, task.id);
    for (const dependency of task.dependsOn) {
      append(links, dependency.predecessor, { holder: task.id, dependency });
    }
  });
  return { parts, members, links };
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
