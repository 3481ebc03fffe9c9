import { sameLines } from '../core/anchors/lineMap.ts';
import type { ChangesSince } from '../core/anchors/codePast.ts';
import { diffSettings } from './changesSince.ts';
import type { RunGit } from './gitProcess.ts';
import { readTypes } from './pathTypes.ts';

/** So many files that git does not hold are held against those that are gone. */
const mostNewFiles = 500;

/** Files that git does not hold and would not ignore. */
export async function listNewFiles(git: RunGit): Promise<readonly string[]> {
  const answer = await git(['ls-files', '--others', '--exclude-standard', '-z']);
  return answer.split('\0').filter(Boolean);
}

/**
 * Where files of a commit are that somebody moved without telling git, by their old path: git does not
 * hold the new ones, so it pairs none of them. Only what says the very same counts, and only where one
 * old and one new file do.
 */
export async function findMoved(git: RunGit, commit: string): Promise<ReadonlyMap<string, string>> {
  try {
    const args = ['diff', ...diffSettings, '--name-only', '--diff-filter=D', '-z', commit, '--'];
    const gone = (await git(args)).split('\0').filter(Boolean);
    const added = gone.length === 0 ? [] : (await listNewFiles(git)).slice(0, mostNewFiles);
    if (added.length === 0) return new Map();
    const types = await readTypes(
      git,
      gone.map(path => ({ commit, path })),
    );
    const old = byContent(gone.map((path, i) => [path, types[i]?.name]));
    const pairs: [string, string][] = [];
    for (const [content, now] of byContent(await hashFiles(git, added))) {
      const before = old.get(content);
      if (before !== undefined && before !== '' && now !== '') pairs.push([before, now]);
    }
    return new Map(pairs);
  } catch {
    // The commit has nothing to compare with, or a file is too large to be read in time.
    return new Map();
  }
}

/** The changes since a commit with files in their new places that nobody told git about. */
export function withMoved(
  changes: ChangesSince,
  moved: ReadonlyMap<string, string> | undefined,
): ChangesSince {
  if (!moved || moved.size === 0) return changes;
  const places = new Set(moved.values());
  return {
    since: path => {
      const now = moved.get(path);
      return now === undefined ? changes.since(path) : { path: now, lines: sameLines };
    },
    linesOf: path => (places.has(path) ? sameLines : changes.linesOf(path)),
  };
}

/** The path of each content; empty for what several say. Files without a word tell nothing. */
function byContent(
  files: readonly (readonly [string, string | undefined])[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, content] of files) {
    if (content === undefined || emptyContents.has(content)) continue;
    found.set(content, found.has(content) ? '' : path);
  }
  return found;
}

/** In both lengths of names. */
const emptyContents = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);

async function hashFiles(
  git: RunGit,
  paths: readonly string[],
): Promise<readonly (readonly [string, string | undefined])[]> {
  const named = paths.filter(path => !/[\r\n]|^"/.test(path));
  // These paths are read from the top of the repository, others from the folder of git.
  const top = (await git(['rev-parse', '--show-prefix'])).replace(/\n$/, '');
  const input = named.map(path => `${top}${path}\n`).join('');
  const hashes = (await git(['hash-object', '--stdin-paths'], input)).split('\n');
  return named.map((path, i) => [path, hashes[i]] as const);
}
