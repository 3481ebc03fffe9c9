import { createProblem, type Problem } from '../core/model/problem.ts';
import { driverProblem } from '../core/store/driverState.ts';
import { unmergedProblem } from '../core/store/unmergedFile.ts';
import type { CliContext } from './cliCommand.ts';
import { findObstacle, openRepository } from './gitAccess.ts';
import type { ReadPlan } from './openPlan.ts';
import { findSharedStrays } from './sharedStrays.ts';

/**
 * What the merge that is under way left undone without a word of it in the files, what the next one
 * meets, what no commit should hold, or why git says nothing of it.
 */
export async function findMergeProblems(
  read: ReadPlan,
  ctx: CliContext,
): Promise<readonly Problem[]> {
  const { snapshot, folder } = read;
  const repository = await openRepository(ctx);
  if (!repository) {
    const refusal = await findObstacle(ctx);
    return refusal === undefined ? [] : [createProblem('git-silent', refusal)];
  }
  const merges = repository.merges(folder);
  const driver = driverProblem(await merges.driver());
  const unmerged = (await merges.unmerged()).flatMap(
    file => unmergedProblem(file, snapshot.files.get(file.path)?.text) ?? [],
  );
  return [...unmerged, ...(driver ? [driver] : []), ...(await findSharedStrays(read, repository))];
}
