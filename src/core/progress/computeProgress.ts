import { countAcceptance, type AcceptanceCount } from '../model/acceptance.ts';
import { dayOf, minutesPerDay, weekday, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { plannedWork } from '../model/plannedWork.ts';
import { isClosed, type Task } from '../model/task.ts';
import { actualFinishMoment, actualStartMoment } from '../schedule/dateMeaning.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { computeTaskWork } from '../schedule/taskWork.ts';

/** What was done in a week, and what was left after it. Lengths are working minutes of the tasks. */
export interface ProgressWeek {
  /** Its Monday, counted from 1970-01-01. */
  readonly firstDay: number;
  readonly doneTasks: number;
  readonly doneMinutes: number;
  readonly leftTasks: number;
  readonly leftMinutes: number;
  /** Tasks that were begun and not done at its end, or on the day that is told of. */
  readonly inWork: number;
}

/** A task that was begun and is not done. */
export interface AgeingTask {
  readonly id: string;
  readonly title: string;
  /** Working minutes since it was begun. */
  readonly age: number;
}

/**
 * Progress as the dates of the tasks tell it, not as anybody feels it. The scope is that of today:
 * what was planned and given up in between is not in it.
 */
export interface ProgressView {
  readonly weeks: readonly ProgressWeek[];
  readonly tasks: number;
  readonly minutes: number;
  readonly doneTasks: number;
  readonly doneMinutes: number;
  /** Tasks that are done, and of which nobody said when. */
  readonly undated: readonly string[];
  /** Points of acceptance, and those that are met. */
  readonly acceptance: AcceptanceCount;
  /** Of the last four whole weeks, a week: tasks (throughput) and minutes (velocity). */
  readonly throughput: number;
  readonly velocity: number;
  /** How many weeks are left at that pace; undefined where nothing was done. */
  readonly weeksLeft: number | undefined;
  /** From start to finish, in working minutes: half of the tasks, and 85% of them, took no longer. */
  readonly cycle: { readonly half: number; readonly most: number } | undefined;
  /** Work in progress, the oldest first. */
  readonly ageing: readonly AgeingTask[];
}

/** So many weeks are told, up to the day. */
const mostWeeks = 104;
const paceWeeks = 4;

/** @param at the end of the day that is told of */
export function computeProgress(plan: Plan, schedule: Schedule, at: Instant): ProgressView {
  const works = plannedWork(plan).map(task => measure(plan, schedule, task));
  const done = works.filter(({ task }) => task.status === 'done');
  const dated = done.filter(({ finish }) => finish !== undefined && finish <= at);
  const weeks = weeksOf(works, dated, at);
  const pace = weeks.slice(-1 - paceWeeks, -1);
  const perWeek = (of: (week: ProgressWeek) => number): number =>
    pace.length === 0 ? 0 : pace.reduce((sum, week) => sum + of(week), 0) / pace.length;
  const velocity = perWeek(({ doneMinutes }) => doneMinutes);
  const minutes = sumOf(works);
  const doneMinutes = sumOf(done);
  return {
    weeks,
    tasks: works.length,
    minutes,
    doneTasks: done.length,
    doneMinutes,
    undated: done.filter(({ finish }) => finish === undefined).map(({ task }) => task.id),
    acceptance: countAcceptance(works.map(({ task }) => task)),
    throughput: perWeek(({ doneTasks }) => doneTasks),
    velocity,
    weeksLeft: velocity > 0 ? (minutes - doneMinutes) / velocity : undefined,
    cycle: cycleOf(dated, schedule),
    ageing: ageingOf(works, schedule, at),
  };
}

interface Work {
  readonly task: Task;
  readonly minutes: number;
  readonly start: Instant | undefined;
  readonly finish: Instant | undefined;
}

function measure(plan: Plan, schedule: Schedule, task: Task): Work {
  const calendar = schedule.calendarOf(task.id);
  return {
    task,
    minutes: computeTaskWork(task, plan.project).duration,
    start: task.started && actualStartMoment(task.started, calendar),
    finish: task.finished && actualFinishMoment(task.finished, calendar),
  };
}

function sumOf(works: readonly Work[]): number {
  return works.reduce((sum, { minutes }) => sum + minutes, 0);
}

function weeksOf(
  works: readonly Work[],
  dated: readonly Work[],
  at: Instant,
): readonly ProgressWeek[] {
  const days = dated.map(({ finish = 0 }) => dayOf(finish - 1));
  const first = days.reduce((least, day) => Math.min(least, day), Infinity);
  if (first === Infinity) return [];
  const monday = (day: number): number => day - weekday(day);
  const last = monday(dayOf(at - 1));
  const from = Math.max(monday(first), last - (mostWeeks - 1) * 7);
  const weeks: ProgressWeek[] = [];
  for (let firstDay = from; firstDay <= last; firstDay += 7) {
    const isBy = (place: number): boolean => (days[place] ?? Infinity) < firstDay + 7;
    const by = dated.filter((_, place) => isBy(place));
    const within = dated.filter((_, place) => isBy(place) && (days[place] ?? 0) >= firstDay);
    weeks.push({
      firstDay,
      doneTasks: within.length,
      doneMinutes: sumOf(within),
      leftTasks: works.length - by.length,
      leftMinutes: sumOf(works) - sumOf(by),
      inWork: countInWork(works, Math.min(at, (firstDay + 7) * minutesPerDay)),
    });
  }
  return weeks;
}

/** What is done at a time that nobody told has left the work at a time that nobody can tell. */
function countInWork(works: readonly Work[], at: Instant): number {
  return works.filter(
    ({ task, start = Infinity, finish }) =>
      start < at && (finish === undefined ? task.status !== 'done' : finish > at),
  ).length;
}

function cycleOf(dated: readonly Work[], schedule: Schedule): ProgressView['cycle'] {
  const lengths = dated
    .flatMap(({ task, start, finish }) =>
      start === undefined || finish === undefined
        ? []
        : [schedule.calendarOf(task.id).workBetween(start, finish)],
    )
    .sort((a, b) => a - b);
  if (lengths.length === 0) return undefined;
  const at = (share: number): number => lengths[Math.ceil(lengths.length * share) - 1] ?? 0;
  return { half: at(0.5), most: at(0.85) };
}

function ageingOf(works: readonly Work[], schedule: Schedule, at: Instant): readonly AgeingTask[] {
  return works
    .flatMap(({ task, start }) => {
      if (start === undefined || start >= at || isClosed(task)) return [];
      const age = Math.max(0, schedule.calendarOf(task.id).workBetween(start, at));
      return [{ id: task.id, title: task.title, age }];
    })
    .sort((a, b) => b.age - a.age || (a.id < b.id ? -1 : 1));
}

/** Midnight after a day, up to which things of that day count. */
export function endOfDay(at: Instant): Instant {
  return (dayOf(at) + 1) * minutesPerDay;
}
