import {
  compileCalendar,
  compileJointCalendar,
  compileSharedCalendar,
  type CalendarMember,
  type CompiledCalendar,
} from '../calendar/compileCalendar.ts';
import { computeCalendarDays, type DaySpan } from '../calendar/calendarDays.ts';
import { dayOf } from '../model/instant.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import {
  standardCalendar,
  type CalendarException,
  type CalendarRules,
  type Person,
  type Project,
} from '../model/project.ts';
import type { Task } from '../model/task.ts';
import { unitsOf } from './taskWork.ts';

/**
 * The calendars of a plan, each compiled once. Place 0 is the project's. A class because it fills
 * as tasks ask for their calendars.
 */
export class TaskCalendars {
  readonly calendars: CompiledCalendar[] = [];
  readonly problems: Problem[] = [];
  readonly #project: Project;
  readonly #span: DaySpan | undefined;
  readonly #places = new Map<string, number>();
  /** By a task's calendar and people, so that each combination is worked out once. */
  readonly #known = new Map<string, number>();
  readonly #empty = new Set<string>();
  /** By person: one may share tasks with many others. */
  readonly #members = new Map<string, CalendarMember>();

  constructor(project: Project) {
    this.#project = project;
    this.#span = likelySpan(project);
    this.#placeOf(project.calendar, undefined);
  }

  get project(): CompiledCalendar {
    return this.at(0);
  }

  at(place: number): CompiledCalendar {
    const calendar = this.calendars[place];
    if (!calendar) throw new Error(`No calendar has place ${place}`);
    return calendar;
  }

  /**
   * [CAL-8] The task's own calendar, whoever does it; else the time in which at least one of its people works; else the project's.
   */
  placeFor(task: Task): number {
    if (task.calendar === undefined && task.assignees.length === 0) return 0;
    let name = task.keepsPeopleHours ? `&${task.calendar ?? ''}` : (task.calendar ?? '');
    const isEffort = countsHands(task);
    for (const { person, units } of task.assignees) {
      name += isEffort ? `\n${person} ${units}` : `\n${person}`;
    }
    const known = this.#known.get(name) ?? this.#findPlace(task);
    this.#known.set(name, known);
    return known;
  }

  /** When a person works; the project's calendar for one who is listed nowhere. */
  placeOfPerson(key: string): number {
    const person = this.#project.people.get(key);
    return person ? this.#placeOf(this.#keyOf(person), person) : 0;
  }

