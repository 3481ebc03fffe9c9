import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CommitShelf } from '../git/updateCommitIndex.ts';
import type { CliContext } from './cliCommand.ts';

/** The index of a repository's commits, in the folder for things that can be made anew. */
export function createCommitShelf(gitFolder: string, { host }: CliContext): CommitShelf {
  const name = createHash('sha256').update(gitFolder).digest('hex').slice(0, 24);
  const folder = path.join(cacheFolder(host.environment), 'gantry', 'commits');
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
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(passing, text, { mode: 0o600 });
    renameSync(passing, place);
  } catch {
    // A home that cannot be written to: the next time all is read again.
  }
}

function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local, HOME: home } = environment;
  if (xdg !== undefined && path.isAbsolute(xdg)) return xdg;
  if (local !== undefined && path.isAbsolute(local)) return local;
  return path.join(home ?? os.tmpdir(), '.cache');
}
