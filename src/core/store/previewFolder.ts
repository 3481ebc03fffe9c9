import { refused, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import type { Problem } from '../model/problem.ts';
import { failureProblem } from './fileRefusal.ts';
import type { LoadedFolder } from './loadFolder.ts';
import { createTwinFinder } from './nameTwins.ts';
import { previewChanges, type Preview } from './previewChanges.ts';
import type { ProjectFiles } from './projectFiles.ts';

/** Works changes out against a folder as it was loaded, bytes and trash included. */
export async function previewFolderChanges(
  files: ProjectFiles,
  folder: LoadedFolder,
  changes: readonly Change[],
): Promise<Result<Preview, Problem>> {
  const removed = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>();
  for (const change of changes) {
    const path = change.kind === 'restore' ? folder.trash.get(change.id) : undefined;
    if (path === undefined) continue;
    try {
      const bytes = await files.read(path);
      if (bytes) removed.set(change.id, { path, bytes });
    } catch (failure) {
      return refused(failureProblem(failure, 'file-unreadable', path));
    }
  }
  const inTrash = new Set(folder.trash.values());
  return previewChanges(
    {
      file: path => folder.files.get(path),
      removed: id => removed.get(id),
      isTaken: path => folder.files.has(path) || inTrash.has(path),
      twin: createTwinFinder(folder.files.keys()),
    },
    changes,
  );
}
