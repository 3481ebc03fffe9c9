import type { FolderSince } from '../core/anchors/codeNow.ts';
import type { PastFile } from '../core/anchors/codePast.ts';
import { followFolder, type FollowedFolder, type NameStep } from '../core/anchors/followFolder.ts';
import { diffSettings } from './changesSince.ts';
import { findMoved } from './movedFiles.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { nameFormat, nameLogInSteps, nameSettings, parseNames } from './nameLog.ts';
import { stepByStep } from './stepByStep.ts';
import { findEntries, listWay } from './wayToHere.ts';

/**
 * Where folders went that are not where they were, along the first parents and in the working tree.
 * Undefined for one that its commit does not have. Folders end in a slash.
 */
export async function followFolders(
  git: RunGit,
  folders: readonly PastFile[],
): Promise<readonly (FolderSince | undefined)[]> {
  const way = await listWay(git);
  const entries = await findEntries(git, folders, way);
  const oldest = Math.min(...[...entries.values()].map(({ place }) => place));
  const steps = Number.isFinite(oldest) ? await readSteps(git, way[oldest] ?? '') : [];
  const places = new Map(way.map((commit, place) => [commit, place]));
  const now = withRenamed(await readNames(git, 'HEAD'), await findMoved(git, 'HEAD'));
  const found: (FolderSince | undefined)[] = [];
  for (const { commit, path } of folders) {
    const files = await listHeld(git, { commit, path });
    if (files.length === 0) {
      found.push(undefined);
      continue;
    }
    const entry = entries.get(commit);
    const since = steps.filter(({ before }) => (places.get(before) ?? 0) >= (entry?.place ?? 0));
    const beside = entry?.joins === undefined ? [] : [await readNames(git, commit, entry.joins)];
    // A commit that lies on no way here is compared with what there is now.
    const own = entry ? [...beside, ...since, now] : [await readNames(git, commit)];
    found.push(await asSince(git, followFolder(path, files, own)));
  }
  return found;
}

/** With what was moved without git being told. */
function withRenamed(step: NameStep, moved: ReadonlyMap<string, string>): NameStep {
  const deleted = step.deleted.filter(path => !moved.has(path));
  return { ...step, deleted, renamed: [...step.renamed, ...moved] };
}

/** The changes of names along the way since a commit. */
async function readSteps(git: RunGit, oldest: string): Promise<readonly NameStep[]> {
  const log = ['log', '--first-parent', '-m', '--reverse', nameFormat('%P')];
  const answer = await git([...log, ...nameSettings, ...diffSettings, `${oldest}..HEAD`, '--']);
  const commits = await stepByStep(nameLogInSteps(answer));
  return commits.map(({ head, names }) => ({ before: head.split(' ')[0] ?? '', ...names }));
}

async function readNames(git: RunGit, from: string, to?: string): Promise<NameStep> {
  const range = to === undefined ? [from] : [from, to];
  const answer = await git(['diff', ...diffSettings, ...nameSettings, ...range, '--']);
  return { before: from, ...parseNames(answer) };
}

async function listHeld(git: RunGit, { commit, path }: PastFile): Promise<readonly string[]> {
  const args = ['ls-tree', '-r', '-z', '--name-only', '--end-of-options', commit, '--'];
  return (await git([...args, `:(literal)${path}`]))
    .split('\0')
    .filter(file => file.startsWith(path));
}

/** Files that join others in a folder that was there already are not that folder. */
async function asSince(git: RunGit, followed: FollowedFolder): Promise<FolderSince> {
  const { moves, likely } = followed;
  const to = moves.at(-1)?.to;
  if (to === undefined || to === '') return { path: likely, isCertain: false };
  const input = moves.map(each => `${each.before}:./${each.to}\n`).join('');
  const isNamed = moves.every(each => !/[\r\n]/.test(each.to));
  const answer = isNamed ? await git(['cat-file', '--batch-check=%(objectname)'], input) : '';
  const wasThere = !isNamed || answer.split('\n').some(isObjectName);
  return { path: to, isCertain: !wasThere };
}
