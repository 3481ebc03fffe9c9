import type { FileSince } from '../core/anchors/codeNow.ts';
import type { PastFile } from '../core/anchors/codePast.ts';
import { followFiles } from '../core/anchors/followFiles.ts';
import {
  commitMark,
  logInSteps,
  patchInSteps,
  type FileChange,
} from '../core/anchors/parsePatch.ts';
import {
  chunkPaths,
  diffPatch,
  diffPatchBack,
  diffSettings,
  parseRenames,
} from './changesSince.ts';
import type { RunGit } from './gitProcess.ts';
import { stepByStep } from './stepByStep.ts';
import { findEntries, listWay, type Entry } from './wayToHere.ts';

/** So many commits of branches beside are compared with the commit that merged them. */
const mostBranches = 50;

/** Beyond so many walks over the history the ends have to do. */
const mostWalks = 8;

/** The changes along the way: `commits[i]` is what the commit at that place changed. */
interface Walk {
  readonly oldest: number;
  readonly steps: readonly (readonly FileChange[])[];
}

/**
 * Follows files along the first parents to the present commit, and to the working tree. One walk
 * serves all recorded commits.
 */
export async function followHistory(
  git: RunGit,
  files: readonly PastFile[],
  direction: 'forward' | 'back',
): Promise<readonly (FileSince | undefined)[]> {
  const way = await listWay(git);
  const entries = mostAsked(files, await findEntries(git, files, way));
  const oldest = Math.min(...[...entries.values()].map(({ place }) => place));
  if (!Number.isFinite(oldest)) return files.map(() => undefined);
  const joins = await readJoins(git, files, entries);
  const arrived = [...joins.values()].flat().flatMap(({ newPath }) => newPath ?? []);
  const named = [...files.map(({ path }) => path), ...arrived];
  const walk = await readWalk(git, { way, oldest, paths: new Set(named), direction });
  if (!walk) return files.map(() => undefined);
  const followed = files.map(({ commit, path }) => {
    const entry = entries.get(commit);
    const before = joins.get(commit);
    return { path, from: (entry?.place ?? walk.oldest) - walk.oldest, before };
  });
  const found = followFiles(followed, walk.steps);
  return files.map(({ commit }, i) => (entries.has(commit) ? found[i] : undefined));
}

/** Each commit beside the way costs a process: those with the most files are taken. */
function mostAsked(
  files: readonly PastFile[],
  entries: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, Entry> {
  const counts = new Map<string, number>();
  for (const { commit } of files) counts.set(commit, (counts.get(commit) ?? 0) + 1);
  const countOf = (commit: string): number => counts.get(commit) ?? 0;
  const isBeside = ([, { joins }]: readonly [string, Entry]): boolean => joins !== undefined;
  const beside = [...entries].filter(isBeside).sort((a, b) => countOf(b[0]) - countOf(a[0]));
  return new Map([
    ...[...entries].filter(each => !isBeside(each)),
    ...beside.slice(0, mostBranches),
  ]);
}

/** What differs between a commit on a branch and the one that merged it. */
async function readJoins(
  git: RunGit,
  files: readonly PastFile[],
  entries: ReadonlyMap<string, Entry>,
): Promise<ReadonlyMap<string, readonly FileChange[]>> {
  const joins = new Map<string, readonly FileChange[]>();
  for (const [commit, entry] of entries) {
    if (entry.joins === undefined) continue;
    const paths = new Set(files.filter(file => file.commit === commit).map(({ path }) => path));
    const patch = await git(['diff', ...diffSettings, ...diffPatch, commit, entry.joins, '--']);
    const changes = await stepByStep(patchInSteps(patch));
    joins.set(
      commit,
      changes.filter(({ oldPath = '' }) => paths.has(oldPath)),
    );
  }
  return joins;
}

/** Undefined when the files are too many to be named. */
async function readWalk(
  git: RunGit,
  {
    way,
    oldest,
    paths,
    direction,
  }: {
    readonly way: readonly string[];
    readonly oldest: number;
    readonly paths: ReadonlySet<string>;
    readonly direction: 'forward' | 'back';
  },
): Promise<Walk | undefined> {
  const start = way[oldest] ?? '';
  const log = ['log', '--first-parent', '-m', '--reverse', `${start}..HEAD`];
  const isShort = oldest === way.length - 1;
  const all = isShort ? paths : await closeOverRenames(git, { log, paths });
  const chunks = chunkPaths([...all]);
  if (chunks.length > mostWalks) return undefined;
  const places = new Map(way.map((commit, place) => [commit, place]));
  const steps: FileChange[][] = Array.from({ length: way.length - oldest }, () => []);
  for (const chunk of chunks) {
    const isBack = direction === 'back';
    const settings = [...diffSettings, ...(isBack ? diffPatchBack : diffPatch)];
    const turn = isBack ? turnAround : asItIs;
    const answer = isShort
      ? ''
      : await git([...log, `--format=${commitMark}%H`, '--patch', ...settings, '--', ...chunk]);
    for (const { commit, changes } of await stepByStep(logInSteps(answer))) {
      steps[(places.get(commit) ?? 0) - oldest - 1]?.push(...changes.map(turn));
    }
    const now = await git(['diff', ...settings, 'HEAD', '--', ...chunk]);
    const last = await stepByStep(patchInSteps(now));
    steps.at(-1)?.push(...last.map(turn));
  }
  return { oldest, steps };
}

/** All paths that the files had on the way: a rename is only seen where both names are looked at. */
async function closeOverRenames(
  git: RunGit,
  { log, paths }: { readonly log: readonly string[]; readonly paths: ReadonlySet<string> },
): Promise<ReadonlySet<string>> {
  const names = ['--name-status', '-z', '--diff-filter=R', '--format='];
  const renames = parseRenames(await git([...log, ...names, ...diffSettings, '--']));
  const all = new Set(paths);
  for (const [from, to] of renames) if (all.has(from)) all.add(to);
  return all;
}

function asItIs(change: FileChange): FileChange {
  return change;
}

/** A difference that was read from its end, as if it had been read from its beginning. */
function turnAround({ oldPath, newPath, hunks, isBinary }: FileChange): FileChange {
  return {
    oldPath: newPath,
    newPath: oldPath,
    hunks: hunks.map(({ oldStart, oldCount, newStart, newCount }) => ({
      oldStart: newStart,
      oldCount: newCount,
      newStart: oldStart,
      newCount: oldCount,
    })),
    isBinary,
  };
}
