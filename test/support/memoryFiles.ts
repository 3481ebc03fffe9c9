import type { EntryKind, FileEntry, ProjectFiles } from '../../src/core/store/projectFiles.ts';
import { areSameBytes, encodeUtf8 } from '../../src/core/base/utf8.ts';

/** What a path holds in memory: bytes, or something that is no regular file. */
type Content = Uint8Array | Exclude<EntryKind, 'file'>;

/** The plan folder in memory, with ways to change it from outside and to make the disk fail. */
export interface MemoryFiles extends ProjectFiles {
  /** Changes a file from outside; undefined takes it away. Watchers are told when `tell` is called. */
  set(path: string, text: string | Uint8Array | undefined): void;
  /** Puts something in a path that is no regular file. */
  setKind(path: string, kind: Exclude<EntryKind, 'file'>): void;
  /** The text of a file; undefined when it is not there. */
  text(path: string): string | undefined;
  /** All file paths, sorted. */
  paths(): readonly string[];
  /** Tells the watchers. */
  tell(paths?: readonly string[]): void;
  /** Called before each access; what it throws is what the disk says. */
  fault: ((operation: 'list' | 'read' | 'write' | 'move', path: string) => void) | undefined;
  /** How often each operation was called, for tests of what is read again. */
  readonly calls: { readonly reads: string[]; lists: number };
}

/** @param texts the files by path; undefined: there is no plan folder */
export function memoryFiles(texts?: Readonly<Record<string, string>>): MemoryFiles {
  const contents = new Map<string, Content>();
  const listeners = new Set<(paths: readonly string[]) => void>();
  let exists = texts !== undefined;
  for (const [path, text] of Object.entries(texts ?? {})) contents.set(path, encodeUtf8(text));
  const read = (path: string): Uint8Array | undefined => {
    const content = contents.get(path);
    if (typeof content === 'string') throw Object.assign(new Error('no file'), { code: 'EISDIR' });
    return content;
  };
  const memory: MemoryFiles = {
    fault: undefined,
    calls: { reads: [], lists: 0 },
    async list() {
      await Promise.resolve();
      memory.fault?.('list', '');
      memory.calls.lists++;
      return exists ? [...contents].map(([path, content]) => entryOf(path, content)) : undefined;
    },
    async read(path) {
      await Promise.resolve();
      memory.fault?.('read', path);
      memory.calls.reads.push(path);
      return read(path)?.slice();
    },
    async write(path, bytes, expected) {
      await Promise.resolve();
      memory.fault?.('write', path);
      if (!areSameBytes(read(path), expected)) return false;
      exists = true;
      contents.set(path, bytes.slice());
      return true;
    },
    async move(from, to) {
      await Promise.resolve();
      memory.fault?.('move', from);
      const content = contents.get(from);
      if (contents.has(to) || content === undefined) return false;
      contents.delete(from);
      contents.set(to, content);
      return true;
    },
    watch(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    set(path, content) {
      exists = true;
      if (content === undefined) contents.delete(path);
      else contents.set(path, typeof content === 'string' ? encodeUtf8(content) : content);
    },
    setKind(path, kind) {
      exists = true;
      contents.set(path, kind);
    },
    text(path) {
      const content = contents.get(path);
      if (content === undefined || typeof content === 'string') return undefined;
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
    },
    paths: () => [...contents.keys()].sort(),
    tell(paths = []) {
      for (const listener of [...listeners]) listener(paths);
    },
  };
  return memory;
}

function entryOf(path: string, content: Content): FileEntry {
  return typeof content === 'string'
    ? { path, kind: content, size: 0 }
    : { path, kind: 'file', size: content.length };
}

/** A disk failure with the code that Node gives it. */
export function diskFailure(code: string): Error {
  return Object.assign(new Error(`${code}: the disk of the test refuses`), { code });
}
