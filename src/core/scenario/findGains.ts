import type { Instant } from '../model/instant.ts';
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
  /** Working minutes, of the project's calendar, that the item would finish earlier. */
  readonly minutes: number;
  /** The same for the project. */
  readonly projectMinutes: number;
  /** What would be wrong with the plan then and is not now. */
  readonly newProblems: readonly Problem[];
}

export interface GainSearch {
  /** Those that gain anything, the most first. */
  readonly gains: readonly Gain[];
  /** The best changes to different items, made together; only where that gains more than any alone. */
  readonly together: Gain | undefined;
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

/** How many of the best changes are made together. */
const mostTogether = 3;

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
  gains.sort((a, b) => b.minutes - a.minutes || least(a) - least(b));
  const best = bestOfEach(gains);
  const all = best.length > 1 ? tryChanges(tried, id, best) : undefined;
  const together = all && all.minutes > (gains[0]?.minutes ?? 0) ? all : undefined;
  return { gains, together, tried: some.length, untried: candidates.length - some.length };
}

/** Of changes that gain the same, the smaller comes first. */
function least({ changes }: Gain): number {
  return changes.reduce((sum, { potential }) => sum + potential, 0);
}

function bestOfEach(gains: readonly Gain[]): readonly Candidate[] {
  const byField = new Map<string, Candidate>();
  for (const { changes } of gains) {
    for (const change of changes) {
      const key = `${change.id}.${change.field}`;
      if (!byField.has(key)) byField.set(key, change);
    }
  }
  return [...byField.values()].slice(0, mostTogether);
}

/** Undefined where it gains nothing. */
function tryChanges(
  { snapshot, before, schedule, options }: TriedPlan,
  id: string,
  changes: readonly Candidate[],
): Gain | undefined {
  const edits = new Map<string, Record<string, Candidate['value']>>();
  for (const { id: item, field, value } of changes) {
    edits.set(item, { ...edits.get(item), [field]: value });
  }
  const scenario = planEdits(
    snapshot,
    [...edits].map(([item, fields]) => ({ id: item, fields })),
  );
  if (!scenario.ok) return undefined;
  const after = schedule(scenario.value.plan, options);
  const [old, now] = [before.datesOf(id), after.datesOf(id)];
  if (!old || !now || now.finish >= old.finish) return undefined;
  const minutes = before.calendar.workBetween(now.finish, old.finish);
  const newProblems = findNewProblems(before, after);
  const projectMinutes = before.calendar.workBetween(after.finish, before.finish);
  return { changes, finish: now.finish, minutes, projectMinutes, newProblems };
}

/** The options that try the same on the command line: `--with "T-7KQ3.estimate=2d"`. */
export function withOptions({ changes }: Gain): string {
  return changes.map(change => `--with "${changeText(change)}"`).join(' ');
}
