import { compileCalendar, type CompiledCalendar } from '../calendar/compileCalendar.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import {
  standardCalendar,
  type CalendarException,
  type Person,
  type Project,
} from '../model/project.ts';
import type { Task } from '../model/task.ts';

/**
 * The calendars of a plan, each compiled once. Place 0 is the project's. A class because it fills
 * as tasks ask for their calendars.
 */
export class TaskCalendars {
  readonly calendars: CompiledCalendar[] = [];
  readonly problems: Problem[] = [];
  readonly #project: Project;
  readonly #places = new Map<string, number>();
  readonly #empty = new Set<string>();

  constructor(project: Project) {
    this.#project = project;
    this.#placeOf(project.calendar, []);
  }

  get project(): CompiledCalendar {
    return this.at(0);
  }

  at(place: number): CompiledCalendar {
    const calendar = this.calendars[place];
    if (!calendar) throw new Error(`No calendar has place ${place}`);
    return calendar;
  }

  readonly #known = new Map<string, number>();

  /**
   * [CAL-8] The task's own calendar; else the one that all of its people share; else the
   * project's. From any of them the days are taken on which everybody assigned is away.
   */
  placeFor(task: Task): number {
    if (task.calendar === undefined && task.assignees.length === 0) return 0;
    let name = task.calendar ?? '';
    for (const { person } of task.assignees) name += `\n${person}`;
    const known = this.#known.get(name) ?? this.#findPlace(task);
    this.#known.set(name, known);
    return known;
  }

  #findPlace(task: Task): number {
    const people = task.assignees
      .map(({ person }) => this.#project.people.get(person))
      .filter(person => person !== undefined);
    const key = this.#knownKey(task.calendar) ?? this.#sharedKey(people) ?? this.#project.calendar;
    return this.#placeOf(key, people);
  }

  #knownKey(key: string | undefined): string | undefined {
    return key !== undefined && this.#project.calendars.has(key) ? key : undefined;
  }

  #sharedKey(people: readonly Person[]): string | undefined {
    const [first, ...others] = people;
    const key = this.#knownKey(first?.calendar);
    return others.every(other => other.calendar === first?.calendar) ? key : undefined;
  }

  #placeOf(key: string, people: readonly Person[]): number {
    const away = people.some(person => person.leave.length === 0) ? [] : people;
    const name = [key, ...away.map(person => person.key).sort()].join('\n');
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.calendars.length;
    this.calendars.push(this.#compile(key, commonLeave(away)));
    this.#places.set(name, place);
    return place;
  }

  #compile(key: string, leave: readonly CalendarException[]): CompiledCalendar {
    const resolve = (name: string) => this.#project.calendars.get(name);
    const rules = resolve(key) ?? resolve(this.#project.calendar) ?? standardCalendar;
    const calendar = compileCalendar(rules, resolve, leave);
    if (!calendar.isEmpty) return calendar;
    this.#reportEmpty(rules.key);
    return compileCalendar(standardCalendar, () => undefined, leave);
  }

  #reportEmpty(key: string): void {
    if (this.#empty.has(key)) return;
    this.#empty.add(key);
    const message = `The calendar "${key}" has no working time in any week, so the standard hours are used; give it at least one shift`;
    const place = { file: 'project.yaml', field: ['calendars', key] };
    this.problems.push(createProblem('calendar-empty', message, place));
  }
}

/** Days on which all are away; of several partial days, the one with the most time left. */
function commonLeave(people: readonly Person[]): readonly CalendarException[] {
  const [first, ...others] = people;
  return others.reduce((common, person) => sharedLeave(common, person.leave), first?.leave ?? []);
}

function sharedLeave(
  a: readonly CalendarException[],
  b: readonly CalendarException[],
): readonly CalendarException[] {
  return a.flatMap(left =>
    b.flatMap(right => {
      const fromDay = Math.max(left.fromDay, right.fromDay);
      const toDay = Math.min(left.toDay, right.toDay);
      const present = minutesOf(left) >= minutesOf(right) ? left : right;
      return fromDay > toDay ? [] : [{ ...present, fromDay, toDay }];
    }),
  );
}

function minutesOf({ shifts }: CalendarException): number {
  return shifts.reduce((sum, { from, to }) => sum + to - from, 0);
}
