import type { CodePast, PastFile } from '../core/anchors/codePast.ts';
import { findCommits, findRenames, readChanges } from './changesSince.ts';
import type { RunGit } from './gitProcess.ts';
import { followFolders } from './followFolders.ts';
import { followHistory } from './followHistory.ts';
import { readLeftOut } from './leftOut.ts';
import { readTypes } from './pathTypes.ts';
import { findStanding } from './searchCode.ts';

/** The past of a workspace folder. What git cannot tell, in a shallow clone or a partial one, is not known. */
export function createCodePast(git: RunGit): CodePast {
  return {
    findCommits: names => findCommits(git, names),
    contentsOf: files => contentsOf(git, files),
    findRenames: commit => findRenames(git, commit),
    readChanges: (commit, paths, onAdded) => readChanges(git, commit, { paths, onAdded }),
    findStanding: lines => findStanding(git, lines),
    readLeftOut: paths => readLeftOut(git, paths),
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
    hasFolder: async folder => (await readTypes(git, [folder]))[0]?.type === 'tree',
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
  const types = await readTypes(git, files);
  return types.map(each => (each?.type === 'blob' ? each.name : undefined));
}
