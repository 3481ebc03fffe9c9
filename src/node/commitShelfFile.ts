import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CommitShelf } from '../core/commits/commitShelf.ts';
import { makeFolder } from './makeFolder.ts';

/**
 * The index of a repository's commits as a file.
 *
 * @param folder for things that can be made anew
 * @param topLevel of the repository
 */
export function createCommitShelfFile(folder: string, topLevel: string): CommitShelf {
  const name = createHash('sha256').update(topLevel).digest('hex').slice(0, 24);
  const place = path.join(folder, `${name}.txt`);
  return {
    read: () => Promise.resolve(readIfThere(place)),
    write: text => Promise.resolve(replace(folder, place, text)),
  };
}

function readIfThere(place: string): string | undefined {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    // It was not made yet, or may not be read: then it is made anew.
    return undefined;
  }
}

/** Whole or not at all, so that two processes cannot mix their lines. */
function replace(folder: string, place: string, text: string): void {
  const passing = `${place}.${process.pid}`;
  try {
    makeFolder(folder, 0o700);
    writeFileSync(passing, text, { mode: 0o600 });
    renameSync(passing, place);
  } catch {
    // A home that cannot be written to: the next time all is read again.
  }
}
