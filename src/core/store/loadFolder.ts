import type { Pause } from '../base/pause.ts';
import { areSameBytes } from '../base/utf8.ts';
import { tooLargeMessage } from '../format/decodeText.ts';
import { parsePlanFile } from '../format/parsePlanFile.ts';
import { maxFileBytes } from '../model/fileSize.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { ProblemCode } from '../model/problemCodes.ts';
import { failureProblem } from './fileRefusal.ts';
import { readTrashNotes, type TrashNote } from './trashNotes.ts';
import type { LoadedFile } from './loadedFile.ts';
import { CachedFiles, type ParseCache } from './parseCache.ts';
import { rightFolderName } from './nameTwins.ts';
import { isPlanFolderName, readPlanPath } from './planPath.ts';
import type { FileEntry, ProjectFiles } from './projectFiles.ts';

/** The plan folder as it was read. */
export interface LoadedFolder {
  readonly exists: boolean;
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Ids of removed items, with the newest file of each in the trash. */
  readonly trash: ReadonlyMap<string, string>;
  /** By path, of the files in `trash`. */
  readonly trashNotes: ReadonlyMap<string, TrashNote>;
  /** What is wrong with the folder as a whole. */
  readonly problems: readonly Problem[];
  /** Of the entries of files when these were read, by path. It goes over to the next look. */
  readonly marks: Map<string, string>;
}

export function noFolder(): LoadedFolder {
  return {
    exists: false,
    files: new Map(),
    trash: new Map(),
    trashNotes: new Map(),
    problems: [],
    marks: new Map(),
  };
}

export interface LoadOptions {
  /** Called after each file. */
  readonly pause?: Pause | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Asked at the first look at a folder. */
  readonly cache?: ParseCache | undefined;
}

/** How many files are read at once: enough to hide the latency of a remote disk. */
const readsAtOnce = 32;

/**
 * Reads the plan folder. Never fails: what cannot be read is a problem of that file alone. Files
 * whose bytes are those of `before`, or of which the disk says so, are taken from there. With `only`, files outside of it that
 * were there before are trusted without being read again.
 */
export async function loadFolder(
  files: ProjectFiles,
  before: LoadedFolder,
  options: LoadOptions,
  only?: ReadonlySet<string>,
): Promise<LoadedFolder> {
  const unfinished = (await files.journal?.recover()) ?? [];
  let entries: readonly FileEntry[] | undefined;
  try {
    entries = await files.list();
  } catch (failure) {
    const problem = failureProblem(failure, 'file-unreadable', undefined);
    return { ...noFolder(), exists: true, problems: [problem] };
  }
  if (!entries) return noFolder();
  const cached = options.cache && !before.exists && (await CachedFiles.open(options.cache));
  const loaded = new Map<string, LoadedFile>();
  const marks = new Map<string, string>();
  const trash = new Map<string, string>();
  const toRead: FileEntry[] = [];
  for (const entry of entries) {
    // What its path means was known when it was read.
    const unchanged = cached ? cached.unchanged(entry) : unchangedSince(before, entry);
    if (unchanged) {
      loaded.set(entry.path, unchanged);
      marks.set(entry.path, entry.mark ?? '');
      continue;
    }
    const place = readPlanPath(entry.path);
    if (place.kind === 'trash' && entry.kind === 'file') keepNewest(trash, place.id, entry.path);
    const unread = unreadEntry(entry);
    const known = before.files.get(entry.path);
    if (unread) loaded.set(entry.path, unread);
    else if (place.kind === 'other' || place.kind === 'trash') continue;
    else if (only && known?.bytes?.length === entry.size && !only.has(entry.path)) {
      loaded.set(entry.path, known);
    } else toRead.push(entry);
  }
  await readAll({ files, before, options, cached: cached || undefined }, toRead, { loaded, marks });
  const newest = new Set(trash.values());
  const removed = entries.filter(({ path }) => newest.has(path));
  const trashNotes = await readTrashNotes(files, removed, before.trashNotes);
  if (cached) void renew(cached, loaded, marks);
  const sorted = sortedByPath(loaded);
  return { exists: true, files: sorted, trash, trashNotes, problems: unfinished, marks };
}

