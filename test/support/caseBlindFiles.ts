import type { ProjectFiles } from '../../src/core/store/projectFiles.ts';
import type { MemoryFiles } from './memoryFiles.ts';

/** A disk as of macOS or Windows: a name finds a file in any case, and keeps the case it was made in. */
export function caseBlindFiles(memory: MemoryFiles): ProjectFiles {
  const known = (path: string): string => {
    const lower = path.toLowerCase();
    const exact = memory.paths().find(each => each.toLowerCase() === lower);
    if (exact !== undefined) return exact;
    // A folder that is there in another case takes the file in.
    const folder = lower.slice(0, lower.indexOf('/') + 1);
    const neighbour = memory.paths().find(each => each.toLowerCase().startsWith(folder));
    return folder === '' || neighbour === undefined
      ? path
      : neighbour.slice(0, folder.length) + path.slice(folder.length);
  };
  return {
    async list() {
      const entries = await memory.list();
      const folders = new Set(
        (entries ?? []).map(({ path }) => path.slice(0, Math.max(0, path.indexOf('/')))),
      );
      folders.delete('');
      return (
        entries && [
          ...entries,
          ...[...folders].map(path => ({ path, kind: 'folder' as const, size: 0 })),
        ]
      );
    },
    read: path => memory.read(known(path)),
    write: (path, bytes, expected) => memory.write(known(path), bytes, expected),
    move: (from, to) => memory.move(known(from), known(to)),
    watch: listener => memory.watch(listener),
  };
}
