import { existsSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../core/base/result.ts';
import { createProblem } from '../core/model/problem.ts';
import type { CodePast } from '../core/anchors/codePast.ts';
import type { GitRepository } from '../git/gitRepository.ts';
import { cannotRun, type CliContext, type CliFailure } from './cliCommand.ts';

const opened = new WeakMap<CliContext, Promise<GitRepository | undefined>>();

/**
 * The repository of the workspace folder, opened once for a call. Git is loaded and asked only where
 * there can be one.
 */
export function openRepository(ctx: CliContext): Promise<GitRepository | undefined> {
  const known = opened.get(ctx) ?? openAnew(ctx);
  opened.set(ctx, known);
  return known;
}

async function openAnew(ctx: CliContext): Promise<GitRepository | undefined> {
  if (!mayBeRepository(ctx.workspace)) return undefined;
  const { openGitRepository } = await import('../git/gitRepository.ts');
  return openGitRepository(ctx.workspace, ctx.host.environment);
}

/** The repository of the workspace folder, or why there is none; `without` is what that means here. */
export async function needRepository(
  ctx: CliContext,
  folder: string,
  without: string,
): Promise<Result<GitRepository, CliFailure>> {
  const repository = await openRepository(ctx);
  if (repository) return ok(repository);
  const refusal = await findObstacle(ctx);
  const message = refusal ?? `${ctx.workspace} lies in no git repository, ${without}`;
  return cannotRun(createProblem('command-refused', message), folder);
}

/** Why git does not speak of the repository that there is. */
export async function findObstacle(ctx: CliContext): Promise<string | undefined> {
  if (!mayBeRepository(ctx.workspace)) return undefined;
  const { findRefusal } = await import('../git/gitRepository.ts');
  return (await findRefusal(ctx.workspace, ctx.host.environment))?.message;
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
