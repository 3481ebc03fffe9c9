import { parseAssignment } from '../../src/core/model/assignment.ts';
import { parseConstraint } from '../../src/core/model/constraint.ts';
import { parseDependency } from '../../src/core/model/dependency.ts';
import { parseDuration, parseEstimate } from '../../src/core/model/duration.ts';
import { parsePlanDate, type PlanDate } from '../../src/core/model/instant.ts';
import type { DistributionName } from '../../src/core/model/forecastRules.ts';
import type { Milestone } from '../../src/core/model/milestone.ts';
import { parseMoney } from '../../src/core/model/money.ts';
import { emptyPlan, type Plan } from '../../src/core/model/plan.ts';
import { emptyProject, type Person, type Project } from '../../src/core/model/project.ts';
import type { Priority, Task, TaskStatus } from '../../src/core/model/task.ts';

/** A task in the words of its file. */
export interface TaskWords {
  readonly title?: string;
  readonly status?: TaskStatus;
  readonly parent?: string;
  readonly milestone?: string;
  readonly rank?: number;
  readonly dependsOn?: readonly string[];
  readonly estimate?: string;
  readonly distribution?: DistributionName;
  readonly duration?: string;
  readonly split?: readonly string[];
  readonly assignees?: readonly string[];
  readonly calendar?: string;
  readonly keepsPeopleHours?: boolean;
  readonly constraint?: string;
  readonly pinned?: string;
  readonly deadline?: string;
  readonly started?: string;
  readonly finished?: string;
  readonly progress?: number;
  readonly remaining?: string;
  readonly priority?: Priority;
  readonly spent?: string;
  readonly cost?: string;
  readonly skills?: readonly string[];
}

export interface MilestoneWords {
  readonly title?: string;
  readonly due?: string;
  readonly reached?: string;
  readonly isDropped?: boolean;
}

export interface PlanWords {
  readonly start?: string | undefined;
  readonly finish?: string;
  readonly statusDate?: string;
  readonly project?: Partial<Project>;
  readonly tasks?: Readonly<Record<string, TaskWords>>;
  readonly milestones?: Readonly<Record<string, MilestoneWords>>;
}

/** A plan from short words; it starts on Monday, 2 March 2026, unless it says otherwise. */
export function buildPlan(words: PlanWords): Plan {
  const start = 'start' in words ? words.start : '2026-03-02';
  return {
    ...emptyPlan,
    project: {
      ...emptyProject,
      start: date(start),
      finish: date(words.finish),
      statusDate: date(words.statusDate),
      ...words.project,
    },
    tasks: new Map(sorted(words.tasks).map(([id, task]) => [id, buildTask(id, task)])),
    milestones: new Map(
      sorted(words.milestones).map(([id, milestone]) => [id, buildMilestone(id, milestone)]),
    ),
  };
}

/** People of the project file by their keys; what is not said of them is as plain as can be. */
export function buildPeople(
  words: Readonly<Record<string, Partial<Person>>>,
): ReadonlyMap<string, Person> {
  return new Map(Object.entries(words).map(([key, change]) => [key, buildPerson(key, change)]));
}

export function buildPerson(key: string, change: Partial<Person> = {}): Person {
  return {
    key,
    name: key,
    email: undefined,
    calendar: undefined,
    units: 1,
    leave: [],
    team: undefined,
    skills: [],
    isActive: true,
    ...change,
  };
}

function sorted<T>(items: Readonly<Record<string, T>> = {}): readonly (readonly [string, T])[] {
  return Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1));
}

export function buildTask(id: string, words: TaskWords): Task {
  return {
    kind: 'task',
    id,
    title: words.title ?? id,
    description: undefined,
    status: words.status ?? 'todo',
    type: undefined,
    priority: words.priority,
    parent: words.parent,
    milestone: words.milestone,
    rank: words.rank,
    dependsOn: (words.dependsOn ?? []).map(text => read(text, parseDependency)),
    estimate: words.estimate === undefined ? undefined : read(words.estimate, parseEstimate),
    duration: words.duration === undefined ? undefined : read(words.duration, parseDuration),
    split: (words.split ?? []).map(text => read(text, parseDuration)),
    assignees: (words.assignees ?? []).map(text => read(text, parseAssignment)),
    calendar: words.calendar,
    keepsPeopleHours: words.keepsPeopleHours ?? false,
    constraint:
      words.constraint === undefined ? undefined : read(words.constraint, parseConstraint),
    pinned: date(words.pinned),
    deadline: date(words.deadline),
    started: date(words.started),
    finished: date(words.finished),
    progress: words.progress,
    remaining: words.remaining === undefined ? undefined : read(words.remaining, parseEstimate),
    spent: words.spent === undefined ? undefined : read(words.spent, parseDuration),
    cost: words.cost === undefined ? undefined : read(words.cost, parseMoney),
    ...(words.distribution ? { distribution: words.distribution } : {}),
    ...(words.skills ? { skills: words.skills } : {}),
    acceptance: [],
    tags: [],
    code: [],
    commits: [],
    origin: undefined,
    formerIds: [],
    visibility: undefined,
  };
}

function buildMilestone(id: string, words: MilestoneWords): Milestone {
  return {
    kind: 'milestone',
    id,
    title: words.title ?? id,
    description: undefined,
    due: date(words.due),
    isDropped: words.isDropped ?? false,
    reached: date(words.reached),
    rank: undefined,
    goals: [],
    owner: undefined,
    origin: undefined,
    formerIds: [],
    visibility: undefined,
  };
}

function date(text: string | undefined): PlanDate | undefined {
  return text === undefined ? undefined : read(text, parsePlanDate);
}

/** A test that misspells its input is a broken test. */
function read<T>(text: string, parse: (text: string) => T | undefined): T {
  const value = parse(text);
  if (value === undefined) throw new Error(`Cannot read ${text}`);
  return value;
}
