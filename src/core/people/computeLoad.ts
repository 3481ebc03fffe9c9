import { compareText } from '../base/order.ts';
import { dayOf, weekday } from '../model/instant.ts';
import { personName } from '../model/personName.ts';
import { emptyPlan, type Plan } from '../model/plan.ts';
import { isClosed, type Task } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { Workload } from '../schedule/workload.ts';

/** A week of somebody's work, in minutes. */
export interface LoadWeek {
  /** Its Monday, counted from 1970-01-01. */
  readonly firstDay: number;
  readonly given: number;
  readonly work: number;
}

/** Days in a row on which somebody has more work than time. */
export interface OverloadStretch {
  /** Counted from 1970-01-01, both ends in. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Minutes of work beyond what is given. */
  readonly over: number;
  /** Open tasks of those days, in the order of their starts. */
  readonly tasks: readonly string[];
}

export interface PersonLoad {
  readonly person: string;
  readonly name: string;
  readonly team: string | undefined;
  readonly skills: readonly string[];
  /** Minutes of work in the plan, and what is left of them by the tasks that are open. */
  readonly work: number;
  readonly openTasks: number;
  readonly weeks: readonly LoadWeek[];
  readonly overloads: readonly OverloadStretch[];
}

/** A week of a group, with the work that needs its skill and has nobody yet. */
export interface GroupWeek extends LoadWeek {
  readonly unassigned: number;
}

/** The weeks of a team, or of all who have a skill, added up. */
export interface GroupLoad {
  readonly key: string;
  readonly people: readonly string[];
  readonly weeks: readonly GroupWeek[];
}

export interface LoadView {
  readonly people: readonly PersonLoad[];
  readonly teams: readonly GroupLoad[];
  readonly skills: readonly GroupLoad[];
}

/**
 * How much everybody has to do, week by week from the first with any work to the last, and on which
 * days it is too much. Listed people come with others who are given work, by their keys; a skill also
 * with the work that needs it and has nobody, whether anybody has it or not.
 */
export function computeLoad(plan: Plan, schedule: Schedule): LoadView {
  const workload = new Workload(plan, schedule);
  const keys = [...new Set([...plan.project.people.keys(), ...workload.people])].sort(compareText);
  const wanted = wantedSkills(plan, schedule);
  const span = findSpan([workload, wanted]);
  const tasks = tasksByPerson(plan, schedule);
  const people = keys.map((person): PersonLoad => {
    const known = plan.project.people.get(person);
    const load = workload.loadOf(person);
    return {
      person,
      name: personName(plan.project, person),
      team: known?.team,
      skills: known?.skills ?? [],
      work: Math.round([...load.values()].reduce((sum, minutes) => sum + minutes, 0)),
      openTasks: tasks.get(person)?.length ?? 0,
      weeks: weeksOf(workload, person, span),
      overloads: findStretches(workload, person, tasks.get(person) ?? []),
    };
  });
  return {
    people,
    teams: groupLoads(people, ({ team }) => (team === undefined ? [] : [team])),
    skills: addWanted(
      groupLoads(people, ({ skills }) => skills),
      wanted,
      span,
    ),
  };
}

/** By person: the minutes of work beyond what is given, with a step after each part of the work. */
export function* overInSteps(
  plan: Plan,
  schedule: Schedule,
): Generator<undefined, ReadonlyMap<string, number>> {
  const workload = yield* Workload.inSteps(plan, schedule);
  yield;
  const tasks = tasksByPerson(plan, schedule);
  yield;
  const found = new Map<string, number>();
  for (const person of workload.people) {
    const stretches = findStretches(workload, person, tasks.get(person) ?? []);
    found.set(
      person,
      stretches.reduce((sum, { over }) => sum + over, 0),
    );
    yield;
  }
  return found;
}

interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/**
 * What needs a skill and has nobody, as if the skill were somebody who works as the project does: of
 * several skills each is needed all of the time.
 */
function wantedSkills({ project, tasks }: Plan, schedule: Schedule): Workload {
  const wanted = [...tasks.values()].flatMap((task): readonly [string, Task][] => {
    if (isClosed(task) || task.assignees.length > 0 || !task.skills) return [];
    const assignees = [...new Set(task.skills)].map(skill => ({ person: skill, units: 1 }));
    return [[task.id, { ...task, assignees }]];
  });
  const nobody = { ...project, people: new Map() };
  return new Workload({ ...emptyPlan, project: nobody, tasks: new Map(wanted) }, schedule);
}

