import assert from 'node:assert/strict';
import { formatInstant } from '../../src/core/model/instant.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import type { ItemDates, Schedule } from '../../src/core/schedule/schedule.ts';
import { buildPlan, type PlanWords, type TaskWords } from './buildPlan.ts';

export type Tasks = Readonly<Record<string, TaskWords>>;

/** `03-02T09:00 03-03T18:00`: the planned start and finish, the year left out. */
export function span(dates: ItemDates | undefined): string {
  if (!dates) return 'no dates';
  return `${formatInstant(dates.start).slice(5)} ${formatInstant(dates.finish).slice(5)}`;
}

/** The same of the late dates. */
export function late(dates: ItemDates | undefined): string {
  if (!dates) return 'no dates';
  return `${formatInstant(dates.lateStart).slice(5)} ${formatInstant(dates.lateFinish).slice(5)}`;
}

/** The codes and items of all problems, and the ids that have dates all the same. */
export function checkProblems(
  words: PlanWords,
  problems: readonly (readonly [string, ...string[]])[],
  dated: readonly string[],
): void {
  const schedule = computeSchedule(buildPlan(words));
  assert.deepEqual(
    schedule.problems.map(problem => [problem.code, ...problem.items]),
    problems,
  );
  assert.deepEqual(schedule.ids, dated);
}

export function codes(schedule: Schedule): readonly string[] {
  return schedule.problems.map(problem => problem.code);
}

/** Schedules a plan and compares the planned dates of the items named. */
export function checkPlan(words: PlanWords, expected: Readonly<Record<string, string>>): Schedule {
  const schedule = computeSchedule(buildPlan(words));
  const found = Object.fromEntries(
    Object.keys(expected).map(id => [id, span(schedule.datesOf(id))]),
  );
  assert.deepEqual(found, expected);
  return schedule;
}

export function checkTasks(tasks: Tasks, expected: Readonly<Record<string, string>>): Schedule {
  return checkPlan({ tasks }, expected);
}
