import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  utimesSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Whoever works for longer than a moment says so in between; an older lock is nobody's. */
const staleAgeMs = 10_000;
const keepEveryMs = 1000;
/** Signing follows making at once; a lock that has none after so long was left between the two. */
const unsignedAgeMs = 500;
/** Longer than a lock of a lost process is waited for. */
const longestWaitMs = staleAgeMs + 2000;
const longestStepMs = 20;
/** What signs a lock is a line. */
const longestOwner = 512;

/**
 * Does something with a file while no other process of ours does: between looking at a file and
 * replacing it nobody gets in. Undefined when another one holds the lock for too long.
 */
export async function withLock<T>(target: string, action: () => T): Promise<T | undefined> {
  const lock = await holdLock(target, longestWaitMs);
  if (!lock) return undefined;
  try {
    return action();
  } finally {
    lock.release();
  }
}

/** A lock for work that takes a while. */
export interface HeldLock {
  /** To be called now and then, so that nobody takes the lock for one that a crash left behind. */
  keep(): void;
  release(): void;
}

/** Undefined when another process holds the lock for longer than we are willing to wait. */
export async function holdLock(target: string, waitMs: number): Promise<HeldLock | undefined> {
  // Named like a temporary file, so that one which a crash leaves behind is swept away with them.
  const lock = path.join(path.dirname(target), `.${path.basename(target)}.000000000000.gantry-tmp`);
  const until = performance.now() + waitMs;
  while (!takeLock(lock)) {
    if (performance.now() > until) return undefined;
    await wait(Math.random() * longestStepMs);
  }
  let keptAt = performance.now();
  return {
    keep() {
      if (performance.now() < keptAt + keepEveryMs) return;
      keptAt = performance.now();
      refresh(lock);
    },
    release() {
      // After a long sleep it may be another one's; where the disk does not say, it is ours.
      const text = readOwner(lock);
      if (text === '' || text === owner()) release(lock);
    },
  };
}

function refresh(lock: string): void {
  try {
    const now = new Date();
    utimesSync(lock, now, now);
  } catch {
    // Then others may take it over in a while; every write compares what it replaces all the same.
  }
}

/** Locks of ours that the disk refused to take away: nobody holds them any more. */
const unreleased = new Set<string>();

/** What was done under the lock is done: that it stays behind is no failure of it. */
function release(lock: string): void {
  try {
    rmSync(lock, { force: true });
    unreleased.delete(lock);
  } catch {
    unreleased.add(lock);
  }
}

function takeLock(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    sign(lock, file);
    return true;
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure;
    // On Windows a file that is about to vanish refuses to be made with a word of its own.
    const isHeld = failure.code === 'EEXIST' || (failure.code === 'EPERM' && isThere(lock));
    if (!isHeld) throw failure;
    if (isStale(lock, lock)) takeAway(lock);
    return false;
  }
}

/** A lock that cannot be signed is none. */
function sign(lock: string, file: number): void {
  try {
    try {
      writeSync(file, owner());
    } finally {
      closeSync(file);
    }
  } catch (failure) {
    release(lock);
    throw failure;
  }
}

export function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

let ownName: string | undefined;

/** What this process signs with, always the same: it knows its own locks by it. */
function owner(): string {
  if (ownName !== undefined) return ownName;
  const startedAt = startOf(process.pid);
  ownName = `${process.pid} ${hostname()}${startedAt === undefined ? '' : ` @${startedAt}`}`;
  return ownName;
}

/**
 * When a process began, in a measure of the system's own, by which it is told from an older one with
 * the same number. Undefined where the system does not tell, or there is no such process.
 */
function startOf(id: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The name, in brackets, may hold anything; the start is the twentieth field behind it.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/**
 * A lock is stale when its process is gone, when it is older than any work takes, or when we could
 * not take it away ourselves. What is no file is no lock: a repository may bring links and folders of
 * any name. `file` is where it lies now.
 */
function isStale(file: string, lock: string): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats) return false;
  if (!stats.isFile() || unreleased.has(lock)) return true;
  const text = readOwner(file);
  const limitMs = text === '' ? unsignedAgeMs : staleAgeMs;
  const isOld = stats.mtimeMs < Date.now() - limitMs || isUnchangedFor(lock, stats, limitMs);
  return isOld || isAbandoned(text);
}

/** When we first saw each lock as it is: other machines' clocks may be ahead of ours by any time. */
const seen = new Map<string, { readonly mark: string; readonly at: number }>();

function isUnchangedFor(lock: string, { ino, mtimeMs }: Stats, limitMs: number): boolean {
  const mark = `${ino} ${mtimeMs}`;
  const known = seen.get(lock);
  if (known?.mark === mark) return performance.now() > known.at + limitMs;
  seen.set(lock, { mark, at: performance.now() });
  return false;
}

/** True for a process of this machine that runs no more; whether others run cannot be asked. */
function isAbandoned(text: string): boolean {
  const [, digits, host, startedAt] = /^(\d+) (.+?)(?: @(\d+))?$/.exec(text) ?? [];
  const id = Number(digits);
  if (digits === undefined || host !== hostname()) return false;
  const present = startedAt === undefined ? undefined : startOf(id);
  if (present !== undefined && present !== startedAt) return true;
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return false;
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'ESRCH';
  }
}

function readOwner(file: string): string {
  try {
    const handle = openSync(file, ownerFlags);
    try {
      if (!fstatSync(handle).isFile()) return '';
      const bytes = Buffer.alloc(longestOwner);
      return bytes.toString('utf8', 0, readSync(handle, bytes, 0, longestOwner, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return '';
  }
}

/** Neither a link nor what waits for a writer is opened, where the system knows how. */
const ownerFlags =
  constants.O_RDONLY |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0) |
  ((constants.O_NONBLOCK as number | undefined) ?? 0);

/**
 * Several may find the same lock stale at once, and one of them may hold a new one already: it is
 * moved aside, looked at again, and put back where it turns out to be somebody's.
 */
function takeAway(lock: string): void {
  const aside = lock.replace(/0{12}/, randomBytes(6).toString('hex'));
  try {
    renameSync(lock, aside);
    if (isStale(aside, lock)) unreleased.delete(lock);
    else copyFileSync(aside, lock, constants.COPYFILE_EXCL);
  } catch {
    // Somebody else was quicker.
  } finally {
    removeAside(aside);
  }
}

/** A folder stays aside, with whatever somebody put into it. */
function removeAside(aside: string): void {
  try {
    rmSync(aside, { force: true });
  } catch {
    // It is in nobody's way there.
  }
}
