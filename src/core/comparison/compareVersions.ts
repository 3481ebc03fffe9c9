import { lastStep } from '../base/lastStep.ts';
import { dayOf, formatDay, minutesPerDay, type Instant } from '../model/instant.ts';
import type { Rates } from '../model/moneyRules.ts';
import { figuresDay } from '../money/figuresDay.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { createScheduler } from '../schedule/scheduler.ts';
import { comparePlansInSteps, type PlanComparison } from './comparePlans.ts';
import type { CommittedPlan } from '../store/committedPlan.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { ComparedVersion, ComparedVersions } from './comparedVersion.ts';

/** The schedule of a version as of a day, in steps. */
export type ScheduledVersion = (snapshot: Snapshot, day: Instant) => Generator<undefined, Schedule>;

interface VersionOptions {
  /** The day that the files as they are are looked at. */
  readonly today: Instant;
  readonly rates: Rates;
  /** The schedule of a version as of a day, where another way is better than from nothing. */
  readonly scheduled?: ScheduledVersion;
}

/**
 * Schedules both versions as of the same day and compares them: of two commits as of the day of the
 * later one, so that the same commits give the same answer whenever they are compared.
 */
export function compareVersions(
  versions: ComparedVersions,
  options: VersionOptions,
): PlanComparison {
  return lastStep(versionsInSteps(versions, options));
}

/** The same, with a step after each part that takes its time. */
export function* versionsInSteps(
  { before, after }: ComparedVersions,
  { today, rates, scheduled = followVersions() }: VersionOptions,
): Generator<undefined, PlanComparison> {
  const day = after.committed ? dayOfCommit(after.committed) : today;
  const at = figuresDay(after.snapshot.plan.project.statusDate, day);
  const old = yield* scheduled(before.snapshot, day);
  yield;
  const now = yield* scheduled(after.snapshot, day);
  yield;
  return yield* comparePlansInSteps(
    { snapshot: before.snapshot, schedule: old },
    { snapshot: after.snapshot, schedule: now },
    { rates, at },
  );
}

/** Each version is scheduled from the one before, at once: quicker where nobody waits for a turn. */
function followVersions(): ScheduledVersion {
  const schedule = createScheduler();
  return function* (snapshot, today) {
    yield;
    return schedule(snapshot.plan, { today });
  };
}

/** Its midnight in the time of Greenwich, which is the same for everybody. */
function dayOfCommit({ committedAt }: CommittedPlan): Instant {
  return dayOf(Math.floor(committedAt / 60)) * minutesPerDay;
}

/** `Bridge, main (3f2a1c9 of 2026-11-20) to the files as they are` */
export function titleOfVersions({ before, after }: ComparedVersions): string {
  const name = after.snapshot.plan.project.name || 'The plan';
  return `${name}, ${nameOfVersion(before)} to ${nameOfVersion(after)}`;
}

function nameOfVersion({ revision, committed }: ComparedVersion): string {
  if (!committed || revision === undefined) return 'the files as they are';
  const day = formatDay(Math.floor(committed.committedAt / 60));
  const short = committed.commit.slice(0, 9);
  // The name of a commit may stand in an expression: `3f2a…^`.
  const readable = revision.replaceAll(/[0-9a-f]{40,}/g, full => full.slice(0, 9));
  const name = committed.commit.startsWith(revision) ? '' : `${readable} `;
  return name === '' ? `${short} of ${day}` : `${name}(${short} of ${day})`;
}
