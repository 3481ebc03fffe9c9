import type { Change, LostReference } from '../model/change.ts';
import { itemOf } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { namesItem } from '../store/lostReferences.ts';
import { hasSameHolder } from '../store/sameHolder.ts';
import type { PartedPlan } from '../store/partedPlan.ts';
import { commentOf, fileOfId, rawEntries, rawFieldsOf, rawValueAt } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { snapshotOfTexts } from '../store/snapshotOfTexts.ts';
import type { CommandPlan } from './command.ts';
import { referencesTo, type Reference } from './references.ts';
import { ReturningReferences } from './returningReferences.ts';

/** A place that is to name an item again. */
export interface NamedAgain {
  readonly named: string;
  readonly reference: LostReference;
  readonly changes: readonly Change[];
}

export interface NamingAgain {
  readonly places: readonly NamedAgain[];
  /** Places that stay as they are, because somebody else changed them. */
  readonly remarks: readonly Problem[];
}

/** The plan as it was where the sides parted, as the one has it that took items out, and the other. */
interface Versions {
  readonly base: Snapshot;
  readonly removing: Snapshot;
  readonly keeping: Snapshot;
}

/**
 * An item that one side of a merge took out went with every reference to it; where the other side
 * went on with it and it is in the plan again, these places name it again. Places that somebody else
 * changed stay.
 */
export function nameAgain(snapshot: Snapshot, parted: readonly PartedPlan[]): NamingAgain {
  const places: NamedAgain[] = [];
  const remarks: Problem[] = [];
  const back = new ReturningReferences(snapshot);
  for (const part of parted) {
    const kept = part.kept.filter(id => itemOf(snapshot.plan, id));
    if (kept.length === 0) continue;
    const versions = {
      base: snapshotOfTexts(part.base),
      removing: snapshotOfTexts(part.removing),
      keeping: snapshotOfTexts(part.keeping),
    };
    for (const named of kept) {
      for (const reference of lostReferences(named, versions)) {
        const isSame = hasSameHolder(snapshot, reference, versions.base);
        const outcome = isSame
          ? back.bringBack(named, reference)
          : back.remark(named, reference, 'what it stood in has changed');
        if ('code' in outcome) remarks.push(outcome);
        else if (outcome.length > 0) places.push({ named, reference, changes: outcome });
      }
    }
  }
  return { places, remarks };
}

/** The edit that lets all places, or those that named one item, name it again. */
export function planNamesAgain(
  snapshot: Snapshot,
  parted: readonly PartedPlan[],
  id?: string,
): CommandPlan & NamingAgain {
  const naming = nameAgain(snapshot, parted);
  const places = naming.places.filter(({ named }) => id === undefined || named === id);
  const remarks = naming.remarks.filter(({ items }) => id === undefined || items[0] === id);
  const changes = places.flatMap(place => place.changes);
  const title = id === undefined ? 'Name items again that a merge kept' : `Name ${id} again`;
  return { title, id, changes, places, remarks };
}

/** What is said of a place that could name an item again. */
export function unnamedProblem({ named, reference }: NamedAgain, snapshot: Snapshot): Problem {
  const { id, path, list } = reference;
  const field = list ?? path;
  const message = `${field.join('.')} of ${id} lost ${named} in a merge that kept it after all; \`gantry repair\` or “Gantry: Resolve Merge Conflicts…” puts it back`;
  const file = fileOfId(snapshot, id)?.path;
  return createProblem('reference-left', message, {
    items: [named, id],
    ...(file === undefined ? {} : { file }),
  });
}

/** What the one side took out, and the other left as it was. */
function lostReferences(named: string, versions: Versions): readonly LostReference[] {
  const { base, removing, keeping } = versions;
  return referencesTo(base, named)
    .filter(reference => fileOfId(removing, reference.id) && !stands(removing, reference, named))
    .filter(reference => stands(keeping, reference, named))
    .map(reference => lostReference(versions, reference));
}

function lostReference({ base, removing }: Versions, reference: Reference): LostReference {
  const { id, path, list } = reference;
  const comment = commentOf(base, id, path);
  const now = list ? undefined : rawValueAt(rawFieldsOf(removing, id), path);
  const instead = typeof now === 'string' ? now : undefined;
  return { ...reference, instead, ...(comment === undefined ? {} : { comment }) };
}

/** Whether a list or a field still names the item. */
function stands(snapshot: Snapshot, { id, path, list }: Reference, named: string): boolean {
  const fields = rawFieldsOf(snapshot, id);
  return list
    ? rawEntries(fields, list).some(({ value }) => namesItem(value, named))
    : namesItem(rawValueAt(fields, path), named);
}
