import type { ComparedVersion, ComparedVersions } from '../core/comparison/comparedVersion.ts';
import type { PlanComparison } from '../core/comparison/comparePlans.ts';
import type { MoneySums, PlanTotals } from '../core/comparison/planTotals.ts';
import { formatAssignment } from '../core/model/assignment.ts';
import type { Item } from '../core/model/plan.ts';
import type { Exposure } from '../core/risks/exposure.ts';
import { plainComparison } from './scheduleData.ts';

/** A comparison as plain JSON: minutes are working minutes, money is in hundredths by currency. */
export function comparisonData(comparison: PlanComparison): object {
  const { schedule, added, removed, renamed, changed, totals, after } = comparison;
  const { floats, assignments, overloads, exposures } = comparison;
  return {
    ...plainComparison(after.snapshot.plan, schedule),
    added: added.map(plainName),
    removed: removed.map(plainName),
    renamed,
    changed: changed.map(({ id, kind, title, fields }) => ({
      id,
      kind,
      title,
      fields: fields.map(({ field, before = null, after: now = null }) => ({
        field,
        before,
        after: now,
      })),
    })),
    floats,
    assignments: assignments.map(({ before, after: now, ...each }) => ({
      ...each,
      before: before.map(formatAssignment),
      after: now.map(formatAssignment),
    })),
    overloads,
    exposures: exposures.map(({ before, after: now, ...each }) => ({
      ...each,
      before: plainExposure(before),
      after: plainExposure(now),
    })),
    totals: { before: plainTotals(totals.before), after: plainTotals(totals.after) },
  };
}

function plainName({ id, kind, title }: Item): object {
  return { id, kind, title };
}

function plainExposure({ minutes, hundredths }: Exposure): object {
  return { minutes: minutes ?? null, hundredths: hundredths ?? null };
}

function plainTotals({ people, cost, budget, expected, reserve, ...rest }: PlanTotals): object {
  const plain = (sums: MoneySums): object => Object.fromEntries(sums);
  return {
    ...rest,
    people: Object.fromEntries(people),
    cost: plain(cost),
    budget: plain(budget),
    expected: plain(expected),
    reserve: plain(reserve),
  };
}

/** Which versions are compared. */
export function versionsData({ before, after }: ComparedVersions): object {
  return { before: versionData(before), after: versionData(after) };
}

function versionData({ revision, committed }: ComparedVersion): object {
  return {
    revision: revision ?? null,
    commit: committed?.commit ?? null,
    committedAt: committed ? new Date(committed.committedAt * 1000).toISOString() : null,
    subject: committed?.subject ?? null,
  };
}
