import { FileType, Uri, workspace } from 'vscode';
import type { CodeReader } from '../../core/anchors/resolveAnchors.ts';
import { largestCodeBytes } from '../../core/anchors/sourceText.ts';
import { leadsOutside } from '../../core/format/readAnchor.ts';

/** The code of a workspace folder as it is saved. */
export function createWorkspaceCode(folder: Uri): CodeReader {
  const placeOf = (path: string): Uri | undefined =>
    leadsOutside(path) ? undefined : Uri.joinPath(folder, path);
  return {
    read: async path => {
      const uri = placeOf(path);
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
      const uri = placeOf(path);
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
