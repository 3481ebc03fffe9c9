import type { LinkedCommit, NamingCommit } from '../core/commits/commit.ts';
import { updateInSteps, type CommitIndex } from '../core/commits/commitIndex.ts';
import type { CommitShelf } from '../core/commits/commitShelf.ts';
import { idsInBranch } from '../core/commits/idsInText.ts';
import { listWaiting, readCommits } from './commitLog.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { stepByStep } from './stepByStep.ts';
import { updateCommitIndex } from './updateCommitIndex.ts';

/** So many branches named for items are looked at, the newest first. */
const mostNamed = 200;

/** So many commits of a branch are its own, and of all of them together. */
const mostOwn = 500;
const mostOfAll = 5000;

interface NamedBranch {
  readonly tip: string;
  readonly ids: readonly string[];
}

/** So many commits that wait for a merge are looked at, the newest first. */
const mostWaiting = 5000;

/**
 * The commits that name items, with those of branches that are named for items and are not merged yet:
 * they are on no other branch than such ones. Those are looked up each time, since branches come, go and
 * get other names without a commit that tells. What waits for a merge closes nothing yet.
 */
export async function readCommitIndex(git: RunGit, shelf: CommitShelf): Promise<CommitIndex> {
  const index = await updateCommitIndex(git, shelf);
  const added = await readBranchWork(git);
  const all =
    added.length === 0
      ? index
      : await stepByStep(updateInSteps(index, { ...index, added, gone: [] }));
  return closeNothing(all, await listWaiting(git, mostWaiting));
}

function closeNothing(index: CommitIndex, waiting: readonly string[]): CommitIndex {
  const held = waiting.flatMap((hash): readonly [string, LinkedCommit][] => {
    const commit = index.commits.get(hash);
    return commit && commit.closes.length > 0 ? [[hash, { ...commit, closes: [] }]] : [];
  });
  if (held.length === 0) return index;
  return { ...index, commits: new Map([...index.commits, ...held]) };
}

async function readBranchWork(git: RunGit): Promise<readonly LinkedCommit[]> {
  const args = ['for-each-ref', '--sort=-committerdate', '--format=%(objectname) %(refname)'];
  const refs = (await git([...args, 'refs/heads', 'refs/remotes'])).split('\n');
  const branches = refs.flatMap((line): readonly NamedBranch[] => {
    const [tip = '', name = ''] = line.split(' ');
    return isObjectName(tip) ? [{ tip, ids: idsInBranch(name) }] : [];
  });
  const own = branches.filter(({ ids }) => ids.length > 0).slice(0, mostNamed);
  const others = branches.filter(({ ids }) => ids.length === 0).map(({ tip }) => tip);
  // Without another branch nobody can tell where one began.
  if (own.length === 0 || others.length === 0) return [];
  const tips = [...new Set(own.map(({ tip }) => tip))];
  const told = await readCommits(git, tips, [...new Set(others)], mostOfAll);
  return linkToBranches(told, own);
}

function linkToBranches(
  told: readonly NamingCommit[],
  branches: readonly NamedBranch[],
): readonly LinkedCommit[] {
  const commits = new Map(told.map(commit => [commit.hash, commit]));
  const ids = new Map<NamingCommit, Set<string>>();
  for (const branch of branches) {
    for (const commit of ownCommits(branch.tip, commits)) {
      ids.set(commit, new Set([...(ids.get(commit) ?? []), ...branch.ids]));
    }
  }
  return [...ids].map(([commit, meant]) => {
    const { hash, authoredAt, day, author, subject, named, closed } = commit;
    const all = [...new Set([...named, ...meant])];
    const closes = [...new Set(closed)].filter(id => all.includes(id));
    return { hash, authoredAt, day, author, subject, ids: all, closes };
  });
}

function ownCommits(
  tip: string,
  commits: ReadonlyMap<string, NamingCommit>,
): ReadonlySet<NamingCommit> {
  const found = new Set<NamingCommit>();
  const open = [tip];
  for (let at = open.pop(); at !== undefined && found.size < mostOwn; at = open.pop()) {
    const commit = commits.get(at);
    if (!commit || found.has(commit)) continue;
    found.add(commit);
    open.push(...commit.parents);
  }
  return found;
}
