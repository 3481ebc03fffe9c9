import { compareText } from '../base/order.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Assignment } from '../model/assignment.ts';
import { dayOf, minutesPerDay, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ItemDates, Schedule } from './schedule.ts';
import { TaskCalendars } from './taskCalendars.ts';
import { findPauses } from './taskPauses.ts';
import { unitsOf } from './taskWork.ts';

/** Somebody who has more work on some days than they give the project on them, and had not before. */
export interface Overload {
  readonly person: string;
  /** The first of the days, counted from 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
  /** The most work of one of them, of what the person gives: 1.5 is half too much; Infinity on a day off. */
  readonly peak: number;
}

/** A task at its dates, as one schedule has it. */
export interface PlacedTask {
  readonly task: Task;
  readonly dates: ItemDates;
  /** When it is worked on. */
  readonly calendar: Calendar;
}

/** A task that is done at other dates or by others; undefined where it is not there at all. */
export interface Replacement {
  readonly before: PlacedTask | undefined;
  readonly after: PlacedTask | undefined;
}

/** Minutes by person and day. */
export type LoadChanges = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Work less than this over what is given is rounding, in minutes. */
const toleranceMinutes = 1;
/** So many tasks are counted in a step. */
const stepSize = 128;

/**
 * How much work people have day by day, and what a move makes of it. What they have without it is
 * added up once, before the first step of a gesture; then only the tasks that move are looked at. A
 * class for what it keeps from step to step.
 */
export class Workload {
  readonly #plan: Plan;
  readonly #schedule: Schedule;
  readonly #calendars: TaskCalendars;
  readonly #calendarOf = new Map<string, Calendar>();
  readonly #minutesOf = new Map<Calendar, Map<number, number>>();
  readonly #loads = new Map<string, Map<number, number>>();
  #over: number | undefined;

  /**
   * @param schedule of the plan before any move
   * @param tasks that make the load; all of the plan where left out
   */
  constructor(plan: Plan, schedule: Schedule, tasks: Iterable<Task> = plan.tasks.values()) {
    this.#plan = plan;
    this.#schedule = schedule;
    this.#calendars = new TaskCalendars(plan.project);
    for (const task of tasks) this.#count(task);
  }

  /** The same, with a step after so many tasks. */
  static *inSteps(plan: Plan, schedule: Schedule): Generator<undefined, Workload> {
    const workload = new Workload(plan, schedule, []);
    let counted = 0;
    for (const task of plan.tasks.values()) {
      workload.#count(task);
      if (++counted % stepSize === 0) yield;
    }
    return workload;
  }

