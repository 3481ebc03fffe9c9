import { existsSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../core/base/result.ts';
import { createProblem } from '../core/model/problem.ts';
import { isReservedFolder } from '../core/store/planFolder.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import { createNodeFiles } from '../node/nodeFiles.ts';
import { isFolder, planFolderNames } from './findWorkspace.ts';
import { cannotRun, type CliContext, type CliFailure } from './cliCommand.ts';

/** Where the plan of a workspace folder is. */
export interface PlanPlace {
  /** Relative to the workspace folder. */
  readonly folder: string;
  readonly files: ProjectFiles;
}

/** The files of the plan folder, whether it is there or not. */
export function placeOf(ctx: CliContext): Result<PlanPlace, CliFailure> {
  if (!existsSync(ctx.workspace)) {
    return cannotRun(
      createProblem('command-refused', `There is no folder ${ctx.workspace}; -C must name one`),
    );
  }
  const folder = planFolderName(ctx);
  const reserved = folder.split('/').find(isReservedFolder);
  if (reserved !== undefined) {
    const message = `A plan cannot live in ${folder}: ${reserved} belongs to another program; name another folder`;
    return cannotRun(createProblem('command-refused', message));
  }
  return ok({ folder, files: createNodeFiles(ctx.workspace, folder, waitTeller(ctx)) });
}

/** Each holder is told once, however often a command tries again. */
function waitTeller({ host }: CliContext): (holder: string) => void {
  const told = new Set<string>();
  return holder => {
    if (told.has(holder)) return;
    told.add(holder);
    host.writeError(`Waiting for ${holder}, which is writing to the plan…\n`);
  };
}

/** The plan folder's name: the one asked for, or the first that is a folder, or the usual one. */
function planFolderName(ctx: CliContext): string {
  if (ctx.folderName !== undefined) return trimSlashes(ctx.folderName);
  const found = planFolderNames.find(name => isFolder(path.join(ctx.workspace, name)));
  return found ?? planFolderNames[0] ?? '.project';
}

function trimSlashes(name: string): string {
  return name.replace(/\\/g, '/').replace(/^(?:\.\/)+|\/+$/g, '');
}
