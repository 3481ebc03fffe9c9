import { ok, type Result } from '../base/result.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Change } from '../model/change.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { LoadedFile } from './loadFolder.ts';
import { previewChanges, type PresentFile, type Preview } from './previewChanges.ts';
import type { Snapshot } from './snapshot.ts';

/** Works changes out against the files of a snapshot; what was removed before cannot come back. */
export function previewSnapshotChanges(
  snapshot: Snapshot,
  changes: readonly Change[],
): Result<Preview, Problem> {
  return previewChanges(
    {
      file: path => presentFile(snapshot, path),
      removed: () => undefined,
      isTaken: path => snapshot.files.has(path),
    },
    changes,
  );
}

/** What a snapshot would be after changes, for a command that builds on them. Nothing is written. */
export function snapshotAfter(
  snapshot: Snapshot,
  changes: readonly Change[],
): Result<Snapshot, Problem> {
  const preview = previewSnapshotChanges(snapshot, changes);
  if (!preview.ok) return preview;
  const { after } = preview.value;
  const files = new Map(snapshot.files);
  for (const [path, loaded] of after) {
    if (loaded) files.set(path, loaded.file);
    else files.delete(path);
  }
  return ok({ ...snapshot, files, plan: planAfter(snapshot.plan, changes, after) });
}

function presentFile(snapshot: Snapshot, path: string): PresentFile | undefined {
  const file = snapshot.files.get(path);
  if (!file) return undefined;
  return { file, bytes: file.text === undefined ? undefined : encodeUtf8(file.text) };
}

/** The plan with the items that changed files hold. */
export function planAfter(
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