function addWanted(
  groups: readonly GroupLoad[],
  wanted: Workload,
  span: DaySpan | undefined,
): readonly GroupLoad[] {
  const byKey = new Map(groups.map(group => [group.key, group]));
  return [...new Set([...byKey.keys(), ...wanted.people])].sort(compareText).map(key => {
    const needed = weeksOf(wanted, key, span);
    const { people = [], weeks } = byKey.get(key) ?? {};
    return {
      key,
      people,
      weeks: needed.map(({ firstDay, work }, week) => {
        const present = weeks?.[week] ?? { given: 0, work: 0 };
        return { ...present, firstDay, unassigned: work };
      }),
    };
  });
}

function findSpan(workloads: readonly Workload[]): DaySpan | undefined {
  let [from, to] = [Infinity, -Infinity];
  for (const workload of workloads) {
    for (const person of workload.people) {
      for (const day of workload.loadOf(person).keys()) {
        if (day < from) from = day;
        if (day > to) to = day;
      }
    }
  }
  return to < from ? undefined : { from: from - weekday(from), to };
}

function weeksOf(workload: Workload, person: string, span: DaySpan | undefined): LoadWeek[] {
  const weeks: LoadWeek[] = [];
  if (!span) return weeks;
  const load = workload.loadOf(person);
  for (let firstDay = span.from; firstDay <= span.to; firstDay += 7) {
    let [given, work] = [0, 0];
    for (let day = firstDay; day < firstDay + 7; day++) {
      given += workload.givenOn(person, day);
      work += load.get(day) ?? 0;
    }
    weeks.push({ firstDay, given: Math.round(given), work: Math.round(work) });
  }
  return weeks;
}

interface PlacedTask {
  readonly id: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

function tasksByPerson(plan: Plan, schedule: Schedule): ReadonlyMap<string, readonly PlacedTask[]> {
  const found = new Map<string, PlacedTask[]>();
  for (const task of plan.tasks.values()) {
    const dates = isClosed(task) ? undefined : schedule.datesOf(task.id);
    if (dates?.kind !== 'task') continue;
    const placed = {
      id: task.id,
      firstDay: dayOf(dates.start),
      lastDay: dayOf(Math.max(dates.start, dates.finish - 1)),
    };
    for (const person of new Set(task.assignees.map(each => each.person))) {
      const list = found.get(person);
      if (list) list.push(placed);
      else found.set(person, [placed]);
    }
  }
  for (const list of found.values())
    list.sort((a, b) => a.firstDay - b.firstDay || compareText(a.id, b.id));
  return found;
}

/** Days off between two full days do not end a stretch. */
function findStretches(
  workload: Workload,
  person: string,
  tasks: readonly PlacedTask[],
): readonly OverloadStretch[] {
  const load = workload.loadOf(person);
  const stretches: { firstDay: number; lastDay: number; over: number }[] = [];
  let isOpen = false;
  for (const day of [...load.keys()].sort((a, b) => a - b)) {
    const over = workload.overOn(person, day);
    const last = stretches.at(-1);
    if (over === 0) {
      isOpen = false;
    } else if (last && isOpen && !isFreeBetween(workload, person, [last.lastDay, day])) {
      last.lastDay = day;
      last.over += over;
    } else {
      stretches.push({ firstDay: day, lastDay: day, over });
      isOpen = true;
    }
  }
  // What was too much in the past, and is done, needs no way out any more.
  return stretches
    .map(({ firstDay, lastDay, over }) => ({
      firstDay,
      lastDay,
      over: Math.round(over),
      tasks: tasks
        .filter(task => task.firstDay <= lastDay && task.lastDay >= firstDay)
        .map(({ id }) => id),
    }))
    .filter(stretch => stretch.tasks.length > 0);
}

/** True where the person gives time on a day between two others. */
function isFreeBetween(
  workload: Workload,
  person: string,
  [from, to]: readonly [number, number],
): boolean {
  if (to - from > 14) return true;
  for (let day = from + 1; day < to; day++) if (workload.givenOn(person, day) > 0) return true;
  return false;
}

function groupLoads(
  people: readonly PersonLoad[],
  keysOf: (load: PersonLoad) => readonly string[],
): readonly GroupLoad[] {
  const groups = new Map<string, PersonLoad[]>();
  for (const load of people) {
    for (const key of new Set(keysOf(load))) groups.set(key, [...(groups.get(key) ?? []), load]);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, members]) => ({
      key,
      people: members.map(({ person }) => person),
      weeks: (members[0]?.weeks ?? []).map(({ firstDay }, week) => ({
        firstDay,
        given: members.reduce((sum, { weeks }) => sum + (weeks[week]?.given ?? 0), 0),
        work: members.reduce((sum, { weeks }) => sum + (weeks[week]?.work ?? 0), 0),
        unassigned: 0,
      })),
    }));
}
