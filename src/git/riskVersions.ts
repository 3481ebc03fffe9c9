import path from 'node:path';
import { kindPlaces, pathOfId } from '../core/model/ids.ts';
import type { RiskVersion } from '../core/store/riskVersion.ts';
import { maxFileBytes } from '../core/model/fileSize.ts';
import { readBlobTexts } from './blobTexts.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';

/** So many commits that touched a risk are looked at, from the newest back. */
export const mostVersions = 60;

/** More files than these are no history that a person reads. */
const mostFiles = 4000;

/** Past versions of the risks on the present branch, the oldest first. */
export async function readRiskVersions(
  git: RunGit,
  place: { readonly topLevel: string; readonly planFolder: string },
): Promise<readonly RiskVersion[]> {
  const inside = path.relative(place.topLevel, place.planFolder).split(path.sep).join('/');
  if (inside.startsWith('..') || /[\r\n]/.test(inside)) return [];
  const folder = `${inside}/${kindPlaces.risk.folder}`.replace(/^\//, '').replace(/\/$/, '');
  const commits = await listCommits(git, folder);
  const trees = await treesOf(
    git,
    commits.map(({ commit }) => `${commit}:${folder}`),
  );
  const files = new Map<string, ReadonlyMap<string, string>>();
  for (const tree of new Set(trees.filter(tree => tree !== undefined))) {
    files.set(tree, await listFiles(git, tree));
  }
  const blobs = [...new Set([...files.values()].flatMap(each => [...each.values()]))];
  if (blobs.length > mostFiles) return [];
  const texts = await readBlobTexts(git, blobs, maxFileBytes);
  return commits
    .map(({ commit, committedAt }, place) => {
      const named = files.get(trees[place] ?? '') ?? new Map<string, string>();
      const entries = [...named].flatMap(([id, blob]): readonly [string, string][] => {
        const text = texts.get(blob);
        return text === undefined ? [] : [[id, text]];
      });
      return { commit, committedAt, texts: new Map(entries) };
    })
    .reverse();
}

interface Commit {
  readonly commit: string;
  readonly committedAt: number;
}

/** Along the first parents, so that what was merged counts from its merge on. */
async function listCommits(git: RunGit, folder: string): Promise<readonly Commit[]> {
  const answer = await git([
    'rev-list',
    '--first-parent',
    '--timestamp',
    `--max-count=${mostVersions}`,
    '--end-of-options',
    'HEAD',
    '--',
    `:(top,literal)${folder}`,
  ]);
  return answer.split('\n').flatMap(line => {
    const [seconds = '', commit = ''] = line.split(' ');
    return isObjectName(commit) ? [{ commit, committedAt: Number(seconds) }] : [];
  });
}

/** Undefined for a commit that has no such folder. */
async function treesOf(
  git: RunGit,
  names: readonly string[],
): Promise<readonly (string | undefined)[]> {
  if (names.length === 0) return [];
  const asked = names.map(name => `${name}\n`).join('');
  const answer = await git(['cat-file', '--batch-check=%(objectname)'], asked);
  return answer.split('\n').map(line => (isObjectName(line) ? line : undefined));
}

/** The blob of each risk in a folder, by its id. */
async function listFiles(git: RunGit, tree: string): Promise<ReadonlyMap<string, string>> {
  const answer = await git(['ls-tree', '-z', '--full-tree', '--end-of-options', tree]);
  const entries = answer.split('\0').flatMap((entry): readonly [string, string][] => {
    const [, blob = '', name = ''] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    const id = name.replace(/\.yaml$/, '');
    return isObjectName(blob) && pathOfId(id)?.endsWith(`/${name}`) === true ? [[id, blob]] : [];
  });
  return new Map(entries);
}
