import { createProblem, type Problem } from '../core/model/problem.ts';
import { ignoreUnshared, isUnsharedIgnored } from '../core/store/ignoreUnshared.ts';
import { ignoreFile } from '../core/store/planPath.ts';
import type { GitRepository } from '../git/gitRepository.ts';
import { strayName } from '../node/replaceFile.ts';
import type { PlanPlace } from './planPlace.ts';

/** Plans that were made without the lines of {@link ignoreFile}: git would take up what a crash leaves. */
export async function findSharedStrays(
  place: PlanPlace,
  repository: GitRepository | undefined,
): Promise<readonly Problem[]> {
  if (!(await areStraysShared(place, repository))) return [];
  const message = `Git would take up temporary files that a write leaves behind when it is killed; gantry repair adds them to ${place.folder}/${ignoreFile.path}`;
  return [createProblem('strays-shared', message)];
}

/** Adds the lines where they are missing; answers whether it did. */
export async function ignoreStrays(
  place: PlanPlace,
  repository: GitRepository | undefined,
): Promise<boolean> {
  if (!(await areStraysShared(place, repository))) return false;
  await ignoreUnshared(place.files);
  return true;
}

/** Another file than the plan's own may say it too. */
async function areStraysShared(
  { files, folder }: PlanPlace,
  repository: GitRepository | undefined,
): Promise<boolean> {
  if (!repository || (await isUnsharedIgnored(files))) return false;
  return !(await repository.isKeptOut(`${folder}/${strayName('project.yaml')}`));
}
