import { encodeUtf8 } from '../base/utf8.ts';
import { parsePlanFile } from '../format/parsePlanFile.ts';
import { importMspdi } from '../interchange/mspdi/importMspdi.ts';
import { planImport } from '../interchange/planImport.ts';
import type { Plan } from '../model/plan.ts';
import { createAssembly } from '../store/assembleSnapshot.ts';
import { noFolder } from '../store/loadFolder.ts';
import { projectPath } from '../store/planPath.ts';
import { snapshotAfter } from '../store/snapshotAfter.ts';

/**
 * The plan that an import of a file for Microsoft Project makes where there is none; undefined where
 * it cannot be read.
 *
 * @param random uniform in [0, 1)
 */
export function rereadPlan(xml: string, random: () => number): Plan | undefined {
  const imported = importMspdi(xml, { fileName: 'export.xml' });
  if (!imported.ok) return undefined;
  const empty = createAssembly()(noFolder(), 0);
  const { file } = parsePlanFile(projectPath, encodeUtf8('version: 1\n'));
  const begun = { ...empty, files: new Map([[projectPath, file]]) };
  const planned = planImport(imported.value, { plan: empty.plan, takenIds: new Set(), random });
  if (!planned.ok) return undefined;
  const after = snapshotAfter(begun, planned.value.changes);
  return after.ok ? after.value.plan : undefined;
}
