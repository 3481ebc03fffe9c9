import type { Pause } from '../base/pause.ts';
import type { Anchor } from '../model/anchor.ts';
import type { CodeNow, FileSince, FolderSince } from './codeNow.ts';
import type { ChangesSince, CodePast, PastFile } from './codePast.ts';
import { findArrivals, mostNewFiles, type Arrivals } from './findArrivals.ts';
import { isRange } from './findRange.ts';
import { createLineMap, sameLines, type LineMap } from './lineMap.ts';
import { readPastFiles } from './readPastFiles.ts';
import type { Resolution } from './resolution.ts';
import { asFolder, resolveAnchor } from './resolveAnchor.ts';
import { createSourceText, type SourceText } from './sourceText.ts';

/** Reads the code as it is now. Paths are relative to the workspace folder. */
export interface CodeReader {
  /** Undefined for what has no lines: nothing there, a folder, too large, no text. */
  readonly read: (path: string) => Promise<string | undefined>;
  readonly exists: (path: string) => Promise<boolean>;
}

/** A file that git does not hold yet is new in all of its lines. */
const allNew: LineMap = createLineMap([
  { oldStart: 0, oldCount: 0, newStart: 1, newCount: Number.MAX_SAFE_INTEGER },
]);

/** Where the code of many anchors is now. The answers are in the order of the anchors. */
export async function resolveAnchors(
  anchors: readonly Anchor[],
  reader: CodeReader,
  past: CodePast | undefined,
  pause?: Pause,
): Promise<readonly Resolution[]> {
  const world = new World({ reader, past, pause });
  const named = past ? await namedInFull(anchors, past) : anchors.map(withoutCommit);
  await world.look(named.map(({ path }) => path));
  if (past) world.files = await readPastFiles(named, world.existing, past);
  if (past) await followChanged(named, world, past);
  if (past) await followGone(named, world, past);
  if (past) await readRanges(named, world, past);
  await world.load(named.flatMap(anchor => world.pathsNow(anchor)));
  const first = await resolveEach(named, world);
  const missing = named.filter((_, i) => first[i]?.place === undefined);
  if (!past || missing.length === 0) return first;
  await loadArrivals(missing, world, past);
  const found = await resolveEach(missing, world);
  const second = new Map(missing.map((anchor, i) => [anchor, found[i]]));
  return named.flatMap((anchor, i) => second.get(anchor) ?? first[i] ?? []);
}

async function resolveEach(
  anchors: readonly Anchor[],
  world: World,
): Promise<readonly Resolution[]> {
  const found: Resolution[] = [];
  for (const anchor of anchors) {
    found.push(resolveAnchor(anchor, world));
    await world.pause?.();
  }
  return found;
}

interface Sources {
  readonly reader: CodeReader;
  readonly past: CodePast | undefined;
  readonly pause: Pause | undefined;
}

/** What has been read so far. */
class World implements CodeNow {
  files: ReadonlyMap<string, ChangesSince> = new Map();
  readonly existing = new Map<string, boolean>();
  all: ReadonlyMap<string, ChangesSince> = new Map();
  arrivals: ReadonlyMap<string, Arrivals> = new Map();
  readonly follows = new Map<string, FileSince>();
  readonly followsBack = new Map<string, FileSince>();
  readonly folders = new Map<string, FolderSince>();
  newFiles: ReadonlySet<string> = new Set();
  readonly then = new Map<string, SourceText>();
  readonly #texts = new Map<string, SourceText | undefined>();
  readonly #unseen = new Set<string>();
  readonly #reader: CodeReader;
  readonly #past: CodePast | undefined;
  readonly pause: Pause | undefined;

  constructor({ reader, past, pause }: Sources) {
    this.#reader = reader;
    this.#past = past;
    this.pause = pause;
  }

