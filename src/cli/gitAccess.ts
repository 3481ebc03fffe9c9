import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CodePast } from '../core/anchors/codePast.ts';
import type { GitRepository } from '../git/gitRepository.ts';
import type { CliContext } from './cliCommand.ts';

/** The repository of the workspace folder. Git is loaded and asked only where there can be one. */
export async function openRepository(ctx: CliContext): Promise<GitRepository | undefined> {
  if (!mayBeRepository(ctx.workspace)) return undefined;
  const { openGitRepository } = await import('../git/gitRepository.ts');
  return openGitRepository(ctx.workspace, ctx.host.environment);
}

/** The past of the code, with the commit that is checked out; undefined before the first one. */
export async function pastOf(
  ctx: CliContext,
): Promise<{ readonly head: string; readonly code: CodePast } | undefined> {
  const repository = await openRepository(ctx);
  const head = await repository?.headCommit();
  return repository && head !== undefined ? { head, code: repository.codePast() } : undefined;
}

function mayBeRepository(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return true;
    if (path.dirname(at) === at) return false;
  }
}
