import { patchInSteps, type FileChange } from '../core/anchors/parsePatch.ts';
import type { ChangeRange, RangeChange } from '../core/impact/changeRange.ts';
import { linkInSteps } from '../core/commits/linkCommits.ts';
import { diffPatch, diffPatchBack, diffSettings } from './changesSince.ts';
import { readCommits } from './commitLog.ts';
import { listNewFiles } from './movedFiles.ts';
import type { RunGit } from './gitProcess.ts';
import { stepByStep } from './stepByStep.ts';
import { listSubmodules, movedSubmodules } from './submodules.ts';
import { isObjectName } from './objectName.ts';

/** Undefined for a name that is no commit. */
export async function readRange(git: RunGit, range: ChangeRange): Promise<RangeChange | undefined> {
  if (range.kind === 'commits') return readCommitRange(git, range.text);
  const head = (await commitOf(git, 'HEAD')) ?? emptyTree;
  if (range.kind === 'index') {
    const patch = await git(['diff', '--cached', ...diffSettings, ...diffPatch, head, '--']);
    const back = await git(['diff', ...diffSettings, ...diffPatchBack, '--']);
    // Read from its end, it leads from the working tree to the index.
    const submodules = await movedSubmodules(git, ['--cached', head]);
    return { files: await readPatch(patch), commits: [], back: await readPatch(back), submodules };
  }
  const patch = await git(['diff', ...diffSettings, ...diffPatch, head, '--']);
  const files = [...(await readPatch(patch)), ...(await newFiles(git))];
  // Whether one was edited, git would find out by running in it.
  return { files, commits: [], back: undefined, submodules: await listSubmodules(git) };
}

/** What there is to compare with before the first commit. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

async function readCommitRange(git: RunGit, text: string): Promise<RangeChange | undefined> {
  const ends = await findEnds(git, text);
  if (!ends) return undefined;
  const { from, to } = ends;
  const patch = await git(['diff', ...diffSettings, ...diffPatch, from, to, '--']);
  const back = await git(['diff', ...diffSettings, ...diffPatchBack, to, '--']);
  const commits = await stepByStep(linkInSteps(await readCommits(git, [to], [from])));
  const submodules = await movedSubmodules(git, [from, to]);
  return { files: await readPatch(patch), commits, back: await readPatch(back), submodules };
}

function readPatch(patch: string): Promise<readonly FileChange[]> {
  return stepByStep(patchInSteps(patch));
}

async function findEnds(
  git: RunGit,
  text: string,
): Promise<{ readonly from: string; readonly to: string } | undefined> {
  const [, left = '', dots, right = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(text) ?? [];
  if (dots === undefined) return findBranch(git, text);
  const from = await commitOf(git, left || 'HEAD');
  const to = await commitOf(git, right || 'HEAD');
  if (from === undefined || to === undefined) return undefined;
  return { from: dots === '..' ? from : await mergeBase(git, from, to), to };
}

/** The commits of a branch that the present one has not; of one that it has, those since. */
async function findBranch(
  git: RunGit,
  name: string,
): Promise<{ readonly from: string; readonly to: string } | undefined> {
  const head = await commitOf(git, 'HEAD');
  const named = await commitOf(git, name);
  if (head === undefined || named === undefined) return undefined;
  const base = await mergeBase(git, head, named);
  return base === named ? { from: named, to: head } : { from: base, to: named };
}

async function commitOf(git: RunGit, name: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  // A name that there is not ends with a code and without a word.
  const commit = (await git(args).catch(() => '')).trim();
  return isObjectName(commit) ? commit : undefined;
}

/** Where two parted; without a common commit, all of the second is new. */
async function mergeBase(git: RunGit, one: string, other: string): Promise<string> {
  const base = (await git(['merge-base', one, other]).catch(() => '')).trim();
  return isObjectName(base) ? base : emptyTree;
}

/** Files that git does not hold are new in all of their lines. */
async function newFiles(git: RunGit): Promise<readonly FileChange[]> {
  const all = { oldStart: 0, oldCount: 0, newStart: 1, newCount: Number.MAX_SAFE_INTEGER };
  return (await listNewFiles(git)).map(newPath => ({
    oldPath: undefined,
    newPath,
    hunks: [all],
    isBinary: false,
  }));
}
