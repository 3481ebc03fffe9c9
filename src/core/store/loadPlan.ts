import { createAssembly } from './assembleSnapshot.ts';
import { loadFolder, noFolder, type LoadOptions } from './loadFolder.ts';
import type { ProjectFiles } from './projectFiles.ts';
import type { Snapshot } from './snapshot.ts';

/** Reads the plan once, for those who do not follow it. Never fails; what is wrong is in the snapshot. */
export async function loadPlan(files: ProjectFiles, options: LoadOptions = {}): Promise<Snapshot> {
  return createAssembly()(await loadFolder(files, noFolder(), options), 1);
}
