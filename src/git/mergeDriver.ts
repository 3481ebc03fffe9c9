import { existsSync } from 'node:fs';
import path from 'node:path';
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

/** The program that merges, as {@link driverCommand} takes it. */
export interface DriverProgram {
  readonly program: readonly string[];
  readonly setting: string;
}

/**
 * Names the program of this extension where the settings of the clone name that of another version of
 * it, or one that went with an update of the editor. What another program set up stays.
 */
export async function renewMergeDriver(
  workspace: string,
  environment: Environment,
  { program, setting }: DriverProgram,
): Promise<void> {
  const git = createRunGit(workspace, environment);
  const asked = ['config', '--local', '--get', `${section}.driver`];
  const present = (await git(asked).catch(() => '')).trim();
  const start = `${setting} '`;
  const isFromEditor = present.startsWith(start) || present.includes(`; then ${start}`);
  const wanted = driverCommand(program, setting);
  if (!isFromEditor || present === wanted) return;
  const named = programsIn(present);
  const isLeftBehind =
    named.some(each => !existsSync(each)) || isOfOneHome(named.at(-1) ?? '', program.at(-1) ?? '');
  if (isLeftBehind) await setMergeDriver(workspace, environment, wanted);
}

/** Two versions of an extension lie side by side: `HOME/gantry-1.0.0/dist/cli.js`. */
function isOfOneHome(one: string, other: string): boolean {
  const home = (script: string): string =>
    path.posix.join(script.replaceAll('\\', '/'), '../../..');
  return home(one) === home(other);
}

/**
 * The command for a program, as a shell reads it on every platform; git for Windows brings its own
 * shell. Where the program is not there any more or cannot merge, git's own merge takes its place: git
 * takes the file of a driver that fails for ours with all conflicts, and theirs would be gone without a
 * mark.
 *
 * @param program what starts Gantry's command line: Node and the script, both absolute
 * @param setting of the environment, such as `NAME=1`, with which it starts
 */
export function driverCommand(program: readonly string[], setting?: string): string {
  const words = program.map(quote);
  const start = [...(setting === undefined ? [] : [setting]), ...words].join(' ');
  const merge = `${start} merge-driver -- %O %A %B %P`;
  const own = `if test -f ${words.at(-1) ?? ''}; then ${merge}; else (exit 2); fi`;
  const told =
    "echo 'The plan is merged by lines here; gantry setup git names the way by fields' >&2";
  const byLines = 'git merge-file -p -L ours -L base -L theirs %A %O %B > %A.gantry-tmp';
  const taken =
    'made=$?; test $made -lt 128 && mv -f %A.gantry-tmp %A; rm -f %A.gantry-tmp; exit $made';
  return `${own}; made=$?; test $made -lt 2 && exit $made; ${told}; ${byLines}; ${taken}`;
}

function quote(file: string): string {
  return `'${file.replaceAll('\\', '/').replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
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