/** The file as it is known, where the disk says that nobody touched it since it was read. */
function unchangedSince(
  { files, marks }: LoadedFolder,
  { path, kind, mark }: FileEntry,
): LoadedFile | undefined {
  return kind === 'file' && mark !== undefined && marks.get(path) === mark
    ? files.get(path)
    : undefined;
}

/** Nobody waits for it, and what cannot be written down is parsed again. */
async function renew(
  cached: CachedFiles,
  loaded: ReadonlyMap<string, LoadedFile>,
  marks: ReadonlyMap<string, string>,
): Promise<void> {
  try {
    await cached.renew(loaded, marks);
  } catch {
    // A start without a cache is slower and no different.
  }
}

/**
 * Reads these paths alone, without listing the folder. Undefined when that is not enough to know the
 * truth: then the whole folder has to be looked at.
 */
export async function loadPaths(
  files: ProjectFiles,
  before: LoadedFolder,
  paths: Iterable<string>,
): Promise<LoadedFolder | undefined> {
  const problems = (await files.journal?.recover()) ?? before.problems;
  const loaded = new Map(before.files);
  let isNew = false;
  for (const path of paths) {
    before.marks.delete(path);
    const next = await readOne(files, path, before.files.get(path));
    if (next && next.bytes === undefined) return undefined;
    if (next) {
      isNew ||= !loaded.has(path);
      loaded.set(path, next);
    } else loaded.delete(path);
  }
  return { ...before, exists: true, files: isNew ? sortedByPath(loaded) : loaded, problems };
}

function misnamedFile(path: string, advice: string): LoadedFile {
  const message = `${path} is not read as part of the plan; ${advice}`;
  const { file, ...rest } = unreadFile(path, createProblem('file-name', message, { file: path }));
  return { ...rest, file: { ...file, id: undefined } };
}

/** What a path without usable bytes stands for. */
export function unreadFile(path: string, problem: Problem): LoadedFile {
  const place = readPlanPath(path);
  const id = 'id' in place ? place.id : undefined;
  const items = id === undefined ? [] : [id];
  return {
    path,
    bytes: undefined,
    value: undefined,
    file: { path, id, text: undefined, isWritable: false, problems: [{ ...problem, items }] },
  };
}

/** Parses the bytes, unless they are those of `before`. */
export function parseLoaded(
  path: string,
  bytes: Uint8Array,
  before: LoadedFile | undefined,
): LoadedFile {
  if (before && areSameBytes(before.bytes, bytes)) return before;
  const { file, value } = parsePlanFile(path, bytes);
  return { path, bytes, file, value };
}

interface Reading {
  readonly files: ProjectFiles;
  readonly before: LoadedFolder;
  readonly options: LoadOptions;
  readonly cached: CachedFiles | undefined;
}

async function readAll(
  { files, before, options, cached }: Reading,
  entries: readonly FileEntry[],
  into: { readonly loaded: Map<string, LoadedFile>; readonly marks: Map<string, string> },
): Promise<void> {
  for (let from = 0; from < entries.length; from += readsAtOnce) {
    const slice = entries.slice(from, from + readsAtOnce);
    const reads = await Promise.all(slice.map(({ path }) => readBytes(files, path)));
    for (const [i, { path, mark }] of slice.entries()) {
      const loaded = understand(path, reads[i], before.files.get(path), cached?.last(path));
      if (loaded) into.loaded.set(path, loaded);
      // What could not be read is tried again.
      if (loaded?.bytes && mark !== undefined) into.marks.set(path, mark);
      await options.pause?.();
    }
    options.onProgress?.(Math.min(from + readsAtOnce, entries.length), entries.length);
  }
}

async function readOne(
  files: ProjectFiles,
  path: string,
  before: LoadedFile | undefined,
): Promise<LoadedFile | undefined> {
  return understand(path, await readBytes(files, path), before);
}

type Read = { readonly bytes: Uint8Array | undefined } | { readonly failure: unknown };

