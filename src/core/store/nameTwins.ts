import { isPlanFolderName, readPlanPath } from './planPath.ts';

/**
 * Finds the file or folder whose name differs in case alone from what belongs at a path: many systems
 * take both for the same, so that a write to one would be a write to the other.
 *
 * @param paths everything that is in the plan folder
 */
export function createTwinFinder(paths: Iterable<string>): (path: string) => NameTwin | undefined {
  let others: ReadonlyMap<string, string> | undefined;
  return path => {
    others ??= findMisnamed(paths);
    if (others.size === 0) return undefined;
    const folder = path.slice(0, Math.max(0, path.indexOf('/')));
    for (const wanted of [folder, path]) {
      const present = others.get(wanted.toLowerCase());
      if (wanted !== '' && present !== undefined && present !== wanted) return { present, wanted };
    }
    return undefined;
  };
}

export interface NameTwin {
  readonly present: string;
  readonly wanted: string;
}

/** The name that a folder of the plan should have; undefined for any other, and for one that has it. */
export function rightFolderName(name: string): string | undefined {
  const right = name.toLowerCase();
  return right !== name && isPlanFolderName(right) ? right : undefined;
}

function findMisnamed(paths: Iterable<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const isMisnamed =
      readPlanPath(path).kind === 'misnamed' || rightFolderName(path) !== undefined;
    if (isMisnamed) found.set(path.toLowerCase(), path);
  }
  return found;
}
