import { FileType, Uri, workspace } from 'vscode';
import type { CodeReader } from '../../core/anchors/resolveAnchors.ts';
import { largestCodeBytes } from '../../core/anchors/sourceText.ts';
import { leadsOutside } from '../../core/format/readAnchor.ts';
import type { OpenPlan } from '../openPlan.ts';

/** The code of a workspace folder as it is saved. What a symbolic link leads out of it is not there. */
export function createWorkspaceCode(plan: Pick<OpenPlan, 'folder' | 'placeInside'>): CodeReader {
  const placeOf = async (path: string): Promise<Uri | undefined> =>
    leadsOutside(path) || (await plan.placeInside(path)) === undefined
      ? undefined
      : Uri.joinPath(plan.folder.uri, path);
  return {
    read: async path => {
      const uri = await placeOf(path);
      if (!uri) return undefined;
      try {
        const { type, size } = await workspace.fs.stat(uri);
        if ((type & FileType.Directory) !== 0 || size > largestCodeBytes) return undefined;
        const bytes = await workspace.fs.readFile(uri);
        return bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
      } catch {
        // There is nothing, or it may not be read.
        return undefined;
      }
    },
    exists: async path => {
      const uri = await placeOf(path);
      if (!uri) return false;
      try {
        await workspace.fs.stat(uri);
        return true;
      } catch {
        return false;
      }
    },
  };
}