  /** Everybody who is given any work, in the order of their keys. */
  get people(): readonly string[] {
    return [...this.#loads.keys()].sort(compareText);
  }

  /** The minutes of work of a person by day, counted from 1970-01-01; days without any are missing. */
  loadOf(person: string): ReadonlyMap<number, number> {
    return this.#loads.get(person) ?? new Map<number, number>();
  }

  /** The minutes of each person in a task at its dates, and those in which it is worked on at all. */
  workOn(task: Task): { readonly work: ReadonlyMap<string, number>; readonly minutes: number } {
    const placed = placeTask(this.#schedule, task);
    if (!placed) return { work: new Map<string, number>(), minutes: 0 };
    const loads = new Map<string, Map<number, number>>();
    this.#addTask(loads, placed, 1);
    const sum = (days: ReadonlyMap<number, number>): number =>
      [...days.values()].reduce((all, minutes) => all + minutes, 0);
    const work = new Map([...loads].map(([person, days]) => [person, sum(days)]));
    const own = new Map<number, number>();
    this.#addStretches(own, { ...placed, at: placed.calendar }, 1);
    return { work, minutes: sum(own) };
  }

  /** The minutes that a person gives the project on a day. */
  givenOn(person: string, day: number): number {
    const units = this.#plan.project.people.get(person)?.units ?? 1;
    return units * this.#dayMinutes(this.#hoursOf(person), day);
  }

  /** The minutes that somebody has left on the days of some work. */
  freeDuring(person: string, { start, finish }: Pick<ItemDates, 'start' | 'finish'>): number {
    const load = this.loadOf(person);
    let free = 0;
    for (let day = dayOf(start); day * minutesPerDay < finish; day++)
      free += Math.max(0, this.givenOn(person, day) - (load.get(day) ?? 0));
    return free;
  }

  /** The minutes by which a day of a person is too full; 0 where it is not. */
  overOn(person: string, day: number, changes?: LoadChanges): number {
    const load = this.#loads.get(person)?.get(day) ?? 0;
    const over = load + (changes?.get(person)?.get(day) ?? 0) - this.givenOn(person, day);
    return over > toleranceMinutes ? over : 0;
  }

  /** The same of all days of everybody. */
  overInAll(): number {
    this.#over ??= [...this.#loads].reduce(
      (sum, [person, load]) =>
        [...load.keys()].reduce((all, day) => all + this.overOn(person, day), sum),
      0,
    );
    return this.#over;
  }

  /** By how much that grows with changes; below zero where it shrinks. */
  overBy(changes: LoadChanges): number {
    let by = 0;
    for (const [person, days] of changes) {
      for (const day of days.keys())
        by += this.overOn(person, day, changes) - this.overOn(person, day);
    }
    return by;
  }

  /** What becomes of everybody's days when some tasks are done at other dates or by others. */
  changesBy(replaced: Iterable<Replacement>): LoadChanges {
    const changes = new Map<string, Map<number, number>>();
    for (const { before, after } of replaced) {
      if (before) this.#addTask(changes, before, -1);
      if (after) this.#addTask(changes, after, 1);
    }
    return changes;
  }

  /**
   * Who has more days with too much work than before; days that are as bad as others were, which are
   * good now, are no news. In the order of the people's keys.
   */
  findOverloads(
    moved: readonly {
      readonly id: string;
      readonly before: ItemDates;
      readonly after: ItemDates;
    }[],
  ): readonly Overload[] {
    const changes = this.changesBy(
      moved.flatMap(({ id, before, after }) => {
        const task = this.#plan.tasks.get(id);
        if (!task || after.kind !== 'task') return [];
        const calendar = this.#schedule.calendarOf(id);
        const place = (dates: ItemDates): PlacedTask => ({ task, dates, calendar });
        return [{ before: place(before), after: place(after) }];
      }),
    );
    return [...changes]
      .sort(([a], [b]) => compareText(a, b))
      .flatMap(([person, change]) => this.#overloadOf(person, change) ?? []);
  }

  #overloadOf(person: string, change: ReadonlyMap<number, number>): Overload | undefined {
    const load = this.#loads.get(person);
    let firstDay = Infinity;
    let peak = 0;
    let worse = 0;
    let better = 0;
    for (const [day, by] of change) {
      if (Math.abs(by) < toleranceMinutes) continue;
      const before = load?.get(day) ?? 0;
      const given = this.givenOn(person, day);
      const wasOver = before > given + toleranceMinutes;
      const isOver = before + by > given + toleranceMinutes;
      if (wasOver && !isOver) better += 1;
      if (wasOver || !isOver) continue;
      worse += 1;
      firstDay = Math.min(firstDay, day);
      peak = Math.max(peak, (before + by) / given);
    }
    return worse > better ? { person, firstDay, days: worse, peak } : undefined;
  }

  #count(task: Task): void {
    const placed = task.assignees.length > 0 ? placeTask(this.#schedule, task) : undefined;
    if (placed) this.#addTask(this.#loads, placed, 1);
  }

  #addTask(loads: Map<string, Map<number, number>>, placed: PlacedTask, sign: 1 | -1): void {
    for (const assignment of placed.task.assignees) {
      let load = loads.get(assignment.person);
      if (!load) loads.set(assignment.person, (load = new Map<number, number>()));
      this.#addWork(load, { ...placed, assignment }, sign);
    }
  }

