import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ok } from '../../core/base/result.ts';
import { createProblem } from '../../core/model/problem.ts';
import { setMergeDriver } from '../../git/mergeDriver.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { placeOf } from '../planPlace.ts';

const attribute = '*.yaml merge=gantry';

/** Registers the field-wise merge with git, or takes it out again. */
export async function run({ words, switches }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length !== 1 || words[0] !== 'git') {
    return misused('Name what to set up: gantry setup git');
  }
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const { folder } = place.value;
  const planFolder = path.join(ctx.workspace, folder);
  if (!existsSync(path.join(planFolder, 'project.yaml'))) {
    const message = `There is no plan in ${folder}; gantry init makes one`;
    return cannotRun(createProblem('folder-missing', message));
  }
  const isRemoval = switches.has('remove');
  const command = isRemoval ? undefined : driverCommand(ctx);
  if (!(await setMergeDriver(ctx.workspace, ctx.host.environment, command))) {
    const message = 'The workspace folder lies in no git repository; run git init first';
    return cannotRun(createProblem('command-refused', message));
  }
  const file = `${folder}/.gitattributes`;
  await writeAttributes(path.join(planFolder, '.gitattributes'), !isRemoval);
  const text = isRemoval
    ? `Git merges the plan by lines again; commit ${file}\n`
    : `Git merges the files of the plan field by field in this clone; commit ${file}, and run gantry setup git in other clones\n`;
  return ok({ kind: 'setup', data: { file, command }, text, problems: [], folder });
}

/** This very program, as a shell reads it on every platform; git for Windows brings its own shell. */
function driverCommand({ host }: CliContext): string {
  return `${host.program.map(quote).join(' ')} merge-driver %O %A %B %P`;
}

function quote(file: string): string {
  return `'${file.replaceAll('\\', '/').replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
}

/** Other lines of the file stay as they are; a file without any line goes. */
async function writeAttributes(file: string, isWanted: boolean): Promise<void> {
  const before = existsSync(file) ? await readFile(file, 'utf8') : '';
  const others = before.split(/\r?\n/).filter(line => line.trim() !== attribute && line !== '');
  const after = [...others, ...(isWanted ? [attribute] : [])].map(line => `${line}\n`).join('');
  if (after !== before) await writeFile(file, after);
}
