/** What happened to the names of files. Paths are relative to the workspace folder. */
export interface NameChanges {
  readonly renamed: readonly (readonly [from: string, to: string])[];
  readonly added: readonly string[];
  readonly deleted: readonly string[];
}

export interface NameStep extends NameChanges {
  /** What the step began with, as git names it. */
  readonly before: string;
}

/** A step in which a folder went to another place. Folders end in a slash; the top one is empty. */
export interface FolderMove {
  readonly before: string;
  readonly to: string;
}

/** What became of a folder. */
export interface FollowedFolder {
  /** Where it went, step by step. */
  readonly moves: readonly FolderMove[];
  /** Where most of what it held is now, in whichever steps it went there; undefined when it stayed or went. */
  readonly likely: string | undefined;
}

/**
 * Follows a folder through renames of its files: it moved when more than half of what it holds goes to
 * another folder in one step, each file at the same place below it.
 *
 * @param folder with a slash at its end
 * @param files what it holds at first
 */
export function followFolder(
  folder: string,
  files: readonly string[],
  steps: readonly NameStep[],
): FollowedFolder {
  let now = folder;
  /** What the folder holds. */
  const held = new Set(files);
  /** The files that it held at first, by where they are. */
  const first = new Map(files.map(file => [file, file.slice(folder.length)]));
  const moves: FolderMove[] = [];
  for (const { before, renamed, added, deleted } of steps) {
    const size = held.size;
    for (const path of deleted) {
      held.delete(path);
      first.delete(path);
    }
    const gone = renamed.filter(([from]) => held.has(from));
    const target = most(gone.flatMap(([from, to]) => folderFor(to, from.slice(now.length)) ?? []));
    if (target !== undefined && target.folder !== now && target.count * 2 > size) {
      now = target.folder;
      moves.push({ before, to: now });
    }
    for (const [from, to] of renamed) {
      const rest = first.get(from);
      first.delete(from);
      if (rest !== undefined) first.set(to, rest);
      held.delete(from);
      if (to.startsWith(now)) held.add(to);
    }
    for (const path of added) if (path.startsWith(now)) held.add(path);
  }
  const likely = most([...first].flatMap(([path, rest]) => folderFor(path, rest) ?? []))?.folder;
  return { moves, likely: likely === folder ? undefined : likely };
}

/** The folder below which a file has the same place; undefined when it has another one. */
function folderFor(path: string, rest: string): string | undefined {
  if (path === rest) return '';
  return path.endsWith(`/${rest}`) ? path.slice(0, -rest.length) : undefined;
}

function most(
  folders: readonly string[],
): { readonly folder: string; readonly count: number } | undefined {
  const counts = new Map<string, number>();
  for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best && { folder: best[0], count: best[1] };
}
