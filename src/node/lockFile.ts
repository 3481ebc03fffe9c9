import { randomBytes } from 'node:crypto';
import {
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A lock is held for the moment of a comparison and a renaming; an older one is nobody's. */
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
    const file = openSync(lock, 'wx');
    try {
      writeSync(file, owner());
    } finally {
      closeSync(file);
    }
    return true;
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure;
    // On Windows a file that is about to vanish refuses to be made with a word of its own.
    const isHeld = failure.code === 'EEXIST' || (failure.code === 'EPERM' && isThere(lock));
    if (!isHeld) throw failure;
    if (isStale(lock)) takeAway(lock);
    return false;
  }
}

function isThere(lock: string): boolean {
  return lstatSync(lock, { throwIfNoEntry: false }) !== undefined;
}

const owner = (): string => `${process.pid} ${hostname()}`;

/** A lock is stale when its process is gone, or when it is older than any work takes. */
function isStale(lock: string): boolean {
  const stats = lstatSync(lock, { throwIfNoEntry: false });
  if (!stats) return false;
  return stats.mtimeMs < Date.now() - staleAgeMs || isAbandoned(readOwner(lock));
}

/** True for a process of this machine that runs no more; whether others run cannot be asked. */
function isAbandoned(text: string): boolean {
  const [, digits, host] = /^(\d+) (.+)$/.exec(text) ?? [];
  const id = Number(digits);
  if (digits === undefined || host !== hostname() || id === process.pid) return false;
  try {
    process.kill(id, 0);
    return false;
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'ESRCH';
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Several may find the same lock stale at once, and one of them may hold a new one already: it is
 * moved aside, looked at again, and put back where it turns out to be somebody's.
 */
function takeAway(lock: string): void {
  const aside = lock.replace(/0{12}/, randomBytes(6).toString('hex'));
  try {
    renameSync(lock, aside);
    if (!isStale(aside)) linkSync(aside, lock);
  } catch {
    // Somebody else was quicker.
  } finally {
    rmSync(aside, { force: true });
  }
}
