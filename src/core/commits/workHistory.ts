import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { LinkedCommit } from './commit.ts';

/** How often a file was changed for an item. */
export interface TouchedFile {
  readonly path: string;
  readonly commits: number;
  readonly added: number;
  readonly removed: number;
}

/** A commit with the files that it changed. */
export interface CommitFiles {
  readonly hash: string;
  readonly files: readonly Omit<TouchedFile, 'commits'>[];
}

export interface PersonAtWork {
  readonly name: string;
  readonly commits: number;
  /** Days on which there is a commit of theirs. */
  readonly days: number;
}

/** The work on an item as it happened. */
export interface WorkHistory {
  /** The oldest first. */
  readonly commits: readonly LinkedCommit[];
  /** The most changed first. */
  readonly files: readonly TouchedFile[];
  /** Who did the most first. */
  readonly people: readonly PersonAtWork[];
  /** How many commits on each day that has any, in order. */
  readonly days: readonly { readonly day: string; readonly commits: number }[];
}

/** @param commits the oldest first */
export function computeWorkHistory(
  commits: readonly LinkedCommit[],
  files: readonly CommitFiles[],
): WorkHistory {
  const days = new Map<string, number>();
  for (const { day } of commits) days.set(day, (days.get(day) ?? 0) + 1);
  return {
    commits,
    files: sumFiles(files),
    people: sumPeople(commits),
    days: [...days]
      .map(([day, count]) => ({ day, commits: count }))
      .sort((a, b) => compareText(a.day, b.day)),
  };
}

function sumFiles(commits: readonly CommitFiles[]): readonly TouchedFile[] {
  const sums = new Map<string, TouchedFile>();
  for (const { path, added, removed } of commits.flatMap(({ files }) => files)) {
    const sum = sums.get(path) ?? { path, commits: 0, added: 0, removed: 0 };
    sums.set(path, {
      path,
      commits: sum.commits + 1,
      added: sum.added + added,
      removed: sum.removed + removed,
    });
  }
  return [...sums.values()].sort(
    compareBy<TouchedFile>(
      (a, b) => compareNumber(b.commits, a.commits),
      (a, b) => compareText(a.path, b.path),
    ),
  );
}

function sumPeople(commits: readonly LinkedCommit[]): readonly PersonAtWork[] {
  const people = new Map<string, LinkedCommit[]>();
  for (const commit of commits) {
    const own = people.get(commit.author);
    if (own) own.push(commit);
    else people.set(commit.author, [commit]);
  }
  return [...people]
    .map(([name, own]) => ({
      name,
      commits: own.length,
      days: new Set(own.map(({ day }) => day)).size,
    }))
    .sort(
      compareBy<PersonAtWork>(
        (a, b) => compareNumber(b.commits, a.commits),
        (a, b) => compareText(a.name, b.name),
      ),
    );
}
