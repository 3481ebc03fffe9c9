import { encodeUtf8 } from '../base/utf8.ts';
import type { Item } from '../model/plan.ts';
import type { LoadedFile } from './loadedFile.ts';
import type { FileEntry } from './projectFiles.ts';

/** What was made of a file in which nothing was wrong. */
export interface CachedFile {
  readonly path: string;
  /** Of {@link FileEntry} when it was read. */
  readonly mark: string;
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
  async renew(files: Iterable<LoadedFile>, marks: ReadonlyMap<string, string>): Promise<void> {
    const all = [...files].flatMap(loaded => cachedOf(loaded, marks.get(loaded.path)) ?? []);
    const added = all.filter(({ path, mark }) => mark !== this.#files.get(path)?.mark);
    if (added.length >= fewestNew) await this.#cache.write(all);
  }
}

/** Most files are never looked at as bytes, so these are made when they are asked for. */
function loadedOf({ path, text, value }: CachedFile): LoadedFile {
  const file = { path, id: value.id, text, isWritable: true, problems: [] };
  let bytes: Uint8Array | undefined;
  return {
    path,
    get bytes() {
      bytes ??= encodeUtf8(text);
      return bytes;
    },
    file,
    value,
  };
}

/** Items alone, of which there are many; what is wrong with a file is looked for anew. */
function cachedOf(
  { path, file, value }: LoadedFile,
  mark: string | undefined,
): CachedFile | undefined {
  const { text, isWritable, isKept, problems } = file;
  if (mark === undefined || text === undefined || isKept || !isWritable) return undefined;
  if (problems.length > 0 || !value || !('kind' in value)) return undefined;
  return { path, mark, text, value };
}
