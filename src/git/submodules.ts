import path from 'node:path';
import { chunkPaths, fewRuns } from './changesSince.ts';
import type { Environment } from './gitEnvironment.ts';
import { createRunGit, type RunGit } from './gitProcess.ts';
import { withoutRepositoryFilters } from './repositoryFilters.ts';

/**
 * The submodules below the folder of git, as git's own list names them. The list is a file like any
 * other: what it leads out of the repository is none.
 */
export async function listSubmodules(git: RunGit): Promise<readonly string[]> {
  const args = [
    'config',
    '--blob',
    ':.gitmodules',
    '-z',
    '--get-regexp',
    '^submodule[.].*[.]path$',
  ];
  // Without submodules there is no list.
  const answer = await git(args).catch(() => '');
  if (answer === '') return [];
  const prefix = (await git(['rev-parse', '--show-prefix'])).replace(/\n$/, '');
  return answer.split('\0').flatMap(entry => {
    const path = entry.slice(entry.indexOf('\n') + 1);
    const isInside = path.length > prefix.length && path.startsWith(prefix) && !leadsOut(path);
    return isInside ? [path.slice(prefix.length)] : [];
  });
}

/** Git refuses all that it is asked together with such a path. */
function leadsOut(file: string): boolean {
  return path.isAbsolute(file) || file.split(/[\\/]/).includes('..');
}

/** A submodule, and the commits of it that a change leads from and to. */
export interface SubmoduleMove {
  readonly path: string;
  /** Undefined where it came. */
  readonly from: string | undefined;
  /** Undefined where it went. */
  readonly to: string | undefined;
}

/** Those of which a difference takes another commit. What is not committed in them is not asked about. */
export async function movedSubmodules(
  git: RunGit,
  difference: readonly string[],
): Promise<readonly SubmoduleMove[]> {
  const known = new Set(await listSubmodules(git));
  if (known.size === 0) return [];
  const settings = ['--no-ext-diff', '--ignore-submodules=dirty', '--no-renames', '--relative'];
  const args = ['diff', '--raw', '--no-abbrev', '-z', ...settings, ...difference, '--'];
  const fields = await fieldsAt(git, args, known);
  return fields.flatMap((row, i): readonly SubmoduleMove[] => {
    const [, oldMode, newMode, from, to] =
      /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) \w$/.exec(row) ?? [];
    const path = fields[i + 1];
    if (path === undefined || !known.has(path)) return [];
    return [
      {
        path,
        from: oldMode === gitlink ? from : undefined,
        to: newMode === gitlink ? to : undefined,
      },
    ];
  });
}

/** The submodules with the commits of them that a commit holds. */
export async function heldSubmodules(
  git: RunGit,
  commit: string,
): Promise<ReadonlyMap<string, string>> {
  const known = new Set(await listSubmodules(git));
  if (known.size === 0) return new Map();
  const rows = await fieldsAt(git, ['ls-tree', '-r', '-z', commit, '--'], known);
  return new Map(
    rows.flatMap((row): readonly [string, string][] => {
      const [, held, path] = /^160000 commit ([0-9a-f]+)\t(.+)$/s.exec(row) ?? [];
      return held === undefined || path === undefined || !known.has(path) ? [] : [[path, held]];
    }),
  );
}

/** What git answers of some paths at least. */
async function fieldsAt(
  git: RunGit,
  args: readonly string[],
  paths: ReadonlySet<string>,
): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const run of fewRuns(chunkPaths([...paths]))) answers.push(await git([...args, ...run]));
  return answers.flatMap(answer => answer.split('\0'));
}

/** The mode of a submodule in a tree. */
const gitlink = '160000';

/**
 * Git in a submodule of the repository that a folder lies in. Undefined where its files are not there,
 * and for what only looks like one: a folder of this repository, or a link that leads elsewhere.
 *
 * @param folder absolute
 */
export async function openSubmodule(
  git: RunGit,
  { folder, path: submodule }: { readonly folder: string; readonly path: string },
  given: Environment,
): Promise<RunGit | undefined> {
  if (!(await isCheckedOut(git, submodule))) return undefined;
  const bare = createRunGit(path.join(folder, submodule), given);
  try {
    const outer = await git(['rev-parse', '--show-toplevel']);
    const asked = ['rev-parse', '--show-superproject-working-tree', '--show-prefix'];
    if ((await bare(asked)) !== `${outer}\n`) return undefined;
    const environment = await withoutRepositoryFilters(bare, given);
    return createRunGit(path.join(folder, submodule), environment);
  } catch {
    // Its own repository is not there any more, or belongs to somebody else.
    return undefined;
  }
}

/** Whether the files of a submodule are there. */
export async function isCheckedOut(git: RunGit, submodule: string): Promise<boolean> {
  const args = ['rev-parse', '--resolve-git-dir', `./${submodule}/.git`];
  return git(args).then(
    () => true,
    () => false,
  );
}
