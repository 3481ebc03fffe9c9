import type { CodePast, PastFile } from '../core/anchors/codePast.ts';
import { findCommits, findRenames, readChanges } from './changesSince.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { followFolders } from './followFolders.ts';
import { followHistory } from './followHistory.ts';
import { findStanding } from './searchCode.ts';

/** The past of a workspace folder. What git cannot tell, in a shallow clone or a partial one, is not known. */
export function createCodePast(git: RunGit): CodePast {
  return {
    findCommits: names => findCommits(git, names),
    contentsOf: files => contentsOf(git, files),
    findRenames: commit => findRenames(git, commit),
    readChanges: (commit, paths, onAdded) => readChanges(git, commit, { paths, onAdded }),
    findStanding: lines => findStanding(git, lines),
    newFiles: async () =>
      (await git(['ls-files', '--others', '--exclude-standard', '-z'])).split('\0').filter(Boolean),
    follow: async (files, direction) => {
      try {
        return await followHistory(git, files, direction);
      } catch {
        // There is no commit yet, or the history is cut off where it would begin.
        return files.map(() => undefined);
      }
    },
    hasFolder: async folder => (await typesOf(git, [folder]))[0]?.type === 'tree',
    followFolders: async folders => {
      try {
        return await followFolders(git, folders);
      } catch {
        // As above.
        return folders.map(() => undefined);
      }
    },
  };
}

async function contentsOf(
  git: RunGit,
  files: readonly PastFile[],
): Promise<readonly (string | undefined)[]> {
  const types = await typesOf(git, files);
  return types.map(each => (each?.type === 'blob' ? each.name : undefined));
}

/** What a commit has at each path, in order; undefined where it has nothing. */
async function typesOf(
  git: RunGit,
  files: readonly PastFile[],
): Promise<readonly ({ readonly name: string; readonly type: string } | undefined)[]> {
  const isNamed = ({ path }: PastFile): boolean => !/[\r\n]/.test(path);
  const named = files.filter(isNamed);
  if (named.length === 0) return files.map(() => undefined);
  const input = named.map(({ commit, path }) => `${commit}:./${path}\n`).join('');
  const answer = await git(['cat-file', '--batch-check=%(objectname) %(objecttype)'], input);
  const lines = answer.split('\n');
  let next = 0;
  return files.map(file => {
    if (!isNamed(file)) return undefined;
    const [name = '', type = ''] = (lines[next++] ?? '').split(' ');
    return isObjectName(name) ? { name, type } : undefined;
  });
}
