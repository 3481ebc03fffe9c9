import type { Change } from '../model/change.ts';
import { itemOf } from '../model/plan.ts';
import { formerIdsOf } from '../store/checkReferences.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { nameInstead, referencesTo } from './references.ts';

/** The changes after which whatever still names an item by a former id names it by its present one. */
export function followRenames(snapshot: Snapshot): readonly Change[] {
  return [...formerIdsOf(snapshot.plan)].flatMap(([former, present]) =>
    itemOf(snapshot.plan, former)
      ? []
      : referencesTo(snapshot, former)
          .filter(reference => reference.id !== present)
          .map(reference => nameInstead(reference, former, present)),
  );
}
