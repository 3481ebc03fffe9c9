import { diffSettings } from './changesSince.ts';
import type { RunGit } from './gitProcess.ts';
import { findMoved } from './movedFiles.ts';
import { nameSettings, parseNames } from './nameLog.ts';

/**
 * Where a plan folder was before a commit that made it: the folder from which more than half of its
 * files came, each to the same place below it. Undefined where it began there.
 *
 * @param files what it holds, by paths below it
 */
export async function folderBefore(
  git: RunGit,
  commit: string,
  inside: string,
  files: Iterable<string>,
): Promise<string | undefined> {
  return sourceOf(await readRenames(git, [`${commit}^`, commit]), inside, files);
}

/** Where a plan folder is in the last commit, which does not have it in its place yet. */
export async function folderInHead(git: RunGit, inside: string): Promise<string | undefined> {
  const top = (await git(['rev-parse', '--show-prefix'])).replace(/\n$/, '');
  const moved = [...(await findMoved(git, 'HEAD'))].map(
    ([from, to]) => [`${top}${from}`, `${top}${to}`] as const,
  );
  const renamed = [...(await readRenames(git, ['HEAD'])), ...moved];
  const files = renamed.flatMap(([, to]) =>
    to.startsWith(`${inside}/`) ? [to.slice(inside.length + 1)] : [],
  );
  return sourceOf(renamed, inside, files);
}

type Rename = readonly [from: string, to: string];

/** By paths from the top of the repository. The first commit of all has none before it. */
async function readRenames(git: RunGit, range: readonly string[]): Promise<readonly Rename[]> {
  const args = ['diff', ...diffSettings, '--no-relative', ...nameSettings, ...range, '--'];
  return parseNames(await git(args).catch(() => '')).renamed;
}

function sourceOf(
  renamed: readonly Rename[],
  inside: string,
  files: Iterable<string>,
): string | undefined {
  const cameFrom = new Map(renamed.map(([from, to]) => [to, from]));
  const counts = new Map<string, number>();
  let all = 0;
  for (const file of files) {
    all++;
    const from = cameFrom.get(`${inside}/${file}`);
    if (from?.endsWith(`/${file}`) !== true) continue;
    const folder = from.slice(0, -file.length - 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 > all)?.[0];
}
