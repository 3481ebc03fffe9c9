import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  utimesSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  isAbandoned,
  isSignedHere,
  readSignature,
  signLock,
  tellSigner,
  type LockSignature,
} from './lockSignature.ts';

/** Whoever works for longer than a moment says so in between; an older lock is nobody's. */
const staleAgeMs = 10_000;
const keepEveryMs = 1000;
/**
 * Signing follows making at once; a lock that has none after so long was left between the two, or
 * came with a repository.
 */
const unsignedAgeMs = 500;
/** Longer than a lock of a lost process is waited for. */
const longestWaitMs = staleAgeMs + 2000;
const longestStepMs = 20;
/** Whoever waits longer is told for whom. */
const quietMs = 1000;

/** Tells of a wait that is no mere moment: who holds the lock, in words. */
export type TellWait = (holder: string) => void;

/**
 * Does something with a file while no other process of ours does: between looking at a file and
 * replacing it nobody gets in. Undefined when another one holds the lock for too long.
 */
export async function withLock<T>(
  target: string,
  action: () => T,
  tell?: TellWait,
): Promise<T | undefined> {
  const lock = await holdLock(target, longestWaitMs, tell);
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
export async function holdLock(
  target: string,
  waitMs: number,
  tell?: TellWait,
): Promise<HeldLock | undefined> {
  const lock = lockOf(target);
  const startedAt = performance.now();
  let isTold = tell === undefined;
  let signed = takeLock(lock);
  for (; signed === undefined; signed = takeLock(lock)) {
    const waitedMs = performance.now() - startedAt;
    if (waitedMs > waitMs) return undefined;
    if (!isTold && waitedMs > quietMs) {
      isTold = true;
      tell?.(holderOf(target));
    }
    await wait(Math.random() * longestStepMs);
  }
  return heldLock(lock, signed);
}

/** Who holds the lock of a file now, in words that hold nothing but a number and a name. */
export function holderOf(target: string): string {
  return tellSigner(readSignature(lockOf(target)));
}

/** Named like a temporary file, so that one which a crash leaves behind is swept away with them. */
function lockOf(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.000000000000.gantry-tmp`);
}

function heldLock(lock: string, first: string): HeldLock {
  let signed = first;
  let keptAt = performance.now();
  return {
    keep() {
      if (performance.now() < keptAt + keepEveryMs) return;
      keptAt = performance.now();
      signed = refresh(lock, signed);
    },
    release() {
      // After a long sleep it may be another one's; where the disk does not say, it is ours.
      const { text } = readSignature(lock);
      if (text === '' || text === signed) release(lock);
    },
  };
}

/** Signs a lock of ours anew, and with that makes it young. */
function refresh(lock: string, signed: string): string {
  try {
    if (readSignature(lock).text !== signed) return signed;
    const file = openSync(lock, refreshFlags);
    try {
      return signLock(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Then others may take it over in a while; every write compares what it replaces all the same.
    return signed;
  }
}

/** What is there is written over; a link that came into its place is not followed. */
const refreshFlags = constants.O_RDWR | ((constants.O_NOFOLLOW as number | undefined) ?? 0);

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

/** What it was signed with; undefined where somebody holds it. */
function takeLock(lock: string): string | undefined {
  try {
    return sign(lock, openSync(lock, 'wx'));
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure;
    // On Windows a file that is about to vanish refuses to be made with a word of its own.
    const isHeld = failure.code === 'EEXIST' || (failure.code === 'EPERM' && isThere(lock));
    if (!isHeld) throw failure;
    if (isStale(lock, lock)) takeAway(lock);
    return undefined;
  }
}

/** A lock that cannot be signed is none. */
function sign(lock: string, file: number): string {
  try {
    try {
      return signLock(file);
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

/**
 * A lock is stale when its process is gone, when it is older than any work takes, or when we could
 * not take it away ourselves. One that was not signed where it lies is nobody's: a repository may
 * bring files, links and folders of any name. `file` is where it lies now.
 */
function isStale(file: string, lock: string): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats) return false;
  if (!stats.isFile() || unreleased.has(lock)) return true;
  const signature = readSignature(file);
  const limitMs = limitOf(signature, stats);
  const isOld = stats.mtimeMs < Date.now() - limitMs || isUnchangedFor(lock, stats, limitMs);
  return isOld || isAbandoned(signature);
}

function limitOf(signature: LockSignature, { mtimeMs }: Stats): number {
  return isSignedHere(signature, mtimeMs) ? staleAgeMs : unsignedAgeMs;
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

/**
 * Several may find the same lock stale at once, and one of them may hold a new one already: it is
 * moved aside, looked at again, and put back where it turns out to be somebody's.
 */
function takeAway(lock: string): void {
  const aside = lock.replace(/0{12}/, randomBytes(6).toString('hex'));
  try {
    renameSync(lock, aside);
    if (isStale(aside, lock)) unreleased.delete(lock);
    else putBack(aside, lock);
  } catch {
    // Somebody else was quicker.
  } finally {
    removeAside(aside);
  }
}

/** With its times, which are a part of its signature. */
function putBack(aside: string, lock: string): void {
  const { atime, mtime } = lstatSync(aside);
  copyFileSync(aside, lock, constants.COPYFILE_EXCL);
  utimesSync(lock, atime, mtime);
}

/** A folder stays aside, with whatever somebody put into it. */
function removeAside(aside: string): void {
  try {
    rmSync(aside, { force: true });
  } catch {
    // It is in nobody's way there.
  }
}
