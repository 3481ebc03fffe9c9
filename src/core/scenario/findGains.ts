import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { ScheduleOptions } from '../schedule/buildNetwork.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Scheduler } from '../schedule/scheduler.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { changeText, type Candidate } from './candidates.ts';
import { findNewProblems } from './compareSchedules.ts';
import { planEdits } from './scenario.ts';

/** A change that was tried, and what it came to. */
export interface Gain {
  /** Several where only together they were tried. */
  readonly changes: readonly Candidate[];
  /** When the item would finish. */
  readonly finish: Instant;
  /** Working minutes of the project that the item would finish earlier; its own, where these are none. */
  readonly minutes: number;
  /** The same for the project, of its calendar. */
  readonly projectMinutes: number;
  /** What would be wrong with the plan then and is not now. */
  readonly newProblems: readonly Problem[];
}

export interface GainSearch {
  /** Those that gain anything, the most first. */
  readonly gains: readonly Gain[];
  readonly tried: number;
  /** How many more there were than were tried, the least promising. */
  readonly untried: number;
}

export interface TriedPlan {
  readonly snapshot: Snapshot;
  readonly before: Schedule;
  readonly schedule: Scheduler;
  readonly options: ScheduleOptions;
}

/**
 * Schedules the plan with each change and keeps those that bring the finish of an item earlier. A
 * change that the plan refuses counts as tried and gains nothing.
 *
 * @param most how many are tried at most
 */
export function findGains(
  tried: TriedPlan,
  id: string,
  { candidates, most }: { readonly candidates: readonly Candidate[]; readonly most: number },
): GainSearch {
  const some = candidates.slice(0, most);
  const gains = some.flatMap(candidate => tryChanges(tried, id, [candidate]) ?? []);
  gains.sort(compareGains);
  return { gains, tried: some.length, untried: candidates.length - some.length };
}

/** The earlier finish first; of equal ones that which changes least. */
export function compareGains(a: Gain, b: Gain): number {
  return a.finish - b.finish || least(a) - least(b);
}

function least({ changes }: Gain): number {
  return changes.reduce((sum, { potential }) => sum + potential, 0);
}

/** Undefined where it gains nothing. */
export function tryChanges(
  tried: TriedPlan,
  id: string,
  changes: readonly Candidate[],
): Gain | undefined {
  const { before, options, schedule } = tried;
  const plan = changePlan(tried, changes);
  if (!plan) return undefined;
  const after = schedule(plan, options);
  const [old, now] = [before.datesOf(id), after.datesOf(id)];
  if (!old || !now || now.finish >= old.finish) return undefined;
  const byProject = before.calendar.workBetween(now.finish, old.finish);
  const minutes =
    byProject > 0 ? byProject : before.calendarOf(id).workBetween(now.finish, old.finish);
  const newProblems = findNewProblems(before, after);
  const projectMinutes = before.calendar.workBetween(after.finish, before.finish);
  return { changes, finish: now.finish, minutes, projectMinutes, newProblems };
}

/** The plan with the changes made; undefined where it refuses them. */
export function changePlan(
  { snapshot }: TriedPlan,
  changes: readonly Candidate[],
): Plan | undefined {
  const edits = new Map<string, Record<string, Candidate['value']>>();
  for (const { id: item, field, value } of changes) {
    edits.set(item, { ...edits.get(item), [field]: value });
  }
  const scenario = planEdits(
    snapshot,
    [...edits].map(([item, fields]) => ({ id: item, fields })),
  );
  return scenario.ok ? scenario.value.plan : undefined;
}

/** The options that try the same on the command line: `--with "T-7KQ3.estimate=2d"`. */
export function withOptions({ changes }: Gain): string {
  return changes.map(change => `--with "${changeText(change)}"`).join(' ');
}
