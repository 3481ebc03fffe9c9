import type { RunGit } from './gitProcess.ts';

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
    const isInside =
      path.length > prefix.length && path.startsWith(prefix) && !path.split('/').includes('..');
    return isInside ? [path.slice(prefix.length)] : [];
  });
}

/** Those of which a difference takes another commit. What is not committed in them is not asked about. */
export async function movedSubmodules(
  git: RunGit,
  difference: readonly string[],
): Promise<readonly string[]> {
  const known = await listSubmodules(git);
  if (known.length === 0) return [];
  const settings = ['--no-ext-diff', '--ignore-submodules=dirty', '--no-renames', '--relative'];
  const paths = known.map(path => `:(literal)${path}`);
  const args = ['diff', '--name-only', '-z', ...settings, ...difference, '--', ...paths];
  return (await git(args)).split('\0').filter(path => known.includes(path));
}

/** Whether the files of a submodule are there. */
export async function isCheckedOut(git: RunGit, submodule: string): Promise<boolean> {
  const args = ['rev-parse', '--resolve-git-dir', `./${submodule}/.git`];
  return git(args).then(
    () => true,
    () => false,
  );
}
