import type { Environment } from './gitEnvironment.ts';
import type { RunGit } from './gitProcess.ts';

/**
 * The environment in which git runs none of the filters that the settings of a repository name, while
 * it compares files of the working tree: they are compared as they stand. Filters of the user's own
 * settings stay.
 *
 * @param git in the repository; what it is asked for here reads no file
 */
export async function withoutRepositoryFilters(
  git: RunGit,
  environment: Environment,
): Promise<Environment> {
  const off = (await listFilters(git)).flatMap((name): [string, string][] => [
    [`filter.${name}.process`, ''],
    [`filter.${name}.clean`, ''],
    [`filter.${name}.smudge`, ''],
    [`filter.${name}.required`, 'false'],
  ]);
  const given = Number(environment['GIT_CONFIG_COUNT'] ?? 0);
  const first = Number.isInteger(given) && given > 0 ? given : 0;
  const added = off.flatMap(([key, value], place): [string, string][] => [
    [`GIT_CONFIG_KEY_${first + place}`, key],
    [`GIT_CONFIG_VALUE_${first + place}`, value],
  ]);
  if (added.length === 0) return environment;
  const count = String(first + off.length);
  return { ...environment, ...Object.fromEntries(added), GIT_CONFIG_COUNT: count };
}

const filterKey = /^filter\.(.+)\.[^.]+$/is;

/** The names of the filters that the settings of the repository or the working tree say anything of. */
async function listFilters(git: RunGit): Promise<readonly string[]> {
  const query = ['--name-only', '--get-regexp', '^filter\\.'];
  const scoped = await git(['config', '-z', '--show-scope', ...query]).catch(() => undefined);
  if (scoped !== undefined) {
    const fields = scoped.split('\0');
    const own = fields.filter((_, i) => i % 2 === 1 && isRepositoryScope(fields[i - 1]));
    return namesIn(own);
  }
  // There is none, or a git that cannot tell where a setting stands.
  const all = await git(['config', '-z', ...query]).catch(() => '');
  return namesIn(all.split('\0'));
}

function isRepositoryScope(scope: string | undefined): boolean {
  return scope === 'local' || scope === 'worktree';
}

function namesIn(keys: readonly string[]): readonly string[] {
  const names = keys.flatMap(key => filterKey.exec(key)?.[1] ?? []);
  return [...new Set(names)];
}
