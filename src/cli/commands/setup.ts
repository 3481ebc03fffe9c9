import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ok } from '../../core/base/result.ts';
import { areSameBytes } from '../../core/base/utf8.ts';
import { createProblem, type Problem } from '../../core/model/problem.ts';
import { failureProblem } from '../../core/store/fileRefusal.ts';
import type { ProjectFiles } from '../../core/store/projectFiles.ts';
import { driverCommand, setMergeDriver } from '../../git/mergeDriver.ts';
import { removeFile } from '../../node/replaceFile.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { findObstacle } from '../gitAccess.ts';
import { placeOf } from '../planPlace.ts';

const attribute = '*.yaml merge=gantry';
const attributesFile = '.gitattributes';

/** Registers the field-wise merge with git, or takes it out again. */
export async function run({ words, switches }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length !== 1 || words[0] !== 'git') {
    return misused('Name what to set up: gantry setup git');
  }
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const { folder, files } = place.value;
  const planFolder = path.join(ctx.workspace, folder);
  if (!existsSync(path.join(planFolder, 'project.yaml'))) {
    const message = `There is no plan in ${folder}; gantry init makes one`;
    return cannotRun(createProblem('folder-missing', message));
  }
  const isRemoval = switches.has('remove');
  const command = isRemoval ? undefined : driverCommand(ctx.host.program);
  if (!(await setMergeDriver(ctx.workspace, ctx.host.environment, command))) {
    const message =
      (await findObstacle(ctx)) ??
      'The workspace folder lies in no git repository; run git init first';
    return cannotRun(createProblem('command-refused', message));
  }
  const file = `${folder}/${attributesFile}`;
  const problem = await writeAttributes({ files, planFolder }, !isRemoval);
  if (problem) return cannotRun(problem);
  const text = isRemoval
    ? `Git merges the plan by lines again; commit ${file}\n`
    : `Git merges the files of the plan field by field in this clone; commit ${file}, and run gantry setup git in other clones\n`;
  return ok({ kind: 'setup', data: { file, command }, text, problems: [], folder });
}

/** Other lines of the file stay as they are, in whatever encoding; without any it goes. */
async function writeAttributes(
  { files, planFolder }: { readonly files: ProjectFiles; readonly planFolder: string },
  isWanted: boolean,
): Promise<Problem | undefined> {
  try {
    const bytes = await files.read(attributesFile);
    const before = Buffer.from(bytes ?? []).toString('latin1');
    const after = isWanted ? withLine(before) : withoutLine(before);
    if (after === before) return undefined;
    const target = path.join(planFolder, attributesFile);
    const isDone =
      after === ''
        ? await removeFile(target, () => areSameBytes(readFileSync(target), bytes))
        : await files.write(attributesFile, Buffer.from(after, 'latin1'), bytes);
    if (isDone) return undefined;
    const message = 'The file was changed meanwhile; run gantry setup git again';
    return createProblem('write-failed', message, { file: attributesFile });
  } catch (failure) {
    return failureProblem(failure, 'write-failed', attributesFile);
  }
}

const hasLine = (line: string): boolean => line.trim() === attribute;

function withLine(text: string): string {
  if (text.split('\n').some(hasLine)) return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return text + gap + attribute + lineEnd;
}

function withoutLine(text: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.filter(line => !hasLine(line)).join('');
}
