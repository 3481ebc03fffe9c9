import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createProblem, type Problem } from '../core/model/problem.ts';
import { failureReason } from '../core/store/fileRefusal.ts';
import type { CliContext } from './cliCommand.ts';
import { namedFile } from './namedFile.ts';

/** Writes the file; without leave to do so it takes the place of no other. */
export function writeOut(
  name: string,
  text: string,
  { ctx, mayReplace }: { readonly ctx: CliContext; readonly mayReplace: boolean },
): Problem | undefined {
  const file = namedFile(name, ctx);
  if (!existsSync(path.dirname(file))) {
    return createProblem('write-failed', `There is no folder ${path.dirname(name)}; make it first`);
  }
  try {
    writeFileSync(file, text, { flag: mayReplace ? 'w' : 'wx' });
    return undefined;
  } catch (failure) {
    const isTaken = failure instanceof Error && 'code' in failure && failure.code === 'EEXIST';
    const message = isTaken
      ? `${name} is there already and was not touched; add --force to replace it`
      : `${name} could not be written: ${failureReason(failure)}`;
    return createProblem('write-failed', message);
  }
}
