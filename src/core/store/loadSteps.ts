import { trashNoteOf } from './trashNotes.ts';
import type { FileStep } from './fileStep.ts';
import { pathsOf } from './fileSteps.ts';
import { loadPaths, type LoadedFolder } from './loadFolder.ts';
import { readPlanPath } from './planPath.ts';
import type { ProjectFiles } from './projectFiles.ts';

/**
 * The folder after steps that were done, without listing it. Undefined when that is not enough to
 * know the truth.
 */
export async function loadSteps(
  files: ProjectFiles,
  before: LoadedFolder,
  steps: readonly FileStep[],
): Promise<LoadedFolder | undefined> {
  const trash = new Map(before.trash);
  const trashNotes = new Map(before.trashNotes);
  for (const step of steps) {
    if (step.kind === 'write') continue;
    const [from, to] = [readPlanPath(step.from), readPlanPath(step.to)];
    if (from.kind === 'trash') {
      // An older file of the same id may be the newest now.
      if (/\.\d+\.yaml$/.test(step.from)) return undefined;
      trash.delete(from.id);
    }
    if (to.kind === 'trash') {
      trash.set(to.id, step.to);
      trashNotes.set(step.to, trashNoteOf(step.to, step.bytes));
    }
  }
  const touched = pathsOf(steps).filter(path => readPlanPath(path).kind !== 'trash');
  const loaded = await loadPaths(files, before, touched);
  return loaded && { ...loaded, trash, trashNotes };
}
