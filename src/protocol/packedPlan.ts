import { hasSameValues } from '../core/base/sameValues.ts';
import { decodeUtf8, encodeUtf8 } from '../core/base/utf8.ts';
import type { Milestone } from '../core/model/milestone.ts';
import { emptyPlan, type Plan } from '../core/model/plan.ts';
import {
  emptyProject,
  type CalendarRules,
  type Person,
  type Project,
} from '../core/model/project.ts';
import type { Task } from '../core/model/task.ts';
import { isRecord } from './validate.ts';

type ReadParts = Pick<
  Task,
  | 'id'
  | 'status'
  | 'parent'
  | 'milestone'
  | 'rank'
  | 'estimate'
  | 'duration'
  | 'calendar'
  | 'constraint'
  | 'pinned'
  | 'deadline'
  | 'started'
  | 'finished'
  | 'progress'
  | 'remaining'
>;
interface TaskParts extends ReadParts {
  readonly dependsOn: Task['dependsOn'] | undefined;
  readonly split: Task['split'] | undefined;
  readonly assignees: Task['assignees'] | undefined;
  readonly keepsPeopleHours: true | undefined;
}

/** The parts of a plan from which its schedule follows, as JSON has them. */
interface PlanParts {
  readonly project: Pick<
    Project,
    | 'start'
    | 'finish'
    | 'statusDate'
    | 'movesOpenWork'
    | 'criticalFloat'
    | 'durationScale'
    | 'calendar'
  >;
  readonly calendars: readonly CalendarRules[];
  readonly people: readonly Person[];
  readonly milestones: readonly Milestone[];
  readonly tasks: readonly TaskParts[];
}

const lists = ['calendars', 'people', 'milestones', 'tasks'] as const satisfies (keyof PlanParts)[];

/**
 * What the schedule of a plan is computed from, as JSON in UTF-8: the editor looks at every value of
 * a message one by one, but takes bytes as they are. Of tasks, what only people read is left out.
 */
export function packPlan({ project, tasks, milestones }: Plan): Uint8Array {
  const { start, finish, statusDate, movesOpenWork, criticalFloat, durationScale, calendar } =
    project;
  const parts: PlanParts = {
    project: {
      start,
      finish,
      statusDate,
      movesOpenWork,
      criticalFloat,
      durationScale,
      calendar,
    },
    calendars: [...project.calendars.values()],
    people: [...project.people.values()],
    milestones: [...milestones.values()],
    tasks: Array.from(tasks.values(), partsOf),
  };
  return encodeUtf8(JSON.stringify(parts));
}

/** The tasks that differ, in the same way; undefined where more differs than tasks. */
export function packChanges(before: Plan, after: Plan): Uint8Array | undefined {
  if (before.project !== after.project || before.tasks.size !== after.tasks.size) return undefined;
  if (!hasSameValues(before.milestones, after.milestones)) return undefined;
  const tasks: TaskParts[] = [];
  for (const task of after.tasks.values()) {
    const known = before.tasks.get(task.id);
    if (!known) return undefined;
    if (known !== task) tasks.push(partsOf(task));
  }
  return encodeUtf8(JSON.stringify(tasks));
}

/** The plan after changes; undefined for bytes that hold none of it. */
export function applyChanges(before: Plan, bytes: Uint8Array): Plan | undefined {
  const changes = readJson(bytes);
  if (!Array.isArray(changes)) return undefined;
  const tasks = new Map(before.tasks);
  // What lies inside comes from our own host.
  for (const parts of changes as readonly TaskParts[]) tasks.set(parts.id, taskOf(parts));
  return tasks.size === before.tasks.size ? { ...before, tasks } : undefined;
}

/** What the schedule reads of a task. JSON leaves out what is undefined, as lists are that are empty. */
function partsOf(task: Task): TaskParts {
  return {
    id: task.id,
    status: task.status,
    parent: task.parent,
    milestone: task.milestone,
    rank: task.rank,
    dependsOn: task.dependsOn.length > 0 ? task.dependsOn : undefined,
    estimate: task.estimate,
    duration: task.duration,
    split: task.split.length > 0 ? task.split : undefined,
    assignees: task.assignees.length > 0 ? task.assignees : undefined,
    calendar: task.calendar,
    keepsPeopleHours: task.keepsPeopleHours ? true : undefined,
    constraint: task.constraint,
    pinned: task.pinned,
    deadline: task.deadline,
    started: task.started,
    finished: task.finished,
    progress: task.progress,
    remaining: task.remaining,
  };
}

/** One literal for all, so that all have one shape: the engine is several times as fast on them. */
function taskOf(parts: TaskParts): Task {
  return {
    kind: 'task',
    id: parts.id,
    title: '',
    description: undefined,
    status: parts.status,
    type: undefined,
    priority: undefined,
    parent: parts.parent,
    milestone: parts.milestone,
    rank: parts.rank,
    dependsOn: parts.dependsOn ?? [],
    estimate: parts.estimate,
    duration: parts.duration,
    split: parts.split ?? [],
    assignees: parts.assignees ?? [],
    calendar: parts.calendar,
    keepsPeopleHours: parts.keepsPeopleHours ?? false,
    constraint: parts.constraint,
    pinned: parts.pinned,
    deadline: parts.deadline,
    started: parts.started,
    finished: parts.finished,
    progress: parts.progress,
    remaining: parts.remaining,
    spent: undefined,
    cost: undefined,
    acceptance: [],
    tags: [],
    code: [],
    commits: [],
    origin: undefined,
    formerIds: [],
    visibility: undefined,
  };
}

/** Undefined for bytes that hold no such plan. What lies inside comes from our own host. */
export function unpackPlan(bytes: Uint8Array): Plan | undefined {
  const parts = readParts(bytes);
  if (!parts) return undefined;
  const { project, calendars, people, milestones, tasks } = parts;
  return {
    ...emptyPlan,
    project: {
      ...emptyProject,
      ...project,
      calendars: new Map(calendars.map(rules => [rules.key, withOpenDays(rules)])),
      people: new Map(people.map(person => [person.key, person])),
    },
    milestones: new Map(milestones.map(milestone => [milestone.id, milestone])),
    tasks: new Map(tasks.map(task => [task.id, taskOf(task)])),
  };
}

/** In lists, JSON writes null for what is undefined. */
function withOpenDays(rules: CalendarRules): CalendarRules {
  const withPeriods = rules.periods && {
    periods: rules.periods.map(period => ({ ...period, week: openWeek(period.week) })),
  };
  return { ...rules, week: openWeek(rules.week), ...withPeriods };
}

function openWeek(week: CalendarRules['week']): CalendarRules['week'] {
  return week.map(shifts => shifts ?? undefined);
}

function readParts(bytes: Uint8Array): PlanParts | undefined {
  const value = readJson(bytes);
  const isWhole =
    isRecord(value) &&
    isRecord(value['project']) &&
    lists.every(list => Array.isArray(value[list]));
  // Fields that are undefined are left out by JSON, and read the same.
  return isWhole ? (value as unknown as PlanParts) : undefined;
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch {
    return undefined;
  }
}
