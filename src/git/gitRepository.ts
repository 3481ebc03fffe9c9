import path from 'node:path';
import { itemKinds, kindPlaces, pathOfId } from '../core/model/ids.ts';
import { createCodeHistory, type CodeHistory } from './codeHistory.ts';
import type { Environment } from './gitEnvironment.ts';
import type { PlanPast } from '../core/model/planPast.ts';
import type { PlanVersions } from '../core/store/committedPlan.ts';
import type { RiskVersion } from '../core/store/riskVersion.ts';
import type { WitnessedFile } from '../core/store/outsideChanges.ts';
import { findKnownFiles } from './knownFiles.ts';
import { createRunGit, type RunGit } from './gitProcess.ts';
import { GitRefusal } from './gitRefusal.ts';
import { createMergeState, type MergeState } from './mergeState.ts';
import { isObjectName } from './objectName.ts';

import { createPlanVersions } from './planVersions.ts';
import { readPlanPast } from './planPast.ts';
import { withoutRepositoryFilters } from './repositoryFilters.ts';
import { readRiskVersions } from './riskVersions.ts';

/** Which line of which file lets git ignore a path. */
export interface IgnoreRule {
  /** As git names it: relative to the top level, or absolute for the user's own file. */
  readonly source: string;
  readonly pattern: string;
}

/** The repository that a workspace folder lies in. All of it only reads. */
export interface GitRepository extends CodeHistory {
  /** Absolute. */
  readonly topLevel: string;
  /** The rule by which git ignores new files of the plan folder; undefined when it keeps them. */
  isIgnored(planFolder: string): Promise<IgnoreRule | undefined>;
  /** Whether git holds a folder that a sparse checkout leaves out of the working tree. */
  isLeftOut(planFolder: string): Promise<boolean>;
  /** Whether git neither holds a file nor would take it up. */
  isKeptOut(file: string): Promise<boolean>;
  /** Ids of items on any local or remote-tracking branch, as far as the newest branches go. */
  takenIds(planFolder: string): Promise<ReadonlySet<string>>;
  /** Past versions of the risks on the present branch, the oldest first; none when given up. */
  riskVersions(planFolder: string, signal: AbortSignal): Promise<readonly RiskVersion[]>;
  /** What is known of the merge that is under way, or of the last one, of the plan folder. */
  merges(planFolder: string): MergeState;
  /** Of files that changed or vanished, those that git itself wrote or took away. */
  knownFiles(planFolder: string, files: readonly WitnessedFile[]): Promise<ReadonlySet<string>>;
  /** What the newest commits of this branch made of the plan; no commits when given up. */
  planPast(planFolder: string, most: number, signal?: AbortSignal): Promise<PlanPast>;
  /** Earlier versions of the plan folder, and what there is to choose from. */
  planVersions(planFolder: string): PlanVersions;
  /** Undefined before the first commit. */
  headCommit(): Promise<string | undefined>;
}

/** Branches beyond these are too old for a new id to meet one of theirs again. */
const mostBranches = 300;

/** Why git does not answer in a folder that lies in a repository; undefined where it does. */
export async function findRefusal(
  workspace: string,
  given: Environment = process.env,
): Promise<GitRefusal | undefined> {
  try {
    await createRunGit(workspace, given)(['rev-parse', '--show-toplevel']);
    return undefined;
  } catch (failure) {
    return failure instanceof GitRefusal ? failure : undefined;
  }
}

/** Undefined when there is no git, or the folder lies in no repository of which git would tell. */
export async function openGitRepository(
  workspace: string,
  given: Environment = process.env,
): Promise<GitRepository | undefined> {
  const bare = createRunGit(workspace, given);
  let topLevel: string;
  try {
    topLevel = firstLine(await bare(['rev-parse', '--show-toplevel']));
  } catch {
    // No git, no repository, or one of another owner: in each case we go without.
    return undefined;
  }
  if (topLevel === '') return undefined;
  const environment = await withoutRepositoryFilters(bare, given);
  const git = createRunGit(workspace, environment);
  return {
    topLevel,
    ...createCodeHistory(signal => (signal ? createRunGit(workspace, environment, signal) : git), {
      folder: workspace,
      environment: given,
    }),
    isIgnored: planFolder => findIgnoreRule(git, planFolder),
    isLeftOut: planFolder => isLeftOut(git, planFolder),
    isKeptOut: file => isKeptOut(git, file),
    takenIds: planFolder => findTakenIds(git, topLevel, path.resolve(workspace, planFolder)),
    riskVersions: (planFolder, signal) =>
      findRiskVersions(createRunGit(workspace, environment, signal), {
        topLevel,
        planFolder: path.resolve(workspace, planFolder),
      }),
    merges: planFolder =>
      createMergeState(git, { topLevel, planFolder: path.resolve(workspace, planFolder) }),
    knownFiles: (planFolder, files) => findKnownFiles(git, planFolder, files),
    planPast: (planFolder, most, signal) =>
      readPlanPast(
        signal ? createRunGit(workspace, environment, signal) : git,
        { topLevel, planFolder: path.resolve(workspace, planFolder) },
        most,
      ),
    planVersions: planFolder =>
      createPlanVersions(git, { topLevel, planFolder: path.resolve(workspace, planFolder) }),
    headCommit: () => findHead(git),
  };
}

