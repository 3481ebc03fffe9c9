import { itemOf } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { assemblePlan } from './assemblePlan.ts';
import { createOrderCheck } from './checkOrder.ts';
import { createReferenceCheck } from './checkReferences.ts';
import { filesOf } from './filesOf.ts';
import { findFolderProblems } from './folderProblems.ts';
import type { LoadedFolder } from './loadFolder.ts';
import type { Snapshot } from './snapshot.ts';

/** Makes snapshots of a folder as it was read, one after another. */
export type Assembly = (folder: LoadedFolder, revision: number) => Snapshot;

/** An assembly that remembers what it found, so that one changed file costs little. */
export function createAssembly(): Assembly {
  const checkReferences = createReferenceCheck();
  const checkOrder = createOrderCheck();
  return (folder, revision) => {
    const plan = assemblePlan(folder.files.values());
    const files = filesOf(folder.files);
    const unread = new Set<string>();
    const problems: Problem[] = [...findFolderProblems(folder)];
    for (const { file, value } of folder.files.values()) {
      if ((value === undefined || file.isKept) && file.id !== undefined) unread.add(file.id);
      for (const problem of file.problems) problems.push(problem);
    }
    const textOf = (path: string): string | undefined => files.get(path)?.text;
    for (const problem of checkReferences({ plan, unread }, textOf)) problems.push(problem);
    for (const problem of checkOrder(plan, textOf)) problems.push(problem);
    const removed = [...folder.trash.keys()].filter(id => !itemOf(plan, id));
    const lost = new Map(
      removed.map(id => [id, folder.trashNotes.get(folder.trash.get(id) ?? '')?.lost ?? []]),
    );
    return { revision, exists: folder.exists, plan, files, problems, removed, lost };
  };
}
