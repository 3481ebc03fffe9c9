import { ok, type Result } from '../base/result.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Change } from '../model/change.ts';
import { kindOfId, type ItemKind } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { addFile, type PlanParts } from './assemblePlan.ts';
import type { LoadedFile } from './loadedFile.ts';
import { createTwinFinder } from './nameTwins.ts';
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
      twin: createTwinFinder(snapshot.files.keys()),
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

/** The plan with the items that changed files hold; the items of other kinds stay the same map. */
export function planAfter(
  plan: Plan,
  changes: readonly Change[],
  after: ReadonlyMap<string, LoadedFile | undefined>,
): Plan {
  const parts: PlanParts = {
    project: plan.project,
    tasks: new Map(plan.tasks),
    milestones: new Map(plan.milestones),
    risks: new Map(plan.risks),
    decisions: new Map(plan.decisions),
    notes: new Map(plan.notes),
    baselines: new Map(plan.baselines),
  };
  const { tasks, milestones, risks, decisions, notes } = parts;
  const touched = new Set<ItemKind | undefined>();
  for (const { kind, id } of changes) {
    if (kind !== 'remove' && kind !== 'rename') continue;
    touched.add(kindOfId(id));
    for (const map of [tasks, milestones, risks, decisions, notes]) map.delete(id);
  }
  for (const file of after.values()) {
    if (!file) continue;
    touched.add(kindOfId(file.file.id ?? ''));
    addFile(parts, file);
  }
  const kept = <T>(kind: ItemKind, before: T, now: T): T => (touched.has(kind) ? now : before);
  return {
    ...parts,
    tasks: kept('task', plan.tasks, tasks),
    milestones: kept('milestone', plan.milestones, milestones),
    risks: kept('risk', plan.risks, risks),
    decisions: kept('decision', plan.decisions, decisions),
    notes: kept('note', plan.notes, notes),
  };
}
