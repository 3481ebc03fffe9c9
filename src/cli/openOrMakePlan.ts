import { ok, type Result } from '../core/base/result.ts';
import { ProjectStore } from '../core/store/projectStore.ts';
import { cannotRun, type CliContext, type CliFailure } from './cliCommand.ts';
import { newPlanFiles } from './newPlanFiles.ts';
import { editPlan, todayOf, type EditedPlan } from './openPlan.ts';
import { placeOf } from './planPlace.ts';
import { probeFolder } from './probeFolder.ts';

/** The plan to import into; where there is none, one that is made as the import fills it. */
export async function openOrMakePlan(
  ctx: CliContext,
  { name }: { readonly name: string },
): Promise<Result<EditedPlan, CliFailure>> {
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const { folder, files } = place.value;
  if ((await files.list()) !== undefined) return editPlan(ctx);
  const { problem } = await probeFolder(ctx, folder);
  if (problem) return cannotRun({ ...problem, file: undefined });
  const made = newPlanFiles(files, { name, today: todayOf(ctx) });
  return ok({ ...place.value, store: await ProjectStore.open(made) });
}
