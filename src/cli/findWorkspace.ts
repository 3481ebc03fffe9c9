import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { isPlanFolderName, projectPath } from '../core/store/planPath.ts';
import { otherFolder } from '../core/store/planFolder.ts';

/** The names that are looked for, in this order, when none is given. */
export const planFolderNames: readonly string[] = ['.project', otherFolder];

/** The folder that holds the plan folder. */
export interface FoundWorkspace {
  /** Absolute. */
  readonly workspace: string;
  /** True when it lies above the working folder and was not named. */
  readonly isAbove: boolean;
}

/**
 * The working folder, or the nearest folder above it that holds a plan, up to the root of the git
 * repository; without git up to the root of the disk.
 *
 * @param folderName the plan folder that was asked for by name
 */
export function findWorkspace(
  workingFolder: string,
  folderName: string | undefined,
): FoundWorkspace {
  const names = folderName === undefined ? planFolderNames : [folderName];
  const here: FoundWorkspace = { workspace: workingFolder, isAbove: false };
  if (names.some(name => isFolder(path.join(workingFolder, name)))) return here;
  for (let at = workingFolder; !existsSync(path.join(at, '.git'));) {
    const above = path.dirname(at);
    if (above === at) break;
    at = above;
    const workspace = at;
    if (names.some(name => holdsPlan(path.join(workspace, name)))) {
      return { workspace, isAbove: true };
    }
  }
  return here;
}

export function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Other programs keep folders of the same name; a plan's holds a project file or folders of items. */
function holdsPlan(place: string): boolean {
  if (!isFolder(place)) return false;
  try {
    return readdirSync(place).some(name => name === projectPath || isPlanFolderName(name));
  } catch {
    // What may not be looked into cannot be used as the plan either.
    return false;
  }
}
