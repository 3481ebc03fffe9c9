import { arePlainEqual } from '../format/plainValue.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Change } from '../model/change.ts';
import { formatInstant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { ImportedBaseline } from './importedPlan.ts';
import { findOverwritten, type OverwrittenValue } from './overwrittenValues.ts';
import type { PlanEcho } from './planEcho.ts';

interface BaselineImport {
  readonly changes: readonly Change[];
  /** The names of those that are new or stand otherwise now. */
  readonly names: readonly string[];
  readonly overwritten: readonly OverwrittenValue[];
}

/**
 * What an import does to the baselines: one that was imported before follows the file, a new one
 * is named by the day on which it begins, since nobody says when it was taken. One that went there
 * and came back as it was sent is the plan's own, and stays.
 */
export function planBaselines(
  imported: readonly ImportedBaseline[],
  {
    plan,
    idOf,
    echo,
  }: {
    readonly plan: Plan;
    /** The ids of the items by origin. */
    readonly idOf: ReadonlyMap<string, string>;
    readonly echo: PlanEcho | undefined;
  },
): BaselineImport {
  const changes: Change[] = [];
  const names: string[] = [];
  const overwritten: OverwrittenValue[] = [];
  const sent = new Map(echo?.imported.baselines.map(each => [each.slug, each]));
  for (const baseline of imported) {
    const items = itemsById(baseline, idOf);
    const before = sent.get(baseline.slug);
    const isAsSent = before && arePlainEqual(items, itemsById(before, echo?.idOf ?? idOf));
    if (isAsSent || Object.keys(items).length === 0) continue;
    const present = findImported(plan, baseline);
    if (!present) {
      const name = `${firstDay(items)}-${baseline.slug}`;
      names.push(name);
      changes.push({ kind: 'add', id: name, fields: { title: baseline.title, items } });
      continue;
    }
    const differing = Object.entries(items).filter(([id, span]) => span !== spanIn(present, id));
    if (differing.length > 0) names.push(present.name);
    for (const [id, span] of differing) {
      changes.push({ kind: 'set', id: present.name, field: ['items', id], value: span });
      const field = `items.${id}`;
      const lost = findOverwritten(present.name, field, {
        before: spanIn(present, id),
        after: span,
      });
      if (lost) overwritten.push(lost);
    }
  }
  return { changes, names, overwritten };
}

function itemsById(
  { items }: ImportedBaseline,
  idOf: ReadonlyMap<string, string>,
): Record<string, string> {
  const byId: Record<string, string> = {};
  for (const [origin, span] of items) {
    const id = idOf.get(origin);
    if (id !== undefined) byId[id] = span;
  }
  return byId;
}

function findImported({ baselines }: Plan, { slug }: ImportedBaseline): Baseline | undefined {
  return [...baselines.values()].find(({ name }) => name.slice('2026-01-01-'.length) === slug);
}

function spanIn({ items }: Baseline, id: string): string | undefined {
  const stood = items.get(id);
  return stood && `${formatInstant(stood.start)}..${formatInstant(stood.finish)}`;
}

/** Written dates are in the order of time. */
function firstDay(items: Readonly<Record<string, string>>): string {
  const [first = ''] = Object.values(items).sort();
  return first.slice(0, '2026-01-01'.length);
}
