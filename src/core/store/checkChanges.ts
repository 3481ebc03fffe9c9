import { ok, refused, type Result } from '../base/result.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Change } from '../model/change.ts';
import { itemOf, type Item, type Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { checkItem } from './checkReferences.ts';
import type { LoadedFile } from './loadFolder.ts';
import { previewChanges, type PresentFile } from './previewChanges.ts';
import type { Snapshot } from './snapshot.ts';

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
  const preview = previewChanges(
    {
      file: path => presentFile(snapshot, path),
      removed: () => undefined,
      isTaken: path => snapshot.files.has(path),
    },
    known,
  );
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

function presentFile(snapshot: Snapshot, path: string): PresentFile | undefined {
  const file = snapshot.files.get(path);
  if (!file) return undefined;
  return { file, bytes: file.text === undefined ? undefined : encodeUtf8(file.text) };
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

function planAfter(
  plan: Plan,
  changes: readonly Change[],
  after: ReadonlyMap<string, LoadedFile | undefined>,
): Plan {
  const items: Item[] = [];
  let { project } = plan;
  for (const file of after.values()) {
    const value = file?.value;
    if (!value || 'takenOn' in value) continue;
    if ('kind' in value) items.push(value);
    else project = value;
  }
  const gone = new Set(
    changes.flatMap(({ kind, id }) => (kind === 'remove' || kind === 'rename' ? [id] : [])),
  );
  return {
    ...plan,
    project,
    tasks: mapAfter(
      plan.tasks,
      items.filter(item => item.kind === 'task'),
      gone,
    ),
    milestones: mapAfter(
      plan.milestones,
      items.filter(item => item.kind === 'milestone'),
      gone,
    ),
    risks: mapAfter(
      plan.risks,
      items.filter(item => item.kind === 'risk'),
      gone,
    ),
    decisions: mapAfter(
      plan.decisions,
      items.filter(item => item.kind === 'decision'),
      gone,
    ),
    notes: mapAfter(
      plan.notes,
      items.filter(item => item.kind === 'note'),
      gone,
    ),
  };
}

function mapAfter<T extends Item>(
  map: ReadonlyMap<string, T>,
  items: readonly T[],
  gone: ReadonlySet<string>,
): ReadonlyMap<string, T> {
  if (items.length === 0 && gone.size === 0) return map;
  const next = new Map(map);
  for (const id of gone) next.delete(id);
  for (const item of items) next.set(item.id, item);
  return next;
}
