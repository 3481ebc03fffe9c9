import type { PlanPast, PlanStep } from '../core/model/planPast.ts';
import { maxFileBytes } from '../core/model/fileSize.ts';
import { readBlobTexts } from './blobTexts.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { folderBefore, folderInHead } from './planFolders.ts';
import { listBlobs, pathInside, type PlanFolderPlace } from './planVersion.ts';

/**
 * What the newest commits that touched a plan made of it, along the first parents, so that what was
 * merged counts from its merge on. A folder that was moved is followed to where it was. No steps before
 * the first commit, and when git was given up.
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
    for (const { files, ...commit } of await listVersions(git, inside, most)) {
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

type Commit = Omit<PlanStep, 'changed'>;

/** A plan in a commit: its blobs, by path below its folder. */
interface Version extends Commit {
  readonly files: ReadonlyMap<string, string>;
}

/** The oldest first, wherever the folder of the plan was. */
async function listVersions(
  git: RunGit,
  inside: string,
  most: number,
): Promise<readonly Version[]> {
  const isThere = (await listBlobs(git, 'HEAD', inside)).size > 0;
  let folder = isThere ? inside : ((await folderInHead(git, inside)) ?? inside);
  let left = await listNewestFirst(git, folder, most, 'HEAD');
  const versions: Version[] = [];
  for (;;) {
    const commit = left.shift();
    const files = commit ? await listBlobs(git, commit.commit, folder) : new Map<string, string>();
    const made = versions.at(-1);
    if (versions.length >= most) return versions.reverse();
    if (made && made.files.size > 0 && files.size === 0) {
      // Before that commit the folder was not here.
      const before = await folderBefore(git, made.commit, folder, made.files.keys());
      if (before !== undefined) {
        folder = before;
        left = await listNewestFirst(git, folder, most - versions.length, `${made.commit}^`);
        continue;
      }
    }
    if (!commit) return versions.reverse();
    versions.push({ ...commit, files });
  }
}

async function listNewestFirst(
  git: RunGit,
  folder: string,
  most: number,
  tip: string,
): Promise<Commit[]> {
  return [...(await listCommits(git, folder, { most, tip }))].reverse();
}

/** Along the first parents, the oldest first. */
export async function listCommits(
  git: RunGit,
  inside: string,
  { most, tip }: { readonly most: number; readonly tip: string },
): Promise<readonly Commit[]> {
  const form = ['--first-parent', '--no-show-signature', '--format=%H %ct %s'];
  const args = ['log', ...form, `--max-count=${most}`, '--end-of-options', tip];
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
