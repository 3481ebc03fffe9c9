import type { KnownRevision, PlanVersions } from '../core/store/committedPlan.ts';
import { projectPath } from '../core/store/planPath.ts';
import type { RunGit } from './gitProcess.ts';
import { readPartedPlans } from './partedPlans.ts';
import { listCommits } from './planPast.ts';
import {
  findMergeBase,
  isPlanFile,
  pathInside,
  readCommittedPlan,
  type PlanFolderPlace,
} from './planVersion.ts';

/** So many commits and branches are offered to choose from. */
const mostOffered = 50;

/** Earlier versions of a plan, as its repository has them. */
export function createPlanVersions(git: RunGit, place: PlanFolderPlace): PlanVersions {
  return {
    at: revision => readCommittedPlan(git, place, revision),
    committedAt: () => findCommittedAt(git, place),
    mergeBase: (one, other) => findMergeBase(git, one, other),
    parted: () => readPartedPlans(git, place),
    commits: () => findCommits(git, place),
    branches: () => findBranches(git),
  };
}

/** Nothing is written while looking, as another git may be at work. */
const statusArgs = ['--no-optional-locks', 'status', '--porcelain', '-z', '--no-renames'] as const;

async function findCommittedAt(git: RunGit, place: PlanFolderPlace): Promise<number | undefined> {
  const inside = pathInside(place);
  if (inside === undefined) return undefined;
  const pathspec = ['--untracked-files=all', '--', `:(top,literal)${inside}`];
  try {
    const changed = (await git([...statusArgs, ...pathspec])).split('\0');
    if (changed.some(entry => isPlanFile(entry.slice('XY '.length + inside.length + 1))))
      return undefined;
    await git(['cat-file', '-e', `HEAD:${inside}/${projectPath}`]);
    return Number((await git(['show', '-s', '--format=%ct', 'HEAD'])).trim());
  } catch {
    // There is no commit of the plan yet, or git took too long.
    return undefined;
  }
}

async function findCommits(git: RunGit, place: PlanFolderPlace): Promise<readonly KnownRevision[]> {
  const inside = pathInside(place);
  if (inside === undefined) return [];
  try {
    const commits = await listCommits(git, inside, { most: mostOffered, tip: 'HEAD' });
    return commits.map(({ commit, ...rest }) => ({ name: commit, ...rest })).reverse();
  } catch {
    // There is no commit yet, or git took too long.
    return [];
  }
}

/** What a remote points at by default is a branch that is listed anyway. */
async function findBranches(git: RunGit): Promise<readonly KnownRevision[]> {
  const form = '--format=%(committerdate:unix) %(symref)%00%(refname:short)%00%(subject)';
  const args = ['for-each-ref', '--sort=-committerdate', `--count=${mostOffered}`, form];
  const answer = await git([...args, 'refs/heads', 'refs/remotes']).catch(() => '');
  return answer.split('\n').flatMap(line => {
    const [time = '', name = '', subject = ''] = line.split('\0');
    const [, seconds] = /^(\d+) $/.exec(time) ?? [];
    if (seconds === undefined || name === '') return [];
    return [{ name, committedAt: Number(seconds), subject }];
  });
}
