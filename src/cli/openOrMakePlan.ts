import { ok, type Result } from '../core/base/result.ts';
import { ProjectStore } from '../core/store/projectStore.ts';
import { cannotRun, type CliContext, type CliFailure } from './cliCommand.ts';
import { writeNewProject } from './newProject.ts';
import { editPlan, todayOf, type EditedPlan } from './openPlan.ts';
import { placeOf } from './planPlace.ts';
import { probeFolder } from './probeFolder.ts';

/** The plan to import into; where there is none, one is made that the import then fills. */
export async function openOrMakePlan(
  ctx: CliContext,
  { name, isDryRun }: { readonly name: string; readonly isDryRun: boolean },
): Promise<Result<EditedPlan, CliFailure>> {
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const { folder, files } = place.value;
  if ((await files.list()) !== undefined) return editPlan(ctx);
  const { problem } = await probeFolder(ctx, folder);
  if (problem) return cannotRun({ ...problem, file: undefined });
  if (isDryRun) return ok({ ...place.value, store: await ProjectStore.open(files) });
  await writeNewProject(files, { name, today: todayOf(ctx) });
  return editPlan(ctx);
}
