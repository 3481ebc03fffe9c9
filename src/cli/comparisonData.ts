import type { PlanComparison } from '../core/comparison/comparePlans.ts';
import type { MoneySums, PlanTotals } from '../core/comparison/planTotals.ts';
import type { Item } from '../core/model/plan.ts';
import { plainComparison } from './scheduleData.ts';

/** A comparison as plain JSON: minutes are working minutes, money is in hundredths by currency. */
export function comparisonData(comparison: PlanComparison): object {
  const { schedule, added, removed, renamed, changed, totals, after } = comparison;
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
    totals: { before: plainTotals(totals.before), after: plainTotals(totals.after) },
  };
}

function plainName({ id, kind, title }: Item): object {
  return { id, kind, title };
}

function plainTotals({ people, cost, reserve, ...rest }: PlanTotals): object {
  const plain = (sums: MoneySums): object => Object.fromEntries(sums);
  return {
    ...rest,
    people: Object.fromEntries(people),
    cost: plain(cost),
    reserve: plain(reserve),
  };
}
