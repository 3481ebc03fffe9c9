import { ok, type Result } from '../core/base/result.ts';
import { ProjectStore } from '../core/store/projectStore.ts';
import { cannotRun, type CliContext, type CliFailure } from './cliCommand.ts';
import { newPlanFiles } from './newPlanFiles.ts';
import { editPlan, todayOf, type EditedPlan } from './openPlan.ts';
import { placeOf } from './planPlace.ts';
import { probeFolder } from './probeFolder.ts';

interface MadePlan extends EditedPlan {
  /** It is not on disk before something is written. */
  readonly isNew: boolean;
}

/** The plan to import into; where there is none, one that is made as the import fills it. */
export async function openOrMakePlan(
  ctx: CliContext,
  { name }: { readonly name: string },
): Promise<Result<MadePlan, CliFailure>> {
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const { folder, files } = place.value;
  if ((await files.list()) !== undefined) {
    const present = await editPlan(ctx);
    return present.ok ? ok({ ...present.value, isNew: false }) : present;
  }
  const { problem } = await probeFolder(ctx, folder);
  if (problem) return cannotRun({ ...problem, file: undefined });
  const made = newPlanFiles(files, { name, today: todayOf(ctx) });
  return ok({ ...place.value, store: await ProjectStore.open(made), isNew: true });
}
