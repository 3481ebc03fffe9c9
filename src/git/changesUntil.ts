import { indexChanges, type ChangesSince } from '../core/anchors/codePast.ts';
import { logInSteps, type FileChange } from '../core/anchors/parsePatch.ts';
import { chunkPaths, diffPatch, diffSettings } from './changesSince.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { stepByStep } from './stepByStep.ts';

/** Beyond so many runs over the same commits nothing is told. */
const mostRuns = 12;

interface Until {
  readonly end: string;
  /** Those at both ends: a rename is only seen where both names are among them. */
  readonly paths: readonly string[];
  /** False where no file has another name at the end. */
  readonly isMoving?: boolean;
}

/**
 * What differs between each of some commits and a later one: of hundreds in one process. What cannot be
 * told is left out.
 *
 * @param commits by their full names
 */
export async function readChangesUntil(
  git: RunGit,
  commits: readonly string[],
  { end, paths, isMoving = true }: Until,
): Promise<ReadonlyMap<string, ChangesSince>> {
  const runs = chunkPaths(paths);
  const [last, ...trees] = await treesOf(git, [end, ...commits]);
  if (last === undefined || runs.length > mostRuns) return new Map();
  const pairs = trees.map(tree => tree && `${tree} ${last}`);
  const changes = new Map<string, FileChange[]>();
  for (const pair of pairs) if (pair !== undefined) changes.set(pair, []);
  if (changes.size === 0) return new Map();
  const input = [...changes.keys()].map(pair => `${pair}\n`).join('');
  const names = isMoving ? [] : ['--no-renames'];
  const args = ['diff-tree', '--stdin', '-r', '-p', ...diffSettings, ...names, ...diffPatch, '--'];
  for (const run of runs) {
    const answer = await git([...args, ...run], input);
    for (const each of await stepByStep(logInSteps(answer))) {
      changes.get(each.commit)?.push(...each.changes);
    }
  }
  const read = new Map([...changes].map(([pair, each]) => [pair, indexChanges(each)]));
  return new Map(
    commits.flatMap((commit, i): readonly [string, ChangesSince][] => {
      const found = read.get(pairs[i] ?? '');
      return found ? [[commit, found]] : [];
    }),
  );
}

async function treesOf(
  git: RunGit,
  commits: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const input = commits.map(commit => `${commit}^{tree}\n`).join('');
  const answer = (await git(['cat-file', '--batch-check=%(objectname)'], input)).split('\n');
  return commits
    .map((_, i) => answer[i])
    .map(name => (isObjectName(name ?? '') ? name : undefined));
}
