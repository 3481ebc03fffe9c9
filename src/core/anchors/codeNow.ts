import type { LineMap } from './lineMap.ts';
import type { SourceText } from './sourceText.ts';

/** What became of a file since a commit. */
export interface FileSince {
  /** Its path now; undefined when it went. Relative to the workspace folder. */
  readonly path: string | undefined;
  readonly lines: LineMap;
}

/** What became of a folder since a commit. */
export interface FolderSince {
  /** Where it is now, with a slash at its end; undefined when it went. Relative to the workspace folder. */
  readonly path: string | undefined;
  /** False when only some of it is there, or it joined what was there before. */
  readonly isCertain: boolean;
}

/** The code as it is now, and what is known of its past. Paths are relative to the workspace folder. */
export interface CodeNow {
  /** Undefined for what has no lines: nothing there, a folder, too large, no text. */
  readonly text: (path: string) => SourceText | undefined;
  readonly exists: (path: string) => boolean;
  /** True for what is left out of the working tree, and of which nobody here has the text. */
  readonly isUnseen: (path: string) => boolean;
  /** Undefined when the commit is not known, or there is no git. */
  readonly since: (commit: string, path: string) => FileSince | undefined;
  /** As `since`, for a file by its present path: undefined when nothing is known of its past. */
  readonly linesSince: (commit: string, pathNow: string) => LineMap | undefined;
  /** The files in which a line of these words came, or stands, for all that is known. */
  readonly filesWith: (commit: string | undefined, line: string) => readonly string[];
  /** Files that git does not hold yet, as far as they were looked through. */
  readonly newPaths: () => Iterable<string>;
  /** Undefined when nothing is known, or the folder is where it was. */
  readonly folderSince: (commit: string, path: string) => FolderSince | undefined;
  /** As `since`, followed from commit to commit; undefined where that was not done. */
  readonly followed: (commit: string, path: string) => FileSince | undefined;
  /** The text of a file at a commit; undefined where nothing needs it, or it is not known. */
  readonly textThen: (commit: string, path: string) => SourceText | undefined;
  /** As `followed`, with every difference read the other way round: git then pairs lines otherwise. */
  readonly followedBack: (commit: string, path: string) => FileSince | undefined;
}
