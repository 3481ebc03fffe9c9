import type { ChangesSince, PastFile } from '../core/anchors/codePast.ts';
import { diffSettings, readChanges } from './changesSince.ts';
import { readChangesUntil } from './changesUntil.ts';
import type { RunGit } from './gitProcess.ts';

/** The files of so few commits are compared commit by commit. */
const fewCommits = 4;

/** Commits and files that are compared in one process: so many pairs nobody asked about may be among them. */
const mostWaste = 200;

/**
 * What became of files that are still where they were, in their order. Those of many commits are compared
 * with the present one, in few processes, as far as they are there as it has them.
 */
export async function readFileChanges(
  git: RunGit,
  files: readonly PastFile[],
): Promise<readonly (ChangesSince | undefined)[]> {
  const commits = new Set(files.map(({ commit }) => commit));
  const found =
    commits.size > fewCommits ? await readTogether(git, files) : new Map<PastFile, ChangesSince>();
  const left = files.filter(file => !found.has(file));
  const one = async (commit: string): Promise<void> => {
    const own = left.filter(file => file.commit === commit);
    const paths = own.map(({ path }) => path);
    const changes = await readChanges(git, commit, { paths });
    for (const file of own) found.set(file, changes);
  };
  await Promise.all([...new Set(left.map(({ commit }) => commit))].map(one));
  return files.map(file => found.get(file));
}

async function readTogether(
  git: RunGit,
  files: readonly PastFile[],
): Promise<Map<PastFile, ChangesSince>> {
  const found = new Map<PastFile, ChangesSince>();
  try {
    const args = ['diff', ...diffSettings, '--no-renames', '--name-only', '-z', 'HEAD', '--'];
    const changed = new Set((await git(args)).split('\0'));
    const head = (await git(['rev-parse', '--verify', 'HEAD^{commit}'])).trim();
    const groups = groupByPath(files.filter(({ path }) => !changed.has(path)));
    const read = async ({ paths, commits, members }: Group): Promise<void> => {
      const until = { end: head, paths: [...paths], isMoving: false };
      const changes = await readChangesUntil(git, [...commits], until);
      for (const file of members) {
        const since = changes.get(file.commit);
        if (since) found.set(file, since);
      }
    };
    await Promise.all(groups.map(read));
  } catch {
    // There is no commit yet, or a partial clone has not all texts: then each is asked about by itself.
  }
  return found;
}

interface Group {
  readonly paths: Set<string>;
  readonly commits: Set<string>;
  readonly members: PastFile[];
}

/** Each group is compared by all of its files at all of its commits. */
function groupByPath(files: readonly PastFile[]): readonly Group[] {
  const byPath = new Map<string, PastFile[]>();
  for (const file of files) {
    const known = byPath.get(file.path);
    if (known) known.push(file);
    else byPath.set(file.path, [file]);
  }
  const groups: Group[] = [];
  for (const [path, members] of byPath) {
    const last = groups.at(-1);
    const commits = new Set([...(last?.commits ?? []), ...members.map(({ commit }) => commit)]);
    const pairs = commits.size * ((last?.paths.size ?? 0) + 1);
    if (last && pairs - last.members.length - members.length <= mostWaste) {
      last.paths.add(path);
      for (const { commit } of members) last.commits.add(commit);
      last.members.push(...members);
      continue;
    }
    groups.push({
      paths: new Set([path]),
      commits: new Set(members.map(({ commit }) => commit)),
      members: [...members],
    });
  }
  return groups;
}
