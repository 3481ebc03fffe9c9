import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  emptyIndex,
  readInSteps,
  updateInSteps,
  writeInSteps,
  type CommitIndex,
} from '../core/commits/commitIndex.ts';
import type { CommitShelf } from '../core/commits/commitShelf.ts';
import type { NamingCommit } from '../core/commits/commit.ts';
import { isNamingMerge, linkInSteps } from '../core/commits/linkCommits.ts';
import { listCommits, readCommits } from './commitLog.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { stepByStep } from './stepByStep.ts';

/**
 * The commits that name items, on all branches. Only what is new since the last time is read; what no
 * branch leads to any more, after a rebase, an amended commit or a forced push, is left out. Where the
 * old commits are not there any more to tell, it is made anew.
 */
export async function updateCommitIndex(git: RunGit, shelf: CommitShelf): Promise<CommitIndex> {
  const text = await shelf.read();
  const known =
    (text === undefined ? undefined : await stepByStep(readInSteps(text))) ?? emptyIndex;
  const tips = await listTips(git);
  const cut = await readCut(git);
  if (isSameList(tips, known.tips) && cut === known.cut) return known;
  // What lies behind the end of a shallow clone came or went without a tip that tells.
  const before = cut === known.cut ? known : emptyIndex;
  const { base, told, gone } = await readChange(git, tips, before);
  const linked = await stepByStep(linkInSteps(told));
  const updated = await stepByStep(updateInSteps(base, { tips, cut, added: linked, gone }));
  await shelf.write(await stepByStep(writeInSteps(updated)));
  return updated;
}

interface Change {
  readonly base: CommitIndex;
  readonly told: readonly NamingCommit[];
  readonly gone: readonly string[];
}

/** Of so many new merges the branches are read again; beyond that the whole takes no longer. */
const mostMerges = 20;

/**
 * What to take in. A merge names the commits of its branch, which may have been there before it and
 * named nothing: they are read again; and once such a merge is gone, all is.
 */
async function readChange(
  git: RunGit,
  tips: readonly string[],
  known: CommitIndex,
): Promise<Change> {
  const anew = async (): Promise<Change> => {
    return { base: emptyIndex, told: await readCommits(git, tips, []), gone: [] };
  };
  if (!(await areThere(git, known.tips))) return anew();
  const [added, gone] = await Promise.all([
    readCommits(git, tips, known.tips),
    listCommits(git, known.tips, tips),
  ]);
  const merges = added.filter(isNamingMerge);
  const isMergeGone = gone.some(hash => known.commits.get(hash)?.subject.startsWith('Merge'));
  if (isMergeGone || merges.length > mostMerges) return anew();
  const told = new Map(added.map(commit => [commit.hash, commit]));
  for (const { parents } of merges) {
    const brought = await readCommits(git, parents.slice(1), parents.slice(0, 1));
    for (const commit of brought) told.set(commit.hash, commit);
  }
  return { base: known, told: [...told.values()], gone };
}

/** So many branches are looked at, the newest first. */
const mostBranches = 2000;

/** What the branches and the working tree are at, each once, in order. */
async function listTips(git: RunGit): Promise<readonly string[]> {
  const refs = ['refs/heads', 'refs/remotes'];
  const sort = ['--sort=-committerdate', `--count=${mostBranches}`];
  const answer = await git(['for-each-ref', ...sort, '--format=%(objectname)', ...refs]);
  const head = await git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).catch(() => '');
  const tips = new Set([...answer.split('\n'), head.trim()].filter(isObjectName));
  return [...tips].sort();
}

/** Where a shallow clone is cut off, as a word; empty where it is not. */
async function readCut(git: RunGit): Promise<string> {
  const answer = await git([
    'rev-parse',
    '--is-shallow-repository',
    '--path-format=absolute',
    '--git-path',
    'shallow',
  ]);
  const [isShallow, file = ''] = answer.split('\n');
  if (isShallow !== 'true') return '';
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    // It was fetched whole a moment ago.
    return '';
  }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** False after garbage collection: then nobody can tell what came and went. */
async function areThere(git: RunGit, commits: readonly string[]): Promise<boolean> {
  if (commits.length === 0) return false;
  const input = commits.map(commit => `${commit}^{commit}\n`).join('');
  const answer = await git(['cat-file', '--batch-check=%(objecttype)'], input);
  const types = answer.split('\n').slice(0, commits.length);
  return types.every(type => type === 'commit');
}
