import type { PlanFile } from '../model/planFile.ts';
import type { LoadedFile } from './loadedFile.ts';

/**
 * The files of a folder as everybody but the store sees them. A view, because a map of its own for
 * ten thousand files would cost more than the edit of one of them.
 */
export function filesOf(loaded: ReadonlyMap<string, LoadedFile>): ReadonlyMap<string, PlanFile> {
  return new FileView(loaded);
}

class FileView implements ReadonlyMap<string, PlanFile> {
  readonly #loaded: ReadonlyMap<string, LoadedFile>;

  constructor(loaded: ReadonlyMap<string, LoadedFile>) {
    this.#loaded = loaded;
  }

  get size(): number {
    return this.#loaded.size;
  }

  get(path: string): PlanFile | undefined {
    return this.#loaded.get(path)?.file;
  }

  has(path: string): boolean {
    return this.#loaded.has(path);
  }

  keys(): MapIterator<string> {
    return this.#loaded.keys();
  }

  *values(): MapIterator<PlanFile> {
    for (const { file } of this.#loaded.values()) yield file;
  }

  *entries(): MapIterator<[string, PlanFile]> {
    for (const [path, { file }] of this.#loaded) yield [path, file];
  }

  [Symbol.iterator](): MapIterator<[string, PlanFile]> {
    return this.entries();
  }

  forEach(
    visit: (file: PlanFile, path: string, files: ReadonlyMap<string, PlanFile>) => void,
  ): void {
    for (const [path, file] of this) visit(file, path, this);
  }
}
