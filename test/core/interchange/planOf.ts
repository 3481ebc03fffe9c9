import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import type { Snapshot } from '../../../src/core/store/snapshot.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

/** The plan of these files by path; a project file is added where none is given. */
export async function snapshotOf(texts: Readonly<Record<string, string>>): Promise<Snapshot> {
  return loadPlan(memoryFiles({ 'project.yaml': 'version: 1\nname: Test\n', ...texts }));
}