async function findRiskVersions(
  git: RunGit,
  place: { readonly topLevel: string; readonly planFolder: string },
): Promise<readonly RiskVersion[]> {
  try {
    return await readRiskVersions(git, place);
  } catch {
    // There is no commit yet, git took too long, or nobody waits for the answer any more.
    return [];
  }
}

async function findHead(git: RunGit): Promise<string | undefined> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}'];
    const commit = firstLine(await git(args));
    return commit === '' ? undefined : commit;
  } catch {
    // There is no commit yet.
    return undefined;
  }
}

async function findIgnoreRule(git: RunGit, planFolder: string): Promise<IgnoreRule | undefined> {
  // Also files that git holds already are asked about: the next new one would be ignored.
  const args = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
  const probes = [`${planFolder}/project.yaml`, `${planFolder}/tasks/T-0000.yaml`];
  let answer: string;
  try {
    answer = await git(args, probes.map(probe => `${probe}\0`).join(''));
  } catch {
    // Git refuses to speak of paths behind a link or outside of the repository: it ignores neither.
    return undefined;
  }
  const fields = answer.split('\0');
  for (let i = 0; i + 3 < fields.length; i += 4) {
    const [source = '', , pattern = ''] = fields.slice(i, i + 4);
    if (!pattern.startsWith('!')) return { source, pattern };
  }
  return undefined;
}

async function isLeftOut(git: RunGit, planFolder: string): Promise<boolean> {
  const args = ['ls-files', '-t', '-z', '--', `:(literal)${planFolder}`];
  // A path beyond a submodule, or a broken index: git will not speak of it.
  const answer = await git(args).catch(() => '');
  return answer.split('\0').some(row => row.startsWith('S '));
}

async function isKeptOut(git: RunGit, file: string): Promise<boolean> {
  try {
    // A file that git holds is none that it ignores.
    return (await git(['check-ignore', '-z', '--stdin'], `${file}\0`)) !== '';
  } catch {
    return false;
  }
}

async function findTakenIds(
  git: RunGit,
  topLevel: string,
  planFolder: string,
): Promise<ReadonlySet<string>> {
  const inside = path.relative(topLevel, planFolder).split(path.sep).join('/');
  const ids = new Set<string>();
  if (inside.startsWith('..') || /[\r\n]/.test(inside)) return ids;
  for (const name of await listItemNames(git, inside)) {
    const id = name.replace(/\.yaml$/, '');
    if (pathOfId(id) !== undefined) ids.add(id);
  }
  return ids;
}

async function listItemNames(git: RunGit, inside: string): Promise<readonly string[]> {
  try {
    const trees = await listTrees(git, await listBranches(git), inside);
    return (await Promise.all(trees.map(tree => listNames(git, tree)))).flat();
  } catch {
    // A partial clone has not all trees, and none is fetched; or git took too long.
    return [];
  }
}

async function listBranches(git: RunGit): Promise<readonly string[]> {
  const args = ['for-each-ref', '--sort=-committerdate', `--count=${mostBranches}`];
  const answer = await git([...args, '--format=%(objectname)', 'refs/heads', 'refs/remotes']);
  return [...new Set(answer.split('\n').filter(isObjectName))];
}

/** The trees of the item folders: branches share most of them. */
async function listTrees(
  git: RunGit,
  commits: readonly string[],
  inside: string,
): Promise<readonly string[]> {
  const asked = commits.flatMap(commit =>
    itemKinds.map(kind => `${commit}:${inside}/${kindPlaces[kind].folder}\n`),
  );
  if (asked.length === 0) return [];
  const answer = await git(['cat-file', '--batch-check=%(objectname)'], asked.join(''));
  return [...new Set(answer.split('\n').filter(isObjectName))];
}

async function listNames(git: RunGit, tree: string): Promise<readonly string[]> {
  return (
    await git(['ls-tree', '-z', '--name-only', '--full-tree', '--end-of-options', tree])
  ).split('\0');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}
