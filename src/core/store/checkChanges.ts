import { ok, refused, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import { itemOf, type Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { checkItem } from './checkReferences.ts';
import type { LoadedFile } from './loadedFile.ts';
import type { Snapshot } from './snapshot.ts';
import { planAfter, previewSnapshotChanges } from './snapshotAfter.ts';

/**
 * Tries changes on a snapshot and refuses them when a file would get a value that its field does not
 * take, or a reference that leads nowhere. What was wrong before is no reason to refuse.
 */
export function checkChanges(
  snapshot: Snapshot,
  changes: readonly Change[],
): Result<readonly Change[], Problem> {
  const plan = planOfChanges(snapshot, changes);
  return plan.ok ? ok(changes) : plan;
}

/**
 * The plan that the files would hold after the changes, with the same refusals; nothing is written.
 * What does not change is the same value as before. Removed items do not come back in it.
 */
export function planOfChanges(
  snapshot: Snapshot,
  changes: readonly Change[],
): Result<Plan, Problem> {
  const known = changes.filter(change => change.kind !== 'restore');
  const preview = previewSnapshotChanges(snapshot, known);
  if (!preview.ok) return preview;
  const { after } = preview.value;
  const plan = planAfter(snapshot.plan, changes, after);
  const unread = unreadIds(snapshot);
  for (const file of after.values()) {
    const flaw = file && newReferenceFlaw(snapshot, { plan, unread }, file);
    if (flaw) return refused(flaw);
  }
  return ok(plan);
}

function newReferenceFlaw(
  snapshot: Snapshot,
  universe: { readonly plan: Plan; readonly unread: ReadonlySet<string> },
  { value }: LoadedFile,
): Problem | undefined {
  if (!value || !('kind' in value)) return undefined;
  const before = itemOf(snapshot.plan, value.id);
  const beforeUniverse = { plan: snapshot.plan, unread: universe.unread };
  const known = new Set(before && checkItem(beforeUniverse, before).map(({ message }) => message));
  return checkItem(universe, value).find(
    ({ severity, message }) => severity === 'error' && !known.has(message),
  );
}

/** Ids with a file that could not be understood, and those that are about to come back. */
function unreadIds(snapshot: Snapshot): ReadonlySet<string> {
  const unread = new Set(snapshot.removed);
  for (const { id } of snapshot.files.values()) {
    if (id !== undefined && !itemOf(snapshot.plan, id)) unread.add(id);
  }
  return unread;
}
