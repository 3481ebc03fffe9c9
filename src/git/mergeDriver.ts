import { existsSync } from 'node:fs';
import type { DriverState } from '../core/store/driverState.ts';
import { createRunGit, type RunGit } from './gitProcess.ts';
import type { Environment } from './gitEnvironment.ts';
import { pathInside, type PlanFolderPlace } from './planVersion.ts';

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

/** Whether git can merge the plan field by field here, as its attributes say that it should. */
export async function findDriverState(git: RunGit, place: PlanFolderPlace): Promise<DriverState> {
  const inside = pathInside(place);
  if (inside === undefined) return { kind: 'unwanted' };
  try {
    const asked = `${place.planFolder}/tasks/T-0000.yaml\0`;
    const answer = await git(['check-attr', '-z', '--stdin', 'merge'], asked);
    if (answer.split('\0')[2] !== 'gantry') return { kind: 'unwanted' };
    const command = await git(['config', '--get', `${section}.driver`]).catch(() => '');
    if (command.trim() === '') return { kind: 'missing' };
    const gone = programsIn(command).find(program => !existsSync(program));
    return gone === undefined ? { kind: 'ready' } : { kind: 'dead', program: gone };
  } catch {
    // A plan beyond a link or a submodule, or git took too long.
    return { kind: 'unwanted' };
  }
}

/** The files that a command of ours starts, as it quotes them for a shell. */
function programsIn(command: string): readonly string[] {
  const [start = ''] = command.split(' merge-driver ');
  const quoted = start.match(/'(?:[^']|'\\'')*'/g) ?? [];
  return quoted.map(each => each.slice(1, -1).replaceAll(`'\\''`, "'").replaceAll('%%', '%'));
}