  /** The minutes of a person's days between start and finish, pauses left out, by their share in it. */
  #addWork(
    load: Map<number, number>,
    { task, assignment, dates, calendar: own }: PlacedTask & { readonly assignment: Assignment },
    sign: 1 | -1,
  ): void {
    const units = sign * unitsOf(assignment, this.#plan.project);
    // Work with a calendar of its own is done in it, whether the person is there or not.
    const at = task.calendar === undefined ? this.#hoursOf(assignment.person) : own;
    this.#addStretches(load, { task, dates, calendar: own, at }, units);
  }

  /** The same in given hours, which need not be those that govern the task. */
  #addStretches(
    load: Map<number, number>,
    { task, dates, calendar: own, at }: PlacedTask & { readonly at: Calendar },
    units: number,
  ): void {
    const scale = this.#plan.project.durationScale;
    const pauses = task.split.length < 2 ? [] : findPauses(task, dates, { calendar: own, scale });
    let from = dates.start;
    for (const pause of [...pauses, { from: dates.finish, to: dates.finish }]) {
      this.#addStretch(load, { calendar: at, from, to: pause.from }, units);
      from = pause.to;
    }
  }

  #addStretch(
    load: Map<number, number>,
    { calendar, from, to }: { calendar: Calendar; from: Instant; to: Instant },
    units: number,
  ): void {
    for (let day = dayOf(from); day * minutesPerDay < to; day++) {
      const midnight = day * minutesPerDay;
      const isWhole = from <= midnight && to >= midnight + minutesPerDay;
      const minutes = isWhole
        ? this.#dayMinutes(calendar, day)
        : calendar.workBetween(Math.max(from, midnight), Math.min(to, midnight + minutesPerDay));
      if (minutes > 0) load.set(day, (load.get(day) ?? 0) + units * minutes);
    }
  }

  #dayMinutes(calendar: Calendar, day: number): number {
    const days = this.#minutesOf.get(calendar) ?? new Map<number, number>();
    this.#minutesOf.set(calendar, days);
    let minutes = days.get(day);
    if (minutes === undefined) {
      const midnight = day * minutesPerDay;
      minutes = calendar.workBetween(midnight, midnight + minutesPerDay);
      days.set(day, minutes);
    }
    return minutes;
  }

  /** When a person works; who is listed nowhere works as the project does. */
  #hoursOf(person: string): Calendar {
    let calendar = this.#calendarOf.get(person);
    if (!calendar) {
      calendar = this.#calendars.at(this.#calendars.placeOfPerson(person));
      this.#calendarOf.set(person, calendar);
    }
    return calendar;
  }
}

/** A task that has people, where a schedule puts it; undefined for one that is not worked on by itself. */
export function placeTask(schedule: Schedule, task: Task): PlacedTask | undefined {
  const dates = schedule.datesOf(task.id);
  return dates?.kind === 'task'
    ? { task, dates, calendar: schedule.calendarOf(task.id) }
    : undefined;
}

/** What two schedules of a plan and of one that it might be have otherwise. */
export function replacedTasks(
  before: { readonly plan: Plan; readonly schedule: Schedule },
  after: { readonly plan: Plan; readonly schedule: Schedule },
): readonly Replacement[] {
  const found: Replacement[] = [];
  for (const task of after.plan.tasks.values()) {
    const known = before.plan.tasks.get(task.id);
    if (task.assignees.length === 0 && !known?.assignees.length) continue;
    const old = known && placeTask(before.schedule, known);
    const now = placeTask(after.schedule, task);
    const isSame =
      known === task &&
      old?.dates.start === now?.dates.start &&
      old?.dates.finish === now?.dates.finish;
    if (!isSame) found.push({ before: old, after: now });
  }
  return found;
}
