import type { FileSince } from '../core/anchors/codeNow.ts';
import type { CodePast, PastFile } from '../core/anchors/codePast.ts';
import { sameLines } from '../core/anchors/lineMap.ts';
import { largestCodeBytes } from '../core/anchors/sourceText.ts';
import { readBlobTexts } from './blobTexts.ts';
import { findCommits, findRenames, readChanges } from './changesSince.ts';
import { readFileChanges } from './fileChanges.ts';
import type { RunGit } from './gitProcess.ts';
import { MissingObjects } from './gitRefusal.ts';
import { findMoved, listNewFiles, withMoved } from './movedFiles.ts';
import { followFolders } from './followFolders.ts';
import { followHistory } from './followHistory.ts';
import { readLeftOut } from './leftOut.ts';
import { readTypes } from './pathTypes.ts';
import { findStanding } from './searchCode.ts';

/** The past of a workspace folder. What git cannot tell, in a shallow clone or a partial one, is not known. */
export function createCodePast(git: RunGit): CodePast {
  const moved = new Map<string, ReadonlyMap<string, string>>();
  return {
    findCommits: names => findCommits(git, names),
    contentsOf: files => contentsOf(git, files),
    textsOf: files => textsOf(git, files),
    findRenames: async commit => {
      const found = await findMoved(git, commit);
      moved.set(commit, found);
      return new Map([...found, ...(await findRenames(git, commit))]);
    },
    readChanges: async (commit, paths, onAdded) =>
      withMoved(await readChanges(git, commit, { paths, onAdded }), moved.get(commit)),
    readFileChanges: files => readFileChanges(git, files),
    findStanding: lines => findStanding(git, lines),
    readLeftOut: paths => readLeftOut(git, paths),
    newFiles: () => listNewFiles(git),
    follow: async (files, direction) => {
      try {
        const found = await followHistory(git, files, direction);
        return found.map((since, i) => movedSince(moved, files[i]) ?? since);
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

/** What was moved without git being told says what it said at the commit. */
function movedSince(
  moved: ReadonlyMap<string, ReadonlyMap<string, string>>,
  file: PastFile | undefined,
): FileSince | undefined {
  const path = file && moved.get(file.commit)?.get(file.path);
  return path === undefined ? undefined : { path, lines: sameLines };
}

async function contentsOf(
  git: RunGit,
  files: readonly PastFile[],
): Promise<readonly (string | undefined)[]> {
  const types = await readTypes(git, files);
  return types.map(each => (each?.type === 'blob' ? each.name : undefined));
}

async function textsOf(
  git: RunGit,
  files: readonly PastFile[],
): Promise<readonly (string | undefined)[]> {
  const blobs = await contentsOf(git, files);
  const known = new Set(blobs.filter(blob => blob !== undefined));
  try {
    const texts = await readBlobTexts(git, [...known], largestCodeBytes);
    return blobs.map(blob => (blob === undefined ? undefined : texts.get(blob)));
  } catch (failure) {
    if (!(failure instanceof MissingObjects)) throw failure;
    return files.map(() => undefined);
  }
}
