import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { FileEntry, EntryKind, ProjectFiles } from '../core/store/projectFiles.ts';
import { kindOf } from './folderProbe.ts';

/** How many files are asked for their size at once. */
const statsAtOnce = 32;

/** The plan folder through the editor's file systems, for folders that are not on a local disk. */
export function createWorkspaceFiles(root: Uri): ProjectFiles {
  return {
    list: () => listFolder(root),
    read: path => readFile(uriOf(root, path)),
    write: (path, bytes, expected) => writeFile(root, path, { bytes, expected }),
    move: (from, to) => moveFile(root, from, to),
    watch: listener => watchFolder(root, listener),
  };
}

/** The place of a file of the plan. Throws on a path that would leave the plan folder. */
export function uriOf(root: Uri, path: string): Uri {
  const parts = path.split('/');
  if (parts.some(part => part === '' || part === '.' || part === '..' || part.includes('\\'))) {
    throw new Error(`The path leaves the plan folder: ${path}`);
  }
  return Uri.joinPath(root, ...parts);
}

/** The path of a file inside the plan folder; undefined when it lies elsewhere. */
export function pathIn(root: Uri, uri: Uri): string | undefined {
  if (uri.scheme !== root.scheme || uri.authority !== root.authority) return undefined;
  const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
}

async function listFolder(root: Uri): Promise<readonly FileEntry[] | undefined> {
  const top = await readFolder(root);
  if (!top) return undefined;
  const found: { path: string; kind: EntryKind }[] = [];
  for (const [name, type] of top) {
    found.push({ path: name, kind: kindOf(type) });
    if (type !== FileType.Directory) continue;
    for (const [child, childType] of (await readFolder(Uri.joinPath(root, name))) ?? []) {
      found.push({ path: `${name}/${child}`, kind: kindOf(childType) });
    }
  }
  const entries: FileEntry[] = [];
  for (let from = 0; from < found.length; from += statsAtOnce) {
    const slice = found.slice(from, from + statsAtOnce);
    entries.push(...(await Promise.all(slice.map(entry => withSize(root, entry)))));
  }
  return entries;
}

async function readFolder(uri: Uri): Promise<[string, FileType][] | undefined> {
  return orAbsent(workspace.fs.readDirectory(uri));
}

async function withSize(
  root: Uri,
  { path, kind }: { readonly path: string; readonly kind: EntryKind },
): Promise<FileEntry> {
  if (kind !== 'file') return { path, kind, size: 0 };
  const stat = await orAbsent(workspace.fs.stat(uriOf(root, path)));
  return { path, kind, size: stat?.size ?? 0 };
}

async function readFile(uri: Uri): Promise<Uint8Array | undefined> {
  return orAbsent(workspace.fs.readFile(uri));
}

async function writeFile(
  root: Uri,
  path: string,
  { bytes, expected }: { readonly bytes: Uint8Array; readonly expected: Uint8Array | undefined },
): Promise<boolean> {
  const target = uriOf(root, path);
  const present = await readFile(target);
  if (!isSame(present, expected)) return false;
  const draft = target.with({ path: `${target.path}.${crypto.randomUUID().slice(0, 8)}.tmp` });
  await workspace.fs.writeFile(draft, bytes);
  try {
    // What somebody else made meanwhile is not written over.
    await workspace.fs.rename(draft, target, { overwrite: expected !== undefined });
  } catch (failure) {
    await orAbsent(workspace.fs.delete(draft));
    if (failure instanceof FileSystemError && failure.code === 'FileExists') return false;
    throw failure;
  }
  return true;
}

async function moveFile(root: Uri, from: string, to: string): Promise<boolean> {
  const target = uriOf(root, to);
  await workspace.fs.createDirectory(Uri.joinPath(target, '..'));
  try {
    await workspace.fs.rename(uriOf(root, from), target, { overwrite: false });
    return true;
  } catch (failure) {
    if (failure instanceof FileSystemError && failure.code === 'FileExists') return false;
    throw failure;
  }
}

function watchFolder(root: Uri, listener: (paths: readonly string[]) => void): { dispose(): void } {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(root, '**/*'));
  const announce = (uri: Uri): void => {
    const path = pathIn(root, uri);
    if (path !== undefined) listener([path]);
  };
  watcher.onDidCreate(announce);
  watcher.onDidChange(announce);
  watcher.onDidDelete(announce);
  return watcher;
}

/** Undefined where nothing is there; other failures stay failures. */
async function orAbsent<T>(work: Thenable<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (failure) {
    if (failure instanceof FileSystemError && failure.code === 'FileNotFound') return undefined;
    throw failure;
  }
}

/** Byte for byte; two absent files are the same too. */
export function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
