import { patchInSteps, type FileChange } from '../core/anchors/parsePatch.ts';
import type { ChangeRange, RangeChange } from '../core/impact/changeRange.ts';
import { linkInSteps } from '../core/commits/linkCommits.ts';
import { diffPatch, diffPatchBack, diffSettings, findCommits } from './changesSince.ts';
import { readChangesUntil } from './changesUntil.ts';
import { readCommits } from './commitLog.ts';
import { listNewFiles } from './movedFiles.ts';
import type { RunGit } from './gitProcess.ts';
import { stepByStep } from './stepByStep.ts';
import {
  heldSubmodules,
  listSubmodules,
  movedSubmodules,
  type SubmoduleMove,
} from './submodules.ts';
import { isObjectName } from './objectName.ts';

/** Git in a submodule by its path; undefined where it is not there. */
export type OpenSubmodule = (git: RunGit, submodule: string) => Promise<RunGit | undefined>;

/** Undefined for a name that is no commit. */
export async function readRange(
  git: RunGit,
  range: ChangeRange,
  open: OpenSubmodule,
): Promise<RangeChange | undefined> {
  if (range.kind === 'commits') return readCommitRange(git, range.text, open);
  const head = (await commitOf(git, 'HEAD')) ?? (await emptyTree(git));
  if (range.kind === 'worktree') {
    const change = await readWorktree(git, head);
    return withSubmodules(change, await worktreeMoves(git, head), path => open(git, path));
  }
  const patch = await git(['diff', '--cached', ...diffSettings, ...diffPatch, head, '--']);
  const back = await git(['diff', ...diffSettings, ...diffPatchBack, '--']);
  // Read from its end, it leads from the working tree to the index.
  const files = await readPatch(patch);
  const change = { files, commits: [], back: await readPatch(back), since: sinceBefore(git, head) };
  const moves = await movedSubmodules(git, ['--cached', head]);
  return withSubmodules(change, moves, path => open(git, path));
}

async function readWorktree(git: RunGit, since: string): Promise<RangeChange> {
  const patch = await git(['diff', ...diffSettings, ...diffPatch, since, '--']);
  const files = [...(await readPatch(patch)), ...(await newFiles(git))];
  return { files, commits: [], back: undefined, since: sinceBefore(git, since) };
}

async function readBetween(git: RunGit, from: string, to: string): Promise<RangeChange> {
  const patch = await git(['diff', ...diffSettings, ...diffPatch, from, to, '--']);
  const back = await git(['diff', ...diffSettings, ...diffPatchBack, to, '--']);
  const commits = await stepByStep(linkInSteps(await readCommits(git, [to], [from])));
  const files = await readPatch(patch);
  return { files, commits, back: await readPatch(back), since: sinceBefore(git, from) };
}

/** Asks what recorded commits had become when a change began. */
function sinceBefore(git: RunGit, end: string): NonNullable<RangeChange['since']> {
  return async (names, paths) => {
    try {
      const known = await findCommits(git, names);
      const full = [...new Set(known.values())];
      const changes = await readChangesUntil(git, full, { end, paths });
      return new Map(
        [...known].flatMap(([name, commit]) => {
          const found = changes.get(commit);
          return found ? [[name, found] as const] : [];
        }),
      );
    } catch {
      // A partial clone has not all texts, and none is fetched.
      return new Map();
    }
  };
}

async function readCommitRange(
  git: RunGit,
  text: string,
  open: OpenSubmodule,
): Promise<RangeChange | undefined> {
  const ends = await findEnds(git, text);
  if (!ends) return undefined;
  const { from, to } = ends;
  const moves = await movedSubmodules(git, [from, to]);
  return withSubmodules(await readBetween(git, from, to), moves, path => open(git, path));
}

/** In the working tree nobody says which commit of a submodule is meant: it is as it stands there. */
interface WorktreeMove extends Omit<SubmoduleMove, 'to'> {
  readonly to: 'worktree';
}

/** What a commit holds, and what has come to the index since. */
async function worktreeMoves(git: RunGit, since: string): Promise<readonly WorktreeMove[]> {
  const held = [...(await heldSubmodules(git, since))].map(([path, from]) => ({ path, from }));
  const moved = await movedSubmodules(git, ['--cached', since]);
  const came = moved.filter(({ from }) => from === undefined);
  return [...held, ...came].map(({ path, from }) => ({ path, from, to: 'worktree' }));
}

/** So many submodules are looked into. */
const mostSubmodules = 50;

/** Takes in what changed inside of submodules; those that nobody can look into are told. */
async function withSubmodules(
  change: RangeChange,
  moves: readonly (SubmoduleMove | WorktreeMove)[],
  open: (submodule: string) => Promise<RunGit | undefined>,
): Promise<RangeChange> {
  const files = [...change.files];
  const commits = [...change.commits];
  const back = change.back && [...change.back];
  const unseen: string[] = [];
  for (const [place, move] of moves.entries()) {
    const git = place < mostSubmodules ? await open(move.path) : undefined;
    // A commit of it that was never fetched, and its own submodules, are nothing that can be seen here.
    const inside = git && (await readInside(git, move).catch(() => undefined));
    if (!git || !inside) {
      unseen.push(move.path);
      continue;
    }
    for (const file of inside.files) files.push(fileBelow(move.path, file));
    for (const file of inside.back ?? []) back?.push(fileBelow(move.path, file));
    commits.push(...inside.commits);
    for (const path of await listSubmodules(git)) unseen.push(`${move.path}/${path}`);
  }
  return { ...change, files, commits, back, submodules: unseen };
}

async function readInside(
  git: RunGit,
  { from, to }: SubmoduleMove | WorktreeMove,
): Promise<RangeChange> {
  const since = from ?? (await emptyTree(git));
  if (to === 'worktree') return readWorktree(git, since);
  return readBetween(git, since, to ?? (await emptyTree(git)));
}

function fileBelow(folder: string, change: FileChange): FileChange {
  const below = (path: string | undefined) => path && `${folder}/${path}`;
  return { ...change, oldPath: below(change.oldPath), newPath: below(change.newPath) };
}

const shortEmptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const longEmptyTree = '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321';

/** What there is to compare with before the first commit: its name is as long as all of a repository. */
async function emptyTree(git: RunGit): Promise<string> {
  const format = await git(['rev-parse', '--show-object-format']);
  return format.trim() === 'sha256' ? longEmptyTree : shortEmptyTree;
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
  return isObjectName(base) ? base : emptyTree(git);
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
