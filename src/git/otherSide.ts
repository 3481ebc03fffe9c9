import path from 'node:path';
import { kindOfId, pathOfId } from '../core/model/ids.ts';
import { maxFileBytes } from '../core/model/fileSize.ts';
import { readBlobTexts } from './blobTexts.ts';
import type { RunGit } from './gitProcess.ts';
import { findMergeBase, listBlobs, pathInside, type PlanFolderPlace } from './planVersion.ts';

/** What git brings in while it merges, picks or rebases. */
const incoming = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REBASE_HEAD'] as const;

/** Items that name an id where a merge came from, and did not here. */
export async function findNamingOtherSide(
  git: RunGit,
  place: { readonly topLevel: string; readonly planFolder: string },
  id: string,
): Promise<readonly string[]> {
  const inside = path.relative(place.topLevel, place.planFolder).split(path.sep).join('/');
  const file = pathOfId(id);
  if (inside.startsWith('..') || /[\r\n]/.test(inside) || file === undefined) return [];
  try {
    const sides = await findSides(git, `${inside}/${file}`);
    if (!sides) return [];
    const ours = new Set(await itemsNaming(git, { commit: sides.ours, inside, id }));
    const theirs = await itemsNaming(git, { commit: sides.theirs, inside, id });
    return theirs.filter(each => !ours.has(each) && each !== id);
  } catch {
    // A partial clone has not all files, and none is fetched; or git took too long.
    return [];
  }
}

/**
 * What an item said where the sides of the merge that is under way, or else of the last one, parted.
 * Undefined where it was not there, or git does not know.
 */
export async function readBeforeMerge(
  git: RunGit,
  place: PlanFolderPlace,
  id: string,
): Promise<string | undefined> {
  const inside = pathInside(place);
  const file = pathOfId(id);
  if (inside === undefined || file === undefined) return undefined;
  try {
    const sides = await findSides(git);
    const base = sides && (await findMergeBase(git, sides.ours, sides.theirs));
    if (base === undefined) return undefined;
    const blob = (await listBlobs(git, base, inside)).get(file);
    return blob === undefined
      ? undefined
      : (await readBlobTexts(git, [blob], maxFileBytes)).get(blob);
  } catch {
    // A partial clone has not all files, and none is fetched; or git took too long.
    return undefined;
  }
}

interface Sides {
  readonly ours: string;
  readonly theirs: string;
}

/** Of the merge that is under way, that the present commit is, or of the rebase that it ended. */
export async function findPresentSides(git: RunGit): Promise<Sides | undefined> {
  return (
    (await findSidesUnderWay(git)) ?? (await sidesOf(git, 'HEAD')) ?? (await findRebasedSides(git))
  );
}

/** A rebase of more commits than these is not looked through. */
const mostRebased = 1000;

/**
 * What was rebased before the present commit was, and what it was put upon: git keeps the old tip in
 * mind, and a commit that is written anew keeps its author, his time and its subject. Undefined where the present
 * commit is not the tip of a rebase.
 */
async function findRebasedSides(git: RunGit): Promise<Sides | undefined> {
  const theirs = await commitOf(git, 'ORIG_HEAD');
  const head = theirs === undefined ? undefined : await commitOf(git, 'HEAD');
  if (theirs === undefined || head === undefined || theirs === head) return undefined;
  const [newest, ...earlier] = await listAuthored(git, theirs, head);
  const [old, ...others] = newest === undefined ? [] : await listAuthored(git, head, theirs);
  if (newest === undefined || newest.author !== old?.author) return undefined;
  const known = new Set(others.map(({ author }) => author));
  const count = earlier.findIndex(({ author }) => !known.has(author));
  const first = count < 0 ? (earlier.at(-1) ?? newest) : (earlier[count - 1] ?? newest);
  const ours = await commitOf(git, `${first.commit}^1`);
  return ours === undefined ? undefined : { ours, theirs };
}

interface Authored {
  readonly commit: string;
  /** Who made it, when, and how it is called, which is the same after a rebase. */
  readonly author: string;
}

/** What one commit has and the other has not, the newest first. */
async function listAuthored(
  git: RunGit,
  without: string,
  tip: string,
): Promise<readonly Authored[]> {
  const args = ['log', '--topo-order', '--no-merges', `--max-count=${mostRebased}`, '-z'];
  const answer = await git([...args, '--format=%H %at %ae %s', `${without}..${tip}`, '--']);
  return answer.split('\0').flatMap((row): readonly Authored[] => {
    const [, commit, author] = /^([0-9a-f]+) (.*)$/s.exec(row) ?? [];
    return commit === undefined || author === undefined ? [] : [{ commit, author }];
  });
}

async function findSidesUnderWay(git: RunGit): Promise<Sides | undefined> {
  for (const name of incoming) {
    const theirs = await commitOf(git, name);
    const ours = theirs === undefined ? undefined : await commitOf(git, 'HEAD');
    if (theirs !== undefined && ours !== undefined) return { ours, theirs };
  }
  return undefined;
}

/** Of the merge that is under way, else of the last one, of a file the last that changed it by itself. */
async function findSides(git: RunGit, file?: string): Promise<Sides | undefined> {
  const present = await findSidesUnderWay(git);
  if (present) return present;
  const merges = ['rev-list', '--merges', '--max-count=1', '--end-of-options', 'HEAD'];
  const paths = file === undefined ? [] : ['--', `:(top,literal)${file}`];
  const merge = (await git([...merges, ...paths])).trim();
  return merge === '' ? undefined : sidesOf(git, merge);
}

/** Undefined for a commit that is no merge. */
async function sidesOf(git: RunGit, merge: string): Promise<Sides | undefined> {
  const [ours, theirs] = [await commitOf(git, `${merge}^1`), await commitOf(git, `${merge}^2`)];
  return ours !== undefined && theirs !== undefined ? { ours, theirs } : undefined;
}

async function commitOf(git: RunGit, name: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  // A name that there is not ends with a code and without a word.
  const commit = (await git(args).catch(() => '')).trim();
  return /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}

async function itemsNaming(
  git: RunGit,
  { commit, inside, id }: { readonly commit: string; readonly inside: string; readonly id: string },
): Promise<readonly string[]> {
  const args = ['grep', '-l', '-z', '-i', '-w', '-F', '--no-textconv', '--full-name'];
  const answer = await git([...args, '-e', id, commit, '--', `:(top,literal)${inside}`]);
  return answer.split('\0').flatMap(name => {
    const each = path.posix.basename(name).replace(/\.yaml$/, '');
    return kindOfId(each) ? [each] : [];
  });
}
