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

type TaskParts = Omit<Task, keyof typeof silent> &
  Partial<Pick<Task, 'dependsOn' | 'split' | 'assignees' | 'keepsPeopleHours'>>;

/** The parts of a plan from which its schedule follows, as JSON has them. */
interface PlanParts {
  readonly project: Pick<Project, 'start' | 'finish' | 'statusDate' | 'durationScale' | 'calendar'>;
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
  const { start, finish, statusDate, durationScale, calendar } = project;
  const parts: PlanParts = {
    project: { start, finish, statusDate, durationScale, calendar },
    calendars: [...project.calendars.values()],
    people: [...project.people.values()],
    milestones: [...milestones.values()],
    tasks: Array.from(tasks.values(), withoutWords),
  };
  return encodeUtf8(JSON.stringify(parts));
}

/** JSON leaves out what is undefined; the lists that are seldom used are put back at the other end. */
function withoutWords(task: Task): TaskParts {
  const { id, status, parent, milestone, rank, dependsOn, estimate, duration, split } = task;
  const { assignees, calendar, keepsPeopleHours, constraint, pinned, deadline } = task;
  const { started, finished, progress, remaining } = task;
  return {
    ...{ id, status, parent, milestone, rank, estimate, duration, calendar, constraint, pinned },
    ...{ deadline, started, finished, progress, remaining },
    ...(dependsOn.length > 0 ? { dependsOn } : {}),
    ...(split.length > 0 ? { split } : {}),
    ...(assignees.length > 0 ? { assignees } : {}),
    ...(keepsPeopleHours ? { keepsPeopleHours } : {}),
  };
}

/** What nothing is said of. */
const silent = {
  kind: 'task',
  title: '',
  description: undefined,
  type: undefined,
  priority: undefined,
  keepsPeopleHours: false,
  dependsOn: [],
  split: [],
  assignees: [],
  spent: undefined,
  cost: undefined,
  acceptance: [],
  tags: [],
  code: [],
  commits: [],
  origin: undefined,
  visibility: undefined,
} as const satisfies Partial<Task>;

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
    tasks: new Map(tasks.map(task => [task.id, { ...silent, ...task }])),
  };
}

/** In lists, JSON writes null for what is undefined. */
function withOpenDays(rules: CalendarRules): CalendarRules {
  return { ...rules, week: rules.week.map(shifts => shifts ?? undefined) };
}

function readParts(bytes: Uint8Array): PlanParts | undefined {
  try {
    const value: unknown = JSON.parse(decodeUtf8(bytes));
    const isWhole =
      isRecord(value) &&
      isRecord(value['project']) &&
      lists.every(list => Array.isArray(value[list]));
    // Fields that are undefined are left out by JSON, and read the same.
    return isWhole ? (value as unknown as PlanParts) : undefined;
  } catch {
    return undefined;
  }
}
