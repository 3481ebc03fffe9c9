import os from 'node:os';
import path from 'node:path';
import type { CommitShelf } from '../core/commits/commitShelf.ts';
import { createCommitShelfFile } from '../node/commitShelfFile.ts';
import type { CliContext } from './cliCommand.ts';

/** The index of a repository's commits, in the folder for things that can be made anew. */
export function createCommitShelf(topLevel: string, { host }: CliContext): CommitShelf {
  const folder = path.join(cacheFolder(host.environment), 'gantry', 'commits');
  return createCommitShelfFile(folder, topLevel);
}

function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local, HOME: home } = environment;
  if (xdg !== undefined && path.isAbsolute(xdg)) return xdg;
  if (local !== undefined && path.isAbsolute(local)) return local;
  return path.join(home ?? os.tmpdir(), '.cache');
}