  #findPlace(task: Task): number {
    const people = task.assignees
      .map(({ person }) => this.#project.people.get(person))
      .filter(person => person !== undefined);
    const own = this.#knownKey(task.calendar);
    if (own !== undefined && task.keepsPeopleHours && people.length > 0) {
      return this.#jointPlace(own, people);
    }
    if (own !== undefined) return this.#placeOf(own, undefined);
    const members = this.#membersOf(people);
    const [first, ...others] = [...members.values()];
    if (!first) return 0;
    if (others.length === 0) return this.#placeOf(this.#keyOf(first), first);
    return this.#sharedPlace(
      members,
      countsHands(task) ? this.#sharesOf(task, members) : undefined,
    );
  }

  /** [DEP-5] A lag runs on the task's own calendar, else the project's: nobody works in it. */
  lagPlaceFor({ calendar }: Task): number {
    const own = this.#knownKey(calendar);
    return own === undefined ? 0 : this.#placeOf(own, undefined);
  }

  /** Those whose hours differ, by a name for their hours. */
  #membersOf(people: readonly Person[]): ReadonlyMap<string, Person> {
    return new Map(people.map(person => [this.#hoursKeyOf(person), person]));
  }

  #hoursKeyOf(person: Person): string {
    return person.leave.length === 0 ? this.#keyOf(person) : `\n${person.key}`;
  }

  /** [DUR-2] What part of the hands works at each of the hours; undefined where nobody gives any. */
  #sharesOf(
    { assignees }: Task,
    members: ReadonlyMap<string, Person>,
  ): ReadonlyMap<string, number> | undefined {
    const units = new Map([...members.keys()].map(hours => [hours, 0]));
    let total = 0;
    for (const assignment of assignees) {
      const person = this.#project.people.get(assignment.person);
      if (!person) continue;
      const given = Math.max(0, unitsOf(assignment, this.#project));
      const hours = this.#hoursKeyOf(person);
      units.set(hours, (units.get(hours) ?? 0) + given);
      total += given;
    }
    if (total === 0) return undefined;
    return new Map([...units].map(([hours, given]) => [hours, given / total]));
  }

  /** [CAL-9] The time in which the task's calendar and at least one of its people both work. */
  #jointPlace(key: string, people: readonly Person[]): number {
    const members = this.#membersOf(people);
    const name = ['&', key, ...[...members.keys()].sort()].join('\n\n');
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const hours = this.#hoursOf(members);
    const joint = compileJointCalendar(this.#rulesOf(key), hours, this.#lookUp, this.#span);
    if (!joint.isEmpty) return this.#add(name, joint);
    this.#reportApart(key, people);
    const own = this.#placeOf(key, undefined);
    this.#places.set(name, own);
    return own;
  }

  readonly #lookUp = (key: string): CalendarRules | undefined => this.#project.calendars.get(key);

  #hoursOf(members: ReadonlyMap<string, Person>): readonly CalendarMember[] {
    return [...members.values()].map(person => {
      const known = this.#members.get(person.key) ?? this.#layOut(person);
      this.#members.set(person.key, known);
      return known;
    });
  }

  #layOut(person: Person): CalendarMember {
    const rules = this.#rulesOf(this.#keyOf(person));
    return { rules, days: computeCalendarDays(rules, this.#lookUp, person.leave, this.#span) };
  }

  #keyOf(person: Person): string {
    return this.#knownKey(person.calendar) ?? this.#project.calendar;
  }

  /** The calendar of several people who do not all work the same hours. */
  #sharedPlace(
    members: ReadonlyMap<string, Person>,
    shares: ReadonlyMap<string, number> | undefined,
  ): number {
    const hours = [...members.keys()].sort();
    const name = hours.map(key => (shares ? `${key}\n${shares.get(key)}` : key)).join('\n\n');
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const parts = shares && [...members.keys()].map(key => shares.get(key) ?? 0);
    const shared = compileSharedCalendar(this.#hoursOf(members), parts);
    return this.#add(name, shared.isEmpty ? compileCalendar(standardCalendar, noBase) : shared);
  }

  #add(name: string, calendar: CompiledCalendar): number {
    const place = this.calendars.length;
    this.calendars.push(calendar);
    this.#places.set(name, place);
    return place;
  }

  #rulesOf(key: string): CalendarRules {
    const { calendars, calendar } = this.#project;
    return calendars.get(key) ?? calendars.get(calendar) ?? standardCalendar;
  }

  #knownKey(key: string | undefined): string | undefined {
    return key !== undefined && this.#project.calendars.has(key) ? key : undefined;
  }

  /** @param person whose leave counts */
  #placeOf(key: string, person: Person | undefined): number {
    const leave = person?.leave ?? [];
    const name = leave.length === 0 ? key : `${key}\n${person?.key}`;
    return this.#places.get(name) ?? this.#add(name, this.#compile(key, leave));
  }

  #compile(key: string, leave: readonly CalendarException[]): CompiledCalendar {
    const rules = this.#rulesOf(key);
    const calendar = compileCalendar(rules, this.#lookUp, leave, this.#span);
    if (!calendar.isEmpty) return calendar;
    this.#reportEmpty(rules.key);
    return compileCalendar(standardCalendar, noBase, leave, this.#span);
  }

  #reportApart(key: string, people: readonly Person[]): void {
    const names = people.map(person => person.key).join(', ');
    const message = `The calendar "${key}" and the hours of ${names} have no time in common, so the calendar alone is used; change one of them, or take keepsPeopleHours out of the task`;
    const place = { file: 'project.yaml', field: ['calendars', key] };
    this.problems.push(createProblem('calendar-empty', message, place));
  }

  #reportEmpty(key: string): void {
    if (this.#empty.has(key)) return;
    this.#empty.add(key);
    const message = `The calendar "${key}" has no working time in any week, so the standard hours are used; give it at least one shift`;
    const place = { file: 'project.yaml', field: ['calendars', key] };
    this.problems.push(createProblem('calendar-empty', message, place));
  }
}

/** True where people spread an effort over them, so that fewer take longer. */
function countsHands({ estimate, duration }: Task): boolean {
  return duration === undefined && estimate !== undefined && !estimate.optimistic.isElapsed;
}

/** Where most plans run; dates outside are as right, and take a little longer. */
function likelySpan({ start }: Project): DaySpan | undefined {
  if (!start) return undefined;
  const fromDay = dayOf(start.at);
  return { fromDay, toDay: fromDay + likelyDays };
}

/** Two years. */
const likelyDays = 2 * 365;

function noBase(): undefined {
  return undefined;
}
