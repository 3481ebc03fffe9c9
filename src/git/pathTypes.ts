import type { PastFile } from '../core/anchors/codePast.ts';
import { chunkPaths } from './changesSince.ts';
import type { RunGit } from './gitProcess.ts';
import { MissingObjects } from './gitRefusal.ts';
import { isObjectName } from './objectName.ts';

/** What a commit has at a path. */
export interface PathType {
  readonly name: string;
  readonly type: string;
}

/** What commits have at some paths, in their order; undefined where there is nothing. */
export async function readTypes(
  git: RunGit,
  paths: readonly PastFile[],
): Promise<readonly (PathType | undefined)[]> {
  try {
    return await readAtOnce(git, paths);
  } catch (failure) {
    if (!(failure instanceof MissingObjects)) throw failure;
    // Trees name what a partial clone does not have.
    return readFromTrees(git, paths);
  }
}

async function readAtOnce(
  git: RunGit,
  paths: readonly PastFile[],
): Promise<readonly (PathType | undefined)[]> {
  const isNamed = ({ path }: PastFile): boolean => !/[\r\n]/.test(path);
  const named = paths.filter(isNamed);
  if (named.length === 0) return paths.map(() => undefined);
  const input = named.map(({ commit, path }) => `${commit}:./${path}\n`).join('');
  const answer = await git(['cat-file', '--batch-check=%(objectname) %(objecttype)'], input);
  const lines = answer.split('\n');
  let next = 0;
  return paths.map(each => {
    if (!isNamed(each)) return undefined;
    const [name = '', type = ''] = (lines[next++] ?? '').split(' ');
    return isObjectName(name) ? { name, type } : undefined;
  });
}

/** A process for each commit. */
async function readFromTrees(
  git: RunGit,
  paths: readonly PastFile[],
): Promise<readonly (PathType | undefined)[]> {
  const found = new Map<string, PathType>();
  for (const commit of new Set(paths.map(each => each.commit))) {
    const own = paths.filter(each => each.commit === commit).map(each => bare(each.path));
    for (const names of chunkPaths(own)) {
      const args = ['ls-tree', '-z', '--end-of-options', commit, '--', ...names];
      for (const row of (await git(args)).split('\0')) {
        const [, type, name, path] = /^\d+ (\w+) ([0-9a-f]+)\t(.+)$/s.exec(row) ?? [];
        if (type !== undefined && name !== undefined && path !== undefined) {
          found.set(`${commit}\0${path}`, { name, type });
        }
      }
    }
  }
  return paths.map(({ commit, path }) => found.get(`${commit}\0${bare(path)}`));
}

/** A slash at the end would ask for what is in a folder. */
function bare(path: string): string {
  return path.replace(/\/$/, '');
}
