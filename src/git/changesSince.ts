import { indexChanges, onlyUnchanged, type ChangesSince } from '../core/anchors/codePast.ts';
import { patchInSteps, type FileChange, type OnAdded } from '../core/anchors/parsePatch.ts';
import { isObjectName } from './objectName.ts';
import type { RunGit } from './gitProcess.ts';
import { MissingObjects } from './gitRefusal.ts';
import { stepByStep } from './stepByStep.ts';

/** The names of files on one command line; Windows takes 32,000 characters in all. */
const longestArguments = 20_000;

/** Beyond so many runs the whole tree is asked for in one. */
const mostRuns = 12;

/** So many files that went and came are compared to find renames. */
const mostRenames = 2000;

/** The same for every difference, whatever the settings of a user say. */
export const diffSettings = [
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--relative',
  '--find-renames',
  `-l${mostRenames}`,
] as const;

const patch = ['--unified=0', '--inter-hunk-context=0', '--irreversible-delete'] as const;

/** Prefixes are fixed, since the settings of a user may leave them out. */
export const diffPatch = [...patch, '--src-prefix=a/', '--dst-prefix=b/'] as const;

/** Read from its end: then git writes the prefixes the other way round. */
export const diffPatchBack = [...patch, '-R', '--src-prefix=b/', '--dst-prefix=a/'] as const;

/** The full names of those commits that are there, by the names that were written down. */
export async function findCommits(
  git: RunGit,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = names.filter(name => /^[0-9a-f]{7,64}$/i.test(name));
  if (asked.length === 0) return new Map();
  const input = asked.map(name => `${name}^{commit}\n`).join('');
  const answer = await git(['cat-file', '--batch-check=%(objectname) %(objecttype)'], input);
  const lines = answer.split('\n');
  return new Map(
    asked.flatMap((name, i): readonly [string, string][] => {
      const [commit = '', type] = (lines[i] ?? '').split(' ');
      return type === 'commit' && isObjectName(commit) ? [[name, commit]] : [];
    }),
  );
}

/** Where files of a commit are now that are not where they were: by their old path. */
export async function findRenames(
  git: RunGit,
  commit: string,
): Promise<ReadonlyMap<string, string>> {
  const names = ['--name-status', '-z', '--diff-filter=R'];
  const read = async (...more: readonly string[]): Promise<string> =>
    git(['diff', ...diffSettings, ...names, ...more, commit, '--']);
  // In a partial clone texts are missing; a file that was only renamed is known without.
  return new Map(parseRenames(await read().catch(() => read('--find-renames=100%'))));
}

/** Reads pairs of an old and a new path, as `--name-status -z` writes them. */
export function parseRenames(answer: string): readonly (readonly [string, string])[] {
  const fields = answer.split('\0');
  return fields.flatMap((field, i): readonly (readonly [string, string])[] => {
    const [from, to] = fields.slice(i + 1, i + 3);
    // Between commits of a log stands a line end.
    return /^\n*R\d+$/.test(field) && from !== undefined && to !== undefined ? [[from, to]] : [];
  });
}

/**
 * The differences of some files, or of all.
 *
 * @param onAdded is told every line that came
 */
export async function readChanges(
  git: RunGit,
  commit: string,
  {
    paths,
    onAdded,
  }: {
    readonly paths: readonly string[] | undefined;
    readonly onAdded?: OnAdded | undefined;
  },
): Promise<ChangesSince> {
  const runs = paths === undefined ? undefined : chunkPaths(paths);
  try {
    return await readDifference(git, commit, { runs, onAdded });
  } catch (failure) {
    if (!(failure instanceof MissingObjects)) throw failure;
    // Which files changed is known without their texts.
    return onlyUnchanged(await readChanged(git, commit, runs));
  }
}

async function readChanged(
  git: RunGit,
  commit: string,
  runs: readonly (readonly string[])[] = [[]],
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for (const each of runs) {
    const args = ['diff', ...diffSettings, '--no-renames', '--name-only', '-z', commit, '--'];
    for (const path of (await git([...args, ...each])).split('\0')) changed.add(path);
  }
  return changed;
}

async function readDifference(
  git: RunGit,
  commit: string,
  {
    runs,
    onAdded,
  }: {
    readonly runs: readonly (readonly string[])[] | undefined;
    readonly onAdded: OnAdded | undefined;
  },
): Promise<ChangesSince> {
  const changes: FileChange[] = [];
  for (const each of fewRuns(runs)) {
    const answer = await git(['diff', ...diffSettings, ...diffPatch, commit, '--', ...each]);
    // One by one: a patch may have more files than a call takes arguments.
    const read = await stepByStep(patchInSteps(answer, onAdded));
    for (const change of read) changes.push(change);
  }
  return indexChanges(changes);
}

/** One run without paths, which asks for the whole tree, where there are none or there would be too many. */
export function fewRuns(
  runs: readonly (readonly string[])[] | undefined,
): readonly (readonly string[])[] {
  return runs === undefined || runs.length > mostRuns ? [[]] : runs;
}

/** Paths as git takes them literally, in parts that fit on a command line. */
export function chunkPaths(paths: readonly string[]): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let length = longestArguments;
  for (const name of paths.map(path => `:(literal)${path}`)) {
    length += name.length + 3;
    if (length > longestArguments) {
      chunks.push([]);
      length = name.length + 3;
    }
    chunks.at(-1)?.push(name);
  }
  return chunks;
}
