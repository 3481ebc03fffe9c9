import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import { areSameBytes } from '../core/base/utf8.ts';
import { FileRefusal } from '../core/store/fileRefusal.ts';
import type { EntryKind, FileEntry, ProjectFiles } from '../core/store/projectFiles.ts';
import { createFolderJournal } from './folderJournal.ts';
import type { TellWait } from './lockFile.ts';
import { pauseNow } from './pause.ts';
import { moveWithoutReplacing, replaceFile } from './replaceFile.ts';
import { sweepStrays } from './sweepStrays.ts';
import { watchFolder } from './watchFolder.ts';

/** How many entries are looked at before the host gets a turn: about 5 ms of work. */
const entriesAtOnce = 500;

/** A folder that was looked at is taken for what it was for so long, so that a burst of reads is quick. */
const trustFolderMs = 50;

/** Where the system knows them: neither a link nor a pipe that came into place meanwhile is opened. */
const refusesLinks = process.platform !== 'win32';
const readFlags = refusesLinks
  ? constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  : constants.O_RDONLY;

/**
 * The plan folder on the disk. Reads are synchronous inside, because a promise for each of thousands
 * of small files costs ten times the read; the loader pauses between them. Links are never followed
 * and no path leads out of the folder.
 *
 * @param workspace the absolute path of the workspace folder
 * @param folder the plan folder's path relative to it, such as `.project`
 * @param tellWait is told whose turn is waited for, where that takes longer than a moment
 */
export function createNodeFiles(
  workspace: string,
  folder: string,
  tellWait?: TellWait,
): ProjectFiles {
  const root = path.resolve(workspace, folder);
  const place: Place = { workspace, root, trusted: new Map() };
  let isSwept = false;
  const files: ProjectFiles = {
    async list() {
      await Promise.resolve();
      if (!hasFolder(workspace, root)) return undefined;
      const entries = await listEntries(root);
      if (isSwept) return entries;
      isSwept = true;
      const hidden = entries.filter(
        ({ path: name }) => name.startsWith('.') || name.includes('/.'),
      );
      const gone = sweepStrays(
        root,
        hidden.map(({ path: name }) => name),
      );
      return gone.size === 0 ? entries : entries.filter(({ path: name }) => !gone.has(name));
    },
    async read(relative) {
      await Promise.resolve();
      return readIn(place, relative);
    },
    async write(relative, bytes, expected) {
      const target = resolveInside(root, relative);
      const isSame = (): boolean => areSameBytes(readIn(place, relative), expected);
      place.trusted.clear();
      if (!isSame()) return false;
      makeFolder(workspace, path.dirname(target));
      return replaceFile(target, bytes, { isSame, isNew: expected === undefined, tellWait });
    },
    async move(from, to) {
      await Promise.resolve();
      const source = resolveInside(root, from);
      const target = resolveInside(root, to);
      if (!hasFolder(workspace, path.dirname(source))) return false;
      refuseLink(source, from);
      makeFolder(workspace, path.dirname(target));
      return moveWithoutReplacing(source, target);
    },
    watch: listener => watchFolder(root, listener),
  };
  return { ...files, journal: createFolderJournal({ root, files, tellWait }) };
}

interface Place {
  readonly workspace: string;
  readonly root: string;
  /** Folders found to be folders, with the time until which that holds, in milliseconds. */
  readonly trusted: Map<string, number>;
}

/** The absolute path of a plan-relative one; a path that would leave the folder is a bug or an attack. */
function resolveInside(root: string, relative: string): string {
  const parts = relative.split('/');
  const isPlain = parts.every(part => part !== '' && part !== '.' && part !== '..');
  if (!isPlain || relative.includes('\\') || relative.includes('\0') || relative.includes(':')) {
    throw new FileRefusal('file-link', `${relative} is no path inside the plan folder`);
  }
  return path.join(root, ...parts);
}

/**
 * True when the folder is there and is a folder inside the workspace, reached without a link below
 * the workspace folder. A link or a file in its place is refused.
 */
