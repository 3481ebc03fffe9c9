import { closeSync, lstatSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A lock is held for the moment of a comparison and a renaming; an older one was left by a crash. */
const staleAgeMs = 10_000;
const longestWaitMs = 3000;
const longestStepMs = 20;

/**
 * Does something with a file while no other process of ours does: between looking at a file and
 * replacing it nobody gets in. Undefined when another one holds the lock for too long.
 */
export async function withLock<T>(target: string, action: () => T): Promise<T | undefined> {
  // Named like a temporary file, so that one which a crash leaves behind is swept away with them.
  const lock = path.join(path.dirname(target), `.${path.basename(target)}.000000000000.gantry-tmp`);
  const until = performance.now() + longestWaitMs;
  while (!takeLock(lock)) {
    if (performance.now() > until) return undefined;
    await wait(Math.random() * longestStepMs);
  }
  try {
    return action();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure;
    // On Windows a file that is about to vanish refuses to be made with a word of its own.
    const isHeld = failure.code === 'EEXIST' || (failure.code === 'EPERM' && isThere(lock));
    if (!isHeld) throw failure;
    removeStale(lock);
    return false;
  }
}

function isThere(lock: string): boolean {
  return lstatSync(lock, { throwIfNoEntry: false }) !== undefined;
}

function removeStale(lock: string): void {
  const stats = lstatSync(lock, { throwIfNoEntry: false });
  if (stats && stats.mtimeMs < Date.now() - staleAgeMs) rmSync(lock, { force: true });
}