async function readBytes(files: ProjectFiles, path: string): Promise<Read> {
  try {
    return { bytes: await files.read(path) };
  } catch (failure) {
    return { failure };
  }
}

/** @param parsed what bytes were parsed to before, in another session perhaps */
function understand(
  path: string,
  read: Read | undefined,
  before: LoadedFile | undefined,
  parsed = before,
): LoadedFile | undefined {
  if (!read) return undefined;
  if ('failure' in read) {
    const problem = failureProblem(read.failure, 'file-unreadable', path);
    return keepValue(unreadFile(path, problem), before);
  }
  return read.bytes && keepValue(parseLoaded(path, read.bytes, parsed), before);
}

/**
 * While a file is broken for a moment, in the middle of a keystroke or of a merge, the plan goes on
 * with what it said last.
 */
function keepValue(loaded: LoadedFile, before: LoadedFile | undefined): LoadedFile {
  if (loaded === before || loaded.value !== undefined || before?.value === undefined) return loaded;
  const { path, file } = loaded;
  const message = `${path} cannot be read, so the plan goes on with what it said before; mend the file`;
  const items = file.id === undefined ? [] : [file.id];
  const told = createProblem('file-kept', message, { file: path, items });
  return {
    ...loaded,
    value: before.value,
    file: { ...file, isKept: true, problems: [...file.problems, told] },
  };
}

/** The finding on an entry that must not be read at all; undefined when it may. */
function unreadEntry({ path, kind, size }: FileEntry): LoadedFile | undefined {
  const place = readPlanPath(path);
  if (isPlanFolderName(path)) return kind === 'folder' ? undefined : misplacedFolder(path, kind);
  const rightName = kind === 'folder' ? rightFolderName(path) : undefined;
  if (rightName !== undefined) return misnamedFile(path, `rename the folder to ${rightName}`);
  if (kind === 'link' && isFolderInside(path)) return misplacedFolder(path, kind);
  if (place.kind === 'other' || place.kind === 'trash') return undefined;
  if (place.kind === 'misnamed') return misnamedFile(path, place.reason);
  if (kind === 'file' && size <= maxFileBytes) return undefined;
  const [code, message] = refusal(path, kind, size);
  return unreadFile(path, createProblem(code, message, { file: path }));
}

function refusal(
  path: string,
  kind: FileEntry['kind'],
  size: number,
): readonly [ProblemCode, string] {
  switch (kind) {
    case 'file':
      return ['file-too-large', tooLargeMessage(size)];
    case 'folder':
      return ['file-is-folder', `${path} is a folder; rename it, because an item is a file`];
    case 'link':
      return [
        'file-link',
        `${path} is a link and is not followed; put the file itself in its place`,
      ];
    case 'other':
      return ['file-unreadable', `${path} is not a regular file and is not read`];
  }
}

/** True below an item folder, where a name without an ending can only be that of a folder. */
function isFolderInside(path: string): boolean {
  const [folder = '', name = ''] = path.split('/');
  return isPlanFolderName(folder) && name !== '' && !name.includes('.');
}

function misplacedFolder(path: string, kind: FileEntry['kind']): LoadedFile {
  const [code, message]: readonly [ProblemCode, string] =
    kind === 'link'
      ? [
          'folder-link',
          `${path} is a link and is not followed; put a folder in its place or take it away`,
        ]
      : ['folder-is-file', `${path} is a file; move it away, because items are kept in a folder`];
  return unreadFile(path, createProblem(code, message, { file: path }));
}

/** `T-7KQ3.2.yaml` was removed after `T-7KQ3.yaml`. */
function keepNewest(trash: Map<string, string>, id: string, path: string): void {
  const known = trash.get(id);
  const isNewer =
    known === undefined ||
    path.length > known.length ||
    (path.length === known.length && path > known);
  if (isNewer) trash.set(id, path);
}

function sortedByPath(files: ReadonlyMap<string, LoadedFile>): ReadonlyMap<string, LoadedFile> {
  const sorted = new Map<string, LoadedFile>();
  for (const path of [...files.keys()].sort()) {
    const file = files.get(path);
    if (file) sorted.set(path, file);
  }
  return sorted;
}