function hasFolder(workspace: string, folder: string): boolean {
  const inside = path.relative(workspace, folder);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) {
    throw new FileRefusal('folder-link', 'the folder is not inside the workspace folder');
  }
  let current = workspace;
  for (const part of inside.split(path.sep)) {
    current = path.join(current, part);
    const kind = kindOf(current);
    const shown = path.relative(workspace, current).split(path.sep).join('/');
    if (kind === undefined) return false;
    if (kind === 'link') {
      throw new FileRefusal('folder-link', `${shown} is a link; put a folder in its place`);
    }
    if (kind !== 'folder') {
      throw new FileRefusal('folder-is-file', `${shown} is a file where a folder belongs`);
    }
  }
  // A junction or mount of another kind shows only here.
  const real = path.relative(realpathSync(workspace), realpathSync(folder));
  if (real.startsWith('..') || path.isAbsolute(real)) {
    throw new FileRefusal('folder-link', 'the folder leads out of the workspace folder');
  }
  return true;
}

function makeFolder(workspace: string, folder: string): void {
  if (hasFolder(workspace, folder)) return;
  mkdirSync(folder, { recursive: true });
  hasFolder(workspace, folder);
}

function readIn({ workspace, root, trusted }: Place, relative: string): Uint8Array | undefined {
  const target = resolveInside(root, relative);
  const folder = path.dirname(target);
  const now = performance.now();
  if ((trusted.get(folder) ?? 0) < now) {
    trusted.delete(folder);
    if (!hasFolder(workspace, folder)) return undefined;
    trusted.set(folder, now + trustFolderMs);
  }
  const handle = openWithoutFollowing(target, relative);
  if (handle === undefined) return undefined;
  try {
    return readRegular(handle);
  } finally {
    closeSync(handle);
  }
}

/** Undefined when nothing is there. Where the system itself refuses links, nobody has to look before. */
function openWithoutFollowing(target: string, relative: string): number | undefined {
  if (!refusesLinks) {
    const kind = kindOf(target);
    if (kind === undefined) return undefined;
    if (kind === 'link') throw linkRefusal(relative);
  }
  try {
    return openSync(target, readFlags);
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
    if (code === 'ENOENT') return undefined;
    if (code === 'ELOOP' || (code === 'EMLINK' && kindOf(target) === 'link')) {
      throw linkRefusal(relative);
    }
    throw failure;
  }
}

/**
 * What a regular file held when it was opened. In a buffer from the pool: one of its own for each of
 * thousands of small files costs more than reading it.
 */
function readRegular(handle: number): Uint8Array {
  const stats = fstatSync(handle);
  if (!stats.isFile()) throw Object.assign(new Error('not a regular file'), { code: 'EISDIR' });
  const bytes = Buffer.allocUnsafe(stats.size);
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(handle, bytes, length, bytes.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

function refuseLink(target: string, relative: string): void {
  if (kindOf(target) === 'link') throw linkRefusal(relative);
}

function linkRefusal(relative: string): FileRefusal {
  return new FileRefusal('file-link', `${relative} is a link and is not followed`);
}

async function listEntries(root: string): Promise<readonly FileEntry[]> {
  const now = Date.now();
  const entries: FileEntry[] = [];
  const folders: string[] = [''];
  for (const folder of folders) {
    // Whoever sorts the whole of it finds it nearly sorted.
    for (const entry of readdirSync(path.join(root, folder)).sort()) {
      const relative = folder === '' ? entry : `${folder}/${entry}`;
      const found = statEntry(root, relative, now);
      if (!found) continue;
      entries.push(found);
      if (folder === '' && found.kind === 'folder') folders.push(relative);
      if (entries.length % entriesAtOnce === 0) await pauseNow();
    }
  }
  return entries;
}

/** Undefined when the entry went away in the meantime. */
function statEntry(root: string, relative: string, now: number): FileEntry | undefined {
  const stats = lstatSync(`${root}${path.sep}${relative}`, { throwIfNoEntry: false });
  if (!stats) return undefined;
  const { size } = stats;
  return { path: relative, kind: kindOfStats(stats), size, mark: markOf(stats, now) };
}

/** File systems count time in steps of up to two seconds. */
const longestTickMs = 2000;

/** Undefined where another write of the same length could leave all of it as it is. */
function markOf({ size, mtimeMs, ctimeMs, ino }: Stats, now: number): string | undefined {
  if (Math.max(mtimeMs, ctimeMs) + longestTickMs >= now) return undefined;
  // To write down a time costs more than to ask for it, and most files have one alone.
  return `${size} ${mtimeMs} ${ctimeMs === mtimeMs ? '' : ctimeMs} ${ino}`;
}

function kindOf(target: string): EntryKind | undefined {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  return stats && kindOfStats(stats);
}

function kindOfStats(stats: Stats): EntryKind {
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : 'other';
}
