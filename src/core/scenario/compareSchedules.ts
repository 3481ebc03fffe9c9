import { lastStep } from '../base/lastStep.ts';
import type { Instant } from '../model/instant.ts';
import { itemOf, type Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { isPromiseMissed } from '../schedule/promises.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';

/** A plan with its schedule. */
export interface ScheduledPlan {
  readonly plan: Plan;
  readonly schedule: Schedule;
}

/** A date that moves. */
export interface MovedDate {
  readonly before: Instant;
  readonly after: Instant;
  /** Working minutes of the project's calendar; negative when it comes earlier. */
  readonly minutes: number;
}

export interface MovedItem {
  readonly id: string;
  readonly title: string;
  readonly start: MovedDate;
  readonly finish: MovedDate;
}

/** What one schedule says otherwise than another. Lists are in the order of the ids. */
export interface ScheduleComparison {
  readonly finish: MovedDate;
  /** Milestones and tasks without duration. */
  readonly milestones: readonly MovedItem[];
  /** Everything else that moves, summaries left out. */
  readonly tasks: readonly MovedItem[];
  readonly becameCritical: readonly string[];
  readonly noLongerCritical: readonly string[];
  /** Items with a deadline, or due, that was kept before and is not now; and the other way round. */
  readonly newlyMissed: readonly string[];
  readonly newlyMet: readonly string[];
  readonly gotDates: readonly string[];
  readonly lostDates: readonly string[];
  readonly newProblems: readonly Problem[];
  readonly goneProblems: readonly Problem[];
}

/** Compares two schedules of the same plan, or of a plan and what it would be. */
export function compareSchedules(before: ScheduledPlan, after: ScheduledPlan): ScheduleComparison {
  return lastStep(schedulesInSteps(before, after));
}

/** So many items are looked at in a step. */
const stepSize = 256;

/** The same, with a step after each part that takes its time. */
export function* schedulesInSteps(
  before: ScheduledPlan,
  after: ScheduledPlan,
): Generator<undefined, ScheduleComparison> {
  const ids = [...new Set([...before.schedule.ids, ...after.schedule.ids])];
  const found = { milestones: emptyList(), tasks: emptyList() };
  for (const [place, id] of ids.entries()) {
    if (place % stepSize === 0) yield;
    const [old, now] = [before.schedule.datesOf(id), after.schedule.datesOf(id)];
    const moved = old && now && movedItem(after, id, [old, now]);
    if (!moved || now.kind === 'summary') continue;
    (now.kind === 'milestone' ? found.milestones : found.tasks).push(moved);
  }
  const isCritical = ({ schedule }: ScheduledPlan, id: string): boolean => {
    const dates = schedule.datesOf(id);
    return dates?.isCritical === true && dates.kind !== 'summary';
  };
  const isMissed = ({ plan, schedule }: ScheduledPlan, id: string): boolean =>
    isPromiseMissed(plan, schedule, id);
  const has = ({ schedule }: ScheduledPlan, id: string): boolean =>
    schedule.datesOf(id) !== undefined;
  function* turned(
    is: (plan: ScheduledPlan, id: string) => boolean,
    [from, to]: readonly [ScheduledPlan, ScheduledPlan],
  ): Generator<undefined, readonly string[]> {
    yield;
    return ids.filter(id => !is(from, id) && is(to, id));
  }
  return {
    finish: movedDate(after.schedule, before.schedule.finish, after.schedule.finish),
    ...found,
    becameCritical: yield* turned(isCritical, [before, after]),
    noLongerCritical: yield* turned(isCritical, [after, before]),
    newlyMissed: (yield* turned(isMissed, [before, after])).filter(id => has(after, id)),
    newlyMet: (yield* turned(isMissed, [after, before])).filter(id => has(after, id)),
    gotDates: yield* turned(has, [before, after]),
    lostDates: yield* turned(has, [after, before]),
    newProblems: findNewProblems(before.schedule, after.schedule).filter(isNoPromise),
    goneProblems: findNewProblems(after.schedule, before.schedule).filter(isNoPromise),
  };
}

function emptyList(): MovedItem[] {
  return [];
}

function movedItem(
  { plan, schedule }: ScheduledPlan,
  id: string,
  [old, now]: readonly [ItemDates, ItemDates],
): MovedItem | undefined {
  if (old.start === now.start && old.finish === now.finish) return undefined;
  return {
    id,
    title: titleOf(plan, id),
    start: movedDate(schedule, old.start, now.start),
    finish: movedDate(schedule, old.finish, now.finish),
  };
}

/** The title of an item that has one. */
export function titleOf(plan: Plan, id: string): string {
  const item = itemOf(plan, id);
  return item && 'title' in item ? item.title : '';
}

function movedDate({ calendar }: Schedule, before: Instant, after: Instant): MovedDate {
  return { before, after, minutes: calendar.workBetween(before, after) };
}

/** Promises of items are told as such; that of the project is a problem. */
function isNoPromise({ code, items }: Problem): boolean {
  return code !== 'milestone-late' && (code !== 'deadline-missed' || items.length === 0);
}

/**
 * What is wrong after and was not before. Problems are the same when they find the same fault with
 * the same field, whatever dates they tell.
 */
export function findNewProblems(before: Schedule, after: Schedule): readonly Problem[] {
  if (after.problems.length === 0) return [];
  const known = new Set(before.problems.map(keyOf));
  return after.problems.filter(problem => !known.has(keyOf(problem)));
}

function keyOf({ code, items, field = [], file = '' }: Problem): string {
  return [code, file, ...field, ...items].join('\n');
}
