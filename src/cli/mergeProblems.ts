import type { Problem } from '../core/model/problem.ts';
import { driverProblem } from '../core/store/driverState.ts';
import { unmergedProblem } from '../core/store/unmergedFile.ts';
import type { CliContext } from './cliCommand.ts';
import { openRepository } from './gitAccess.ts';
import type { ReadPlan } from './openPlan.ts';

/** What the merge that is under way left undone without a word of it in the files, and what the next meets. */
export async function findMergeProblems(
  { snapshot, folder }: ReadPlan,
  ctx: CliContext,
): Promise<readonly Problem[]> {
  const repository = await openRepository(ctx);
  if (!repository) return [];
  const merges = repository.merges(folder);
  const driver = driverProblem(await merges.driver());
  const unmerged = (await merges.unmerged()).flatMap(
    file => unmergedProblem(file, snapshot.files.get(file.path)?.text) ?? [],
  );
  return driver ? [...unmerged, driver] : unmerged;
}
