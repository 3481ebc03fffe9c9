import type { FolderSince } from '../core/anchors/codeNow.ts';
import type { PastFile } from '../core/anchors/codePast.ts';
import { followFolder, type FollowedFolder, type NameStep } from '../core/anchors/followFolder.ts';
import { diffSettings } from './changesSince.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { findEntries, listWay } from './wayToHere.ts';

/** With this and its name each commit begins, in a log of names. */
const commitMark = 'gantry-names ';

const names = ['--name-status', '-z', '--diff-filter=ADR'] as const;

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
  const now = await readNames(git, 'HEAD');
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

/** The changes of names along the way since a commit. */
async function readSteps(git: RunGit, oldest: string): Promise<readonly NameStep[]> {
  const log = ['log', '--first-parent', '-m', '--reverse', `--format=${commitMark}%P`];
  const answer = await git([...log, ...names, ...diffSettings, `${oldest}..HEAD`, '--']);
  return answer
    .split(commitMark)
    .slice(1)
    .map(part => {
      const end = part.search(/[\0\n]/);
      const before = part.slice(0, end < 0 ? undefined : end).split(' ')[0] ?? '';
      return parseNames(before, end < 0 ? '' : part.slice(end + 1));
    });
}

async function readNames(git: RunGit, from: string, to?: string): Promise<NameStep> {
  const range = to === undefined ? [from] : [from, to];
  return parseNames(from, await git(['diff', ...diffSettings, ...names, ...range, '--']));
}

/** Reads what `--name-status -z` writes of files that came, went or got another name. */
function parseNames(before: string, answer: string): NameStep {
  const renamed: (readonly [string, string])[] = [];
  const added: string[] = [];
  const deleted: string[] = [];
  const fields = answer.replace(/^[\0\n]+/, '').split('\0');
  for (let i = 0; i + 1 < fields.length;) {
    const [kind = '', from = '', to = ''] = fields.slice(i, i + 3);
    const isRename = /^\n*R/.test(kind);
    if (isRename) renamed.push([from, to]);
    else if (/^\n*A/.test(kind)) added.push(from);
    else if (/^\n*D/.test(kind)) deleted.push(from);
    i += isRename ? 3 : 2;
  }
  return { before, renamed, added, deleted };
}

async function listHeld(git: RunGit, { commit, path }: PastFile): Promise<readonly string[]> {
  const args = ['ls-tree', '-r', '-z', '--name-only', '--end-of-options', commit, '--', path];
  return (await git(args)).split('\0').filter(file => file.startsWith(path));
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
