import path from 'node:path';
import type { CommittedPlan } from '../core/store/committedPlan.ts';
import { maxFileBytes } from '../core/model/fileSize.ts';
import { readBlobTexts } from './blobTexts.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';

/** Where a plan lies in its repository. */
export interface PlanFolderPlace {
  readonly topLevel: string;
  /** Absolute. */
  readonly planFolder: string;
}

/** Undefined for a name that is no commit of the repository. */
export async function readCommittedPlan(
  git: RunGit,
  place: PlanFolderPlace,
  revision: string,
): Promise<CommittedPlan | undefined> {
  const commit = await findCommit(git, revision);
  if (commit === undefined) return undefined;
  const shown = await git(['show', '-s', '--format=%ct %s', '--end-of-options', commit]);
  const [, seconds = '0', subject = ''] = /^(\d+) (.*)/.exec(shown) ?? [];
  const inside = pathInside(place);
  const blobs =
    inside === undefined ? new Map<string, string>() : await listBlobs(git, commit, inside);
  const found = await readBlobTexts(git, [...new Set(blobs.values())], maxFileBytes);
  const texts = [...blobs].flatMap(([file, blob]): readonly [string, string][] => {
    const text = found.get(blob);
    return text === undefined ? [] : [[file, text]];
  });
  return { commit, committedAt: Number(seconds), subject, texts: new Map(texts) };
}

/** The newest commit that two have in common; undefined where there is none. */
export async function findMergeBase(
  git: RunGit,
  one: string,
  other: string,
): Promise<string | undefined> {
  const [a, b] = [await findCommit(git, one), await findCommit(git, other)];
  if (a === undefined || b === undefined) return undefined;
  const base = (await git(['merge-base', a, b]).catch(() => '')).trim();
  return isObjectName(base) ? base : undefined;
}

async function findCommit(git: RunGit, revision: string): Promise<string | undefined> {
  if (/[\r\n\0]/.test(revision) || revision === '') return undefined;
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  // A name that there is not ends with a code and without a word.
  const commit = (await git(args).catch(() => '')).trim();
  return isObjectName(commit) ? commit : undefined;
}

/** The plan folder as git names it; undefined for one that git does not hold. */
export function pathInside({ topLevel, planFolder }: PlanFolderPlace): string | undefined {
  const inside = path.relative(topLevel, planFolder).split(path.sep).join('/');
  return inside.startsWith('..') || /[\r\n]/.test(inside) ? undefined : inside;
}

/** Whether a plan is made of the file, by its path in the plan folder. */
export function isPlanFile(file: string): boolean {
  return /^(?:[a-z]+\/)?[^/.][^/]*\.yaml$/.test(file);
}

/** The blobs of the YAML files in a plan folder and its item folders, by path. */
export async function listBlobs(
  git: RunGit,
  commit: string,
  inside: string,
): Promise<ReadonlyMap<string, string>> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit];
  const answer = await git([...args, `${inside}/`]);
  const entries = answer.split('\0').flatMap((entry): readonly [string, string][] => {
    const [, blob = '', name = ''] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    const file = name.slice(inside.length + 1);
    return isObjectName(blob) && isPlanFile(file) ? [[file, blob]] : [];
  });
  return new Map(entries);
}
