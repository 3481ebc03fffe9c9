import type { PlanPast, PlanStep } from '../core/model/planPast.ts';
import { maxFileBytes } from '../core/model/fileSize.ts';
import { readBlobTexts } from './blobTexts.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { listBlobs, pathInside, type PlanFolderPlace } from './planVersion.ts';

/**
 * What the newest commits that touched a plan made of it, along the first parents, so that what was
 * merged counts from its merge on. No steps before the first commit, and when git was given up.
 *
 * @param most so many commits are looked at
 */
export async function readPlanPast(
  git: RunGit,
  place: PlanFolderPlace,
  most: number,
): Promise<PlanPast> {
  const inside = pathInside(place);
  if (inside === undefined) return none;
  try {
    const steps: PlanStep[] = [];
    let before: ReadonlyMap<string, string> = new Map();
    for (const commit of await listCommits(git, inside, most)) {
      const files = await listBlobs(git, commit.commit, inside);
      steps.push({ ...commit, changed: changesBetween(before, files) });
      before = files;
    }
    const names = steps.flatMap(({ changed }) => [...changed.values()]);
    const blobs = [...new Set(names.filter(name => name !== undefined))];
    return { steps, texts: await readBlobTexts(git, blobs, maxFileBytes) };
  } catch {
    // There is no commit yet, git took too long, or nobody waits for the answer any more.
    return none;
  }
}

const none: PlanPast = { steps: [], texts: new Map() };

/** Along the first parents, the oldest first. */
export async function listCommits(
  git: RunGit,
  inside: string,
  most: number,
): Promise<readonly Omit<PlanStep, 'changed'>[]> {
  const form = ['--first-parent', '--no-show-signature', '--format=%H %ct %s'];
  const args = ['log', ...form, `--max-count=${most}`, '--end-of-options', 'HEAD'];
  const answer = await git([...args, '--', `:(top,literal)${inside}`]);
  return answer
    .split('\n')
    .flatMap(line => {
      const [, commit = '', seconds = '', subject = ''] = /^(\w+) (\d+) (.*)$/.exec(line) ?? [];
      return isObjectName(commit) ? [{ commit, committedAt: Number(seconds), subject }] : [];
    })
    .reverse();
}

function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): PlanStep['changed'] {
  const changed = new Map<string, string | undefined>();
  for (const [file, blob] of after) if (before.get(file) !== blob) changed.set(file, blob);
  for (const file of before.keys()) if (!after.has(file)) changed.set(file, undefined);
  return changed;
}
