import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { PlanFolderProbe } from '../core/store/planFolder.ts';
import type { EntryKind } from '../core/store/projectFiles.ts';
import type { PlanPlace, PlanPorts } from './planPorts.ts';

/** Looks at what stands where the plan folder belongs; nothing is followed and nothing is read. */
export async function probeFolder(
  { folder, folderName }: PlanPlace,
  ports: Pick<PlanPorts, 'ignoredBy' | 'isLeftOut'>,
): Promise<PlanFolderProbe> {
  const place = { folder, folderName };
  const root = Uri.joinPath(folder, folderName);
  const ignoredBy = await ports.ignoredBy(place);
  const kind = await kindAt(root);
  const isLeftOut = kind === undefined && ((await ports.isLeftOut?.(place)) ?? false);
  const entries = kind === 'folder' ? await entriesOf(root) : [];
  return { folder: folderName, kind, entries, ignoredBy, isLeftOut };
}

async function kindAt(uri: Uri): Promise<EntryKind | undefined> {
  try {
    return kindOf((await workspace.fs.stat(uri)).type);
  } catch (failure) {
    if (failure instanceof FileSystemError && failure.code === 'FileNotFound') return undefined;
    return 'other';
  }
}

export function kindOf(type: FileType): EntryKind {
  if ((type & FileType.SymbolicLink) !== 0) return 'link';
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}

async function entriesOf(root: Uri): Promise<readonly string[]> {
  const entries: string[] = [];
  for (const [name, type] of await workspace.fs.readDirectory(root)) {
    entries.push(name);
    if (type !== FileType.Directory || name.startsWith('.')) continue;
    const inner = await workspace.fs.readDirectory(Uri.joinPath(root, name));
    entries.push(...inner.map(([child]) => `${name}/${child}`));
  }
  return entries;
}
