import type { FileSince, FolderSince } from './codeNow.ts';
import { createLineMap, sameLines, type LineMap } from './lineMap.ts';
import type { FileChange, OnAdded } from './parsePatch.ts';

/** A file at a commit. */
export interface PastFile {
  readonly commit: string;
  readonly path: string;
}

/** What differs between a commit and the working tree. Paths are relative to the workspace folder. */
export interface ChangesSince {
  /** What became of a file of the commit; undefined when it is not compared by lines. */
  readonly since: (path: string) => FileSince | undefined;
  /** The lines of a file of today since then. */
  readonly linesOf: (pathNow: string) => LineMap | undefined;
}

/** The past of the code, as git knows it. Commits are named in full but where names are looked up. */
export interface CodePast {
  /** The full names of those commits that are there, by the names that were written down. */
  readonly findCommits: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The content of each file by a name of its own; undefined where a commit has no such file. */
  readonly contentsOf: (files: readonly PastFile[]) => Promise<readonly (string | undefined)[]>;
  /** The text of each file; undefined where it is not known. */
  readonly textsOf: (files: readonly PastFile[]) => Promise<readonly (string | undefined)[]>;
  /** Where files of a commit are now that were renamed since, by their old path. */
  readonly findRenames: (commit: string) => Promise<ReadonlyMap<string, string>>;
  /** The differences of some files, named by their old and new paths; or of all. */
  readonly readChanges: (
    commit: string,
    paths: readonly string[] | undefined,
    onAdded?: OnAdded,
  ) => Promise<ChangesSince>;
  /** What became of files that are still where they were, in their order; of many commits at once. */
  readonly readFileChanges: (
    files: readonly PastFile[],
  ) => Promise<readonly (ChangesSince | undefined)[]>;
  /** Of some lines those that stand somewhere in the files of today. */
  readonly findStanding: (lines: readonly string[]) => Promise<ReadonlySet<string>>;
  /**
   * Of some paths those that are left out of the working tree, each with its text where that is known;
   * folders are among them.
   */
  readonly readLeftOut: (
    paths: readonly string[],
  ) => Promise<ReadonlyMap<string, string | undefined>>;
  /** Files that git does not hold yet. */
  readonly newFiles: () => Promise<readonly string[]>;
  /**
   * What became of files, from commit to commit and to the working tree; in the order of the files,
   * undefined for one whose commit lies on no way to the present one. Lines that look alike are
   * paired otherwise when each difference is read from its end.
   */
  readonly follow: (
    files: readonly PastFile[],
    direction: 'forward' | 'back',
  ) => Promise<readonly (FileSince | undefined)[]>;
  /** Whether a commit has a folder of that path. */
  readonly hasFolder: (folder: PastFile) => Promise<boolean>;
  /** What became of folders, in their order; undefined for one that its commit does not have. */
  readonly followFolders: (
    folders: readonly PastFile[],
  ) => Promise<readonly (FolderSince | undefined)[]>;
}

/** Nothing is known of what changed but which files are as they were. */
export function onlyUnchanged(changed: ReadonlySet<string>): ChangesSince {
  return {
    since: path => (changed.has(path) ? undefined : { path, lines: sameLines }),
    linesOf: path => (changed.has(path) ? undefined : sameLines),
  };
}

/** Changes by the old and by the new path of a file. A file without a change is as it was. */
export function indexChanges(changes: readonly FileChange[]): ChangesSince {
  const byOld = new Map<string, FileChange>();
  const byNew = new Map<string, FileChange>();
  for (const change of changes) {
    if (change.oldPath !== undefined) byOld.set(change.oldPath, change);
    if (change.newPath !== undefined) byNew.set(change.newPath, change);
  }
  const maps = new Map<FileChange, LineMap>();
  const mapOf = (change: FileChange): LineMap => {
    const known = maps.get(change) ?? createLineMap(change.hunks);
    maps.set(change, known);
    return known;
  };
  return {
    since: path => {
      const change = byOld.get(path);
      if (!change) return { path, lines: sameLines };
      return change.isBinary ? undefined : { path: change.newPath, lines: mapOf(change) };
    },
    linesOf: pathNow => {
      const change = byNew.get(pathNow);
      if (!change) return sameLines;
      return change.isBinary ? undefined : mapOf(change);
    },
  };
}
