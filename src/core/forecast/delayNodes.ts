import type { Dependency } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import type { CalendarRules, Shift } from '../model/project.ts';
import type { Task } from '../model/task.ts';

/** A plan with a place for the delay of each milestone and summary that a risk hits as a whole. */
export interface PlanWithDelays {
  readonly plan: Plan;
  /** The task that stands for the delay, by the item that it delays. */
  readonly delayOf: ReadonlyMap<string, string>;
}

const always = 'forecast, always';
const wholeDay: readonly Shift[] = [{ from: 0, to: 1440 }];
const alwaysRules: CalendarRules = {
  key: always,
  title: undefined,
  base: undefined,
  week: [0, 1, 2, 3, 4, 5, 6].map(() => wholeDay),
  exceptions: [],
};

/**
 * Adds a task without length behind all that a milestone or a summary waits for. Standing at any
 * moment, it moves nothing; once it is given a length, whatever follows the item waits for that too.
 */
export function withDelays(plan: Plan, items: readonly string[]): PlanWithDelays {
  const delayOf = new Map<string, string>();
  const tasks = new Map(plan.tasks);
  for (const item of items) {
    const parts = partsOf(plan, item);
    const [example] = parts;
    if (!example) continue;
    const id = `${item} delay`;
    delayOf.set(item, id);
    tasks.set(id, delayTask(id, item, { plan, parts, example }));
  }
  if (delayOf.size === 0) return { plan, delayOf };
  const calendars = new Map(plan.project.calendars).set(always, alwaysRules);
  return { plan: { ...plan, project: { ...plan.project, calendars }, tasks }, delayOf };
}

/** The tasks that bring an item about: those that name a milestone, and the parts of a summary. */
export function partsOf(plan: Plan, item: string): readonly Task[] {
  const isMilestone = plan.milestones.has(item);
  return [...plan.tasks.values()].filter(
    ({ milestone, parent, status }) =>
      (isMilestone ? milestone : parent) === item && status !== 'dropped',
  );
}

function delayTask(
  id: string,
  item: string,
  { plan, parts, example }: { plan: Plan; parts: readonly Task[]; example: Task },
): Task {
  const dependsOn = parts.map((part): Dependency => ({
    predecessor: part.id,
    type: 'FS',
    lag: undefined,
  }));
  const isMilestone = plan.milestones.has(item);
  return {
    ...example,
    id,
    title: id,
    status: 'todo',
    parent: isMilestone ? undefined : item,
    milestone: isMilestone ? item : undefined,
    rank: undefined,
    dependsOn,
    estimate: undefined,
    duration: { value: 0, unit: 'm', isElapsed: false },
    split: [],
    assignees: [],
    calendar: always,
    keepsPeopleHours: false,
    constraint: undefined,
    pinned: undefined,
    deadline: undefined,
    started: undefined,
    finished: undefined,
    progress: undefined,
    remaining: undefined,
    cost: undefined,
  };
}
