import { encodeUtf8 } from '../base/utf8.ts';
import type { Item } from '../model/plan.ts';
import type { PlanFile } from '../model/planFile.ts';
import type { Problem } from '../model/problem.ts';
import type { LoadedFile } from './loadedFile.ts';
import type { FileEntry } from './projectFiles.ts';

/** What was made of a file in which nothing was wrong. */
export interface CachedFile {
  readonly path: string;
  /** Of {@link FileEntry} when it was read. */
  readonly mark: string;
  /** Made each time that it is asked for, perhaps. */
  readonly text: string;
  readonly value: Item;
}

/**
 * What an earlier session made of the files, so that the next one need not read and parse them again.
 * It may be gone at any moment, and nothing but time depends on it.
 */
export interface ParseCache {
  /** By path. Empty when nothing is known; never throws. */
  read(): Promise<ReadonlyMap<string, CachedFile>>;
  /** Takes the place of all that was known. */
  write(files: readonly CachedFile[]): Promise<void>;
}

/** Fewer files than this are parsed sooner than a cache of all of them is written. */
const fewestNew = 50;

/** The files of a first look at a folder, as far as an earlier session knows them. */
export class CachedFiles {
  readonly #cache: ParseCache;
  readonly #files: ReadonlyMap<string, CachedFile>;

  private constructor(cache: ParseCache, files: ReadonlyMap<string, CachedFile>) {
    this.#cache = cache;
    this.#files = files;
  }

  static async open(cache: ParseCache): Promise<CachedFiles> {
    return new CachedFiles(cache, await cache.read());
  }

  /** The file as it was, where the disk says that it still is. */
  unchanged({ path, kind, mark }: FileEntry): LoadedFile | undefined {
    const known = kind === 'file' ? this.#files.get(path) : undefined;
    return known && known.mark === mark ? loadedOf(known) : undefined;
  }

  /** The file as it was, whose bytes are for the caller to compare: a checkout marks all files anew. */
  last(path: string): LoadedFile | undefined {
    const known = this.#files.get(path);
    return known && loadedOf(known);
  }

  /**
   * Writes down what is new, where that is worth it.
   *
   * @param marks of the entries of the files when they were read, by path
   */
  async renew(
    files: ReadonlyMap<string, LoadedFile>,
    marks: ReadonlyMap<string, string>,
  ): Promise<void> {
    let added = 0;
    for (const [path, mark] of marks) {
      const isNew = mark !== this.#files.get(path)?.mark;
      if (isNew && cachedOf(files.get(path), mark)) added++;
    }
    if (added < fewestNew) return;
    const all = [...files.values()].flatMap(file => cachedOf(file, marks.get(file.path)) ?? []);
    await this.#cache.write(all);
  }
}

/** Most files are never looked at as bytes or as text, so these are made when they are asked for. */
function loadedOf(known: CachedFile): LoadedFile {
  return new KnownFile(known);
}

/** One of thousands, which a start has to make: it holds no more than it needs. */
class KnownFile implements LoadedFile, PlanFile {
  readonly #known: CachedFile;
  #text: string | undefined;
  #bytes: Uint8Array | undefined;

  constructor(known: CachedFile) {
    this.#known = known;
  }

  get path(): string {
    return this.#known.path;
  }

  get id(): string {
    return this.#known.value.id;
  }

  get value(): Item {
    return this.#known.value;
  }

  get file(): PlanFile {
    return this;
  }

  get isWritable(): boolean {
    return true;
  }

  get problems(): readonly Problem[] {
    return nothingWrong;
  }

  get text(): string {
    return (this.#text ??= this.#known.text);
  }

  get bytes(): Uint8Array {
    return (this.#bytes ??= encodeUtf8(this.text));
  }
}

const nothingWrong: readonly Problem[] = [];

/** Items alone, of which there are many; what is wrong with a file is looked for anew. */
function cachedOf(
  loaded: LoadedFile | undefined,
  mark: string | undefined,
): CachedFile | undefined {
  if (!loaded) return undefined;
  const { path, file, value } = loaded;
  const { text, isWritable, isKept, problems } = file;
  if (mark === undefined || text === undefined || isKept || !isWritable) return undefined;
  if (problems.length > 0 || !value || !('kind' in value)) return undefined;
  return { path, mark, text, value };
}
