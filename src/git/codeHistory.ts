import type { CodePast } from '../core/anchors/codePast.ts';
import type { CommitIndex } from '../core/commits/commitIndex.ts';
import type { NamedWork } from '../core/commits/namedWork.ts';
import type { WorkHistory } from '../core/commits/workHistory.ts';
import type { FileActivity } from '../core/evidence/codeEvidence.ts';
import type { FoundLine, LineAuthor } from '../core/source/foundLine.ts';
import type { ChangeRange, RangeChange } from '../core/impact/changeRange.ts';
import { readRange, type OpenSubmodule } from './changeRange.ts';
import { listFiles, readFileActivity } from './fileActivity.ts';
import { readFileAges } from './fileAges.ts';
import { readCommitIndex } from './branchWork.ts';
import { createCodePast } from './codePast.ts';
import type { Environment } from './gitEnvironment.ts';
import type { RunGit } from './gitProcess.ts';
import { readWork } from './readWork.ts';
import { findAuthor, findWords, searchCode, type NoteSearch } from './searchCode.ts';
import { listSubmodules, openSubmodule } from './submodules.ts';
import type { CommitShelf } from '../core/commits/commitShelf.ts';

/** What a repository tells of the code and of the work on it. A signal ends what runs. */
export interface CodeHistory {
  /** What became of code since a commit; the signal ends what runs. */
  codePast(signal?: AbortSignal): CodePast;
  /** The work on an item as the commits tell it. */
  work(item: NamedWork, shelf: CommitShelf, signal?: AbortSignal): Promise<WorkHistory>;
  /** All commits that name items, and those of branches that are named for one. */
  commits(shelf: CommitShelf, signal?: AbortSignal): Promise<CommitIndex>;
  /** A change of code; undefined for a range that names no commits. */
  change(range: ChangeRange): Promise<RangeChange | undefined>;
  /** How much each file changed over the last days. */
  fileActivity(days: number): Promise<readonly FileActivity[]>;
  /** The day of the first commit of each file; empty where it is not known. */
  fileAges(): Promise<ReadonlyMap<string, string>>;
  listFiles(): Promise<readonly string[]>;
  /** The folders of submodules: their commits are told by their own repositories alone. */
  listSubmodules(): Promise<readonly string[]>;
  /** The lines of code that hold a text. */
  searchCode(text: string): Promise<readonly FoundLine[]>;
  /** The lines of code with one of some words. */
  findWords(search: NoteSearch, signal?: AbortSignal): Promise<readonly FoundLine[]>;
  /** Who wrote a line; undefined for one that is not committed. */
  lineAuthor(path: string, line: number): Promise<LineAuthor | undefined>;
}

/**
 * @param runFor git in the workspace folder, ended by the signal
 * @param environment as it was given, for repositories that lie in it
 */
export function createCodeHistory(
  runFor: (signal: AbortSignal | undefined) => RunGit,
  { folder, environment }: { readonly folder: string; readonly environment: Environment },
): CodeHistory {
  const git = runFor(undefined);
  const open: OpenSubmodule = (outer, path) => openSubmodule(outer, { folder, path }, environment);
  return {
    codePast: signal => createCodePast(runFor(signal)),
    work: (item, shelf, signal) => readWork(runFor(signal), item, shelf),
    commits: (shelf, signal) => readCommitIndex(runFor(signal), shelf),
    change: range => readRange(git, range, open),
    fileActivity: days => readFileActivity(git, days),
    fileAges: () => readFileAges(git),
    listFiles: () => listFiles(git),
    listSubmodules: () => listSubmodules(git),
    searchCode: text => searchCode(git, text),
    findWords: (search, signal) => findWords(runFor(signal), search),
    lineAuthor: (path, line) => findAuthor(git, path, line),
  };
}
