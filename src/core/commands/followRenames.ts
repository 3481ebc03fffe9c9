import type { Change } from '../model/change.ts';
import { itemOf } from '../model/plan.ts';
import { formerIdsOf } from '../store/checkFormerIds.ts';
import { rawEntries, rawFieldsOf } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { setField } from './commandPlan.ts';
import { nameInstead, referencesTo } from './references.ts';

type SetChange = Extract<Change, { readonly kind: 'set' }>;

/** The changes after which whatever still names an item by a former id names it by its present one. */
export function followRenames(snapshot: Snapshot): readonly Change[] {
  const renamed = [...formerIdsOf(snapshot.plan)].flatMap(([former, present]) =>
    itemOf(snapshot.plan, former)
      ? []
      : referencesTo(snapshot, former)
          .filter(reference => reference.id !== present)
          .map(reference => ({ reference, change: nameInstead(reference, former, present) })),
  );
  /** What stands in each list, or will. */
  const named = new Map<string, Set<unknown>>();
  const changes: SetChange[] = [];
  const twice: SetChange[] = [];
  for (const { reference, change } of renamed) {
    const { id, list } = reference;
    const key = `${id} ${String(list)}`;
    const known =
      named.get(key) ??
      new Set(list && rawEntries(rawFieldsOf(snapshot, id), list).map(({ value }) => value));
    named.set(key, known);
    // What the list names under the present id too stands there once.
    if (list && known.has(change.value)) twice.push(setField(id, change.field, undefined));
    else changes.push(change);
    known.add(change.value);
  }
  // From the end, so that the places of the others stay right.
  const placeOf = ({ field }: SetChange): number => Number(field.at(-1));
  return [...changes, ...twice.toSorted((a, b) => placeOf(b) - placeOf(a))];
}
