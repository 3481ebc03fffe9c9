import { formatDay, type Instant } from '../model/instant.ts';
import type { Rates } from '../model/moneyRules.ts';
import { figuresDay } from '../money/figuresDay.ts';
import { createScheduler } from '../schedule/scheduler.ts';
import { comparePlans, type PlanComparison } from './comparePlans.ts';
import type { ComparedVersion, ComparedVersions } from './comparedVersion.ts';

/** Schedules both versions as of the same day and compares them. */
export function compareVersions(
  { before, after }: ComparedVersions,
  { today, rates }: { readonly today: Instant; readonly rates: Rates },
): PlanComparison {
  const schedule = createScheduler();
  const scheduled = ({ snapshot }: ComparedVersion) => ({
    snapshot,
    schedule: schedule(snapshot.plan, { today }),
  });
  const at = figuresDay(after.snapshot.plan.project.statusDate, today);
  return comparePlans(scheduled(before), scheduled(after), { rates, at });
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