  /** Looks which paths are there. */
  async look(paths: readonly string[]): Promise<void> {
    const asked = [...new Set(paths)].filter(path => !this.existing.has(path));
    for (const path of asked) this.existing.set(path, await this.#reader.exists(path));
    await this.#lookBehind(asked.filter(path => !this.existing.get(path)));
  }

  async load(paths: readonly string[]): Promise<void> {
    const asked = [...new Set(paths)].filter(path => !this.#texts.has(path));
    for (const path of asked) {
      const text = await this.#reader.read(path);
      this.#texts.set(path, text === undefined ? undefined : createSourceText(text));
      await this.pause?.();
    }
    await this.look(asked.filter(path => !this.#texts.get(path)));
  }

  /** What is not in the working tree may be left out of it on purpose. */
  async #lookBehind(missing: readonly string[]): Promise<void> {
    if (!this.#past || missing.length === 0) return;
    for (const [path, text] of await this.#past.readLeftOut(missing)) {
      this.existing.set(path, true);
      if (text === undefined) this.#unseen.add(path);
      else this.#texts.set(path, createSourceText(text));
    }
  }

  pathsNow({ commit, path }: Anchor): readonly string[] {
    if (commit === undefined) return [path];
    const both = [this.since(commit, path)?.path, this.followed(commit, path)?.path];
    return [path, ...both.filter(each => each !== undefined)];
  }

  readonly text = (path: string): SourceText | undefined => this.#texts.get(path);

  readonly exists = (path: string): boolean =>
    this.existing.get(path) ?? this.#texts.get(path) !== undefined;

  readonly isUnseen = (path: string): boolean => this.#unseen.has(path);

  readonly since = (commit: string, path: string): ReturnType<CodeNow['since']> =>
    this.files.get(keyOf(commit, path))?.since(path);

  readonly linesSince = (commit: string, pathNow: string): LineMap | undefined =>
    this.newFiles.has(pathNow) ? allNew : this.all.get(commit)?.linesOf(pathNow);

  readonly newPaths = (): Iterable<string> => this.newFiles;

  readonly filesWith = (commit: string | undefined, line: string): readonly string[] =>
    commit === undefined ? [] : [...(this.arrivals.get(commit)?.get(line) ?? [])];

  readonly followed = (commit: string, path: string): FileSince | undefined =>
    this.follows.get(keyOf(commit, path));

  readonly folderSince = (commit: string, path: string): FolderSince | undefined =>
    this.folders.get(keyOf(commit, path));

  readonly textThen = (commit: string, path: string): SourceText | undefined =>
    this.then.get(keyOf(commit, path));

  readonly followedBack = (commit: string, path: string): FileSince | undefined =>
    this.followsBack.get(keyOf(commit, path));
}

function keyOf(commit: string, path: string): string {
  return `${commit}\0${path}`;
}

function withoutCommit(anchor: Anchor): Anchor {
  return anchor.commit === undefined ? anchor : { ...anchor, commit: undefined };
}

/** A commit that is not there any more, after a rebase or in a shallow clone, tells nothing. */
async function namedInFull(anchors: readonly Anchor[], past: CodePast): Promise<readonly Anchor[]> {
  const names = new Set(anchors.flatMap(({ commit }) => (commit === undefined ? [] : [commit])));
  const commits = await past.findCommits([...names]);
  return anchors.map(anchor => {
    const commit = anchor.commit === undefined ? undefined : commits.get(anchor.commit);
    return commit === anchor.commit ? anchor : { ...anchor, commit };
  });
}

/** The files that changed are followed from commit to commit. */
async function followChanged(
  anchors: readonly Anchor[],
  world: World,
  past: CodePast,
): Promise<void> {
  const files = new Map<string, PastFile>();
  for (const { commit, path, line } of anchors) {
    if (commit === undefined || line === undefined) continue;
    const since = world.since(commit, path);
    const isSame = since?.lines === sameLines && since.path === path;
    if (since && !isSame) files.set(keyOf(commit, path), { commit, path });
  }
  if (files.size === 0) return;
  const asked = [...files.values()];
  const [forward, back] = await Promise.all([
    past.follow(asked, 'forward'),
    past.follow(asked, 'back'),
  ]);
  for (const [i, key] of [...files.keys()].entries()) {
    const [there, again] = [forward[i], back[i]];
    if (there) world.follows.set(key, there);
    if (again) world.followsBack.set(key, again);
  }
}

/** What ranges said at their commits, of files that changed: how much of it is left is weighed. */
async function readRanges(anchors: readonly Anchor[], world: World, past: CodePast): Promise<void> {
  const files = new Map<string, PastFile>();
  for (const anchor of anchors) {
    const { commit, path } = anchor;
    if (commit === undefined || !isRange(anchor)) continue;
    const since = world.since(commit, path);
    if (since && since.lines !== sameLines) files.set(keyOf(commit, path), { commit, path });
  }
  if (files.size === 0) return;
  const texts = await past.textsOf([...files.values()]);
  for (const [i, key] of [...files.keys()].entries()) {
    const text = texts[i];
    if (text !== undefined) world.then.set(key, createSourceText(text));
    await world.pause?.();
  }
}

/** Whole files and folders that are gone, and of which no file is known, may be folders that moved. */
async function followGone(anchors: readonly Anchor[], world: World, past: CodePast): Promise<void> {
  const folders = new Map<string, PastFile>();
  for (const { commit, path, line, symbol, quote } of anchors) {
    const isWhole = line === undefined && symbol === undefined && quote === undefined;
    if (commit === undefined || !isWhole || world.exists(path)) continue;
    const folder = asFolder(path);
    if (!world.since(commit, path)) folders.set(keyOf(commit, folder), { commit, path: folder });
  }
  if (folders.size === 0) return;
  const found = await past.followFolders([...folders.values()]);
  for (const [i, key] of [...folders.keys()].entries()) {
    const folder = found[i];
    if (folder) world.folders.set(key, folder);
  }
  await world.look(found.flatMap(folder => folder?.path ?? []));
}

/** Looks through all lines that came since for those of the anchors that were not found. */
async function loadArrivals(
  missing: readonly Anchor[],
  world: World,
  past: CodePast,
): Promise<void> {
  const { arrivals, changes, newFiles } = await findArrivals(missing, past, async paths => {
    await world.load(paths);
    return world.text;
  });
  world.arrivals = arrivals;
  world.all = changes;
  const isGone = missing.some(({ commit, path }) => commit !== undefined && !world.exists(path));
  const unheld = newFiles.length === 0 && isGone ? await past.newFiles() : newFiles;
  world.newFiles = new Set(unheld.slice(0, mostNewFiles));
  const files = [...arrivals.values()].flatMap(lines => [...lines.values()]);
  await world.load([...world.newFiles, ...files.flatMap(each => [...each])]);
}
