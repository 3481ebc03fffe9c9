import type { LinkedCommit } from '../../../../src/core/commits/commit.ts';
import type { CommitIndex } from '../../../../src/core/commits/commitIndex.ts';

/** A commit of a day, at its noon. */
export function commit(hash: string, day: string, more: Partial<LinkedCommit>): LinkedCommit {
  const authoredAt = Date.parse(`${day}T12:00:00Z`) / 1000;
  return { hash, day, authoredAt, author: 'Ada', subject: hash, ids: [], closes: [], ...more };
}

export function indexOf(...commits: readonly LinkedCommit[]): CommitIndex {
  return { tips: [], cut: '', commits: new Map(commits.map(each => [each.hash, each])) };
}
