import type { LinkedCommit } from '../core/commits/commit.ts';
import { commitsOf, oldestFirst } from '../core/commits/commitIndex.ts';
import {
  computeWorkHistory,
  type CommitFiles,
  type WorkHistory,
} from '../core/commits/workHistory.ts';
import type { NamedWork } from '../core/commits/namedWork.ts';
import { readCommitIndex } from './branchWork.ts';
import { findCommits } from './changesSince.ts';
import { readCommitFiles, readNamedCommits } from './commitLog.ts';
import type { RunGit } from './gitProcess.ts';
import { MissingObjects } from './gitRefusal.ts';
import type { CommitShelf } from '../core/commits/commitShelf.ts';

/** So many commits of one item are looked into for their files, the newest. */
const mostWithFiles = 2000;

/** The work on an item as the commits tell it: by trailer, subject, branch, or named by the item. */
export async function readWork(
  git: RunGit,
  { ids, commits }: NamedWork,
  shelf: CommitShelf,
): Promise<WorkHistory> {
  const index = await readCommitIndex(git, shelf);
  const linked = new Map(commitsOf(index, ids).map(commit => [commit.hash, commit]));
  const named = [...(await findCommits(git, commits)).values()];
  const missing = [...new Set(named)].filter(hash => !linked.has(hash));
  for (const told of await readNamedCommits(git, missing)) {
    const { hash, authoredAt, day, author, subject } = told;
    linked.set(hash, { hash, authoredAt, day, author, subject, ids: [...ids], closes: [] });
  }
  const all: readonly LinkedCommit[] = [...linked.values()].sort(oldestFirst);
  const newest = all.slice(-mostWithFiles).map(({ hash }) => hash);
  return computeWorkHistory(all, await filesOf(git, newest));
}

/** A partial clone does not know how much each commit changed. */
async function filesOf(git: RunGit, hashes: readonly string[]): Promise<readonly CommitFiles[]> {
  try {
    return await readCommitFiles(git, hashes);
  } catch (failure) {
    if (failure instanceof MissingObjects) return [];
    throw failure;
  }
}
