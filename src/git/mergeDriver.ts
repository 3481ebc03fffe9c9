import { createRunGit } from './gitProcess.ts';
import type { Environment } from './gitEnvironment.ts';

const section = 'merge.gantry';

/**
 * Names the command that merges files of the plan, in the settings of this clone; undefined takes it
 * out. Answers false where there is no repository.
 *
 * @param command as a shell reads it, with git's own %O %A %B %P
 */
export async function setMergeDriver(
  workspace: string,
  environment: Environment,
  command: string | undefined,
): Promise<boolean> {
  const git = createRunGit(workspace, environment);
  try {
    await git(['rev-parse', '--git-dir']);
  } catch {
    return false;
  }
  if (command === undefined) {
    await git(['config', '--local', '--remove-section', section]).catch(() => undefined);
    return true;
  }
  await git(['config', '--local', `${section}.name`, 'Gantry, field by field']);
  await git(['config', '--local', `${section}.driver`, command]);
  return true;
}
