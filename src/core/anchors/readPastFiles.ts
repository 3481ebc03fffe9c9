import type { Anchor } from '../model/anchor.ts';
import type { ChangesSince, CodePast, PastFile } from './codePast.ts';

/**
 * What became of each file of each recorded commit, by `commit NUL path`. The same content at several
 * commits is compared once, so that anchors of many commits do not cost a process for each.
 *
 * @param existing which of the paths are there now
 */
export async function readPastFiles(
  anchors: readonly Anchor[],
  existing: ReadonlyMap<string, boolean>,
  past: CodePast,
): Promise<ReadonlyMap<string, ChangesSince>> {
  const files = distinctFiles(anchors);
  const contents = await past.contentsOf(files);
  const standIns = new Map<string, string>();
  const byCommit = new Map<string, Map<string, PastFile>>();
  const asked = files.flatMap((file, i) => {
    const content = contents[i];
    // A folder, or a file that the commit does not have: nothing can be compared.
    if (content === undefined) return [];
    const key = `${content}\0${file.path}`;
    const commit = standIns.get(key) ?? file.commit;
    standIns.set(key, commit);
    const group = byCommit.get(commit) ?? new Map<string, PastFile>();
    group.set(file.path, { commit, path: file.path });
    byCommit.set(commit, group);
    return [{ file, commit }];
  });
  const isGone = ({ path }: PastFile): boolean => existing.get(path) === false;
  const changes = new Map<string, ChangesSince>();
  const groups = [...byCommit.values()].map(group => [...group.values()]);
  const staying = groups.filter(group => !group.some(isGone)).flat();
  const keep = ({ commit, path }: PastFile, found: ChangesSince | undefined): void => {
    if (found) changes.set(`${commit}\0${path}`, found);
  };
  const readGone = async (group: readonly PastFile[]): Promise<void> => {
    const commit = group[0]?.commit ?? '';
    const paths = group.map(({ path }) => path);
    const renames = await past.findRenames(commit);
    const now = paths.flatMap(path => renames.get(path) ?? []);
    const found = await past.readChanges(commit, [...new Set([...paths, ...now])]);
    for (const file of group) keep(file, found);
  };
  await Promise.all([
    ...groups.filter(group => group.some(isGone)).map(readGone),
    past.readFileChanges(staying).then(found => {
      for (const [i, file] of staying.entries()) keep(file, found[i]);
    }),
  ]);
  return new Map(
    asked.flatMap(({ file, commit }): readonly [string, ChangesSince][] => {
      const found = changes.get(`${commit}\0${file.path}`);
      return found ? [[`${file.commit}\0${file.path}`, found]] : [];
    }),
  );
}

/** The commit with the most files first, so that it stands in for others. */
function distinctFiles(anchors: readonly Anchor[]): readonly PastFile[] {
  const byCommit = new Map<string, Map<string, PastFile>>();
  for (const { commit, path } of anchors) {
    if (commit === undefined) continue;
    const files = byCommit.get(commit) ?? new Map<string, PastFile>();
    files.set(path, { commit, path });
    byCommit.set(commit, files);
  }
  return [...byCommit.values()]
    .sort((a, b) => b.size - a.size)
    .flatMap(files => [...files.values()]);
}
