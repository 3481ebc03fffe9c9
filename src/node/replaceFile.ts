import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FileRefusal } from '../core/store/fileRefusal.ts';
import { holderOf, withLock, type TellWait } from './lockFile.ts';

/** Between `.` and the random part stands the file's name, so that strays tell where they belong. */
export const strayPattern = /^\..+\.[0-9a-f]{12}\.gantry-tmp$/;

/** On Windows a scanner or an indexer holds files for a moment: try again, ever slower. */
const retryCodes = new Set(['EPERM', 'EACCES', 'EBUSY']);
const retryForMs = 3000;
const longestStepMs = 100;

export interface ReplaceConditions {
  /** Asked right before the replacement; false leaves everything as it is. */
  readonly isSame: () => boolean;
  /** The file must not be there yet. */
  readonly isNew: boolean;
  readonly tellWait?: TellWait | undefined;
}

/**
 * Puts a file in place, whole or not at all: a temporary file beside it, flushed to the disk, then
 * renamed over it. After a loss of power the old file may be back, but never a part of the new one.
 * Answers false when the condition no longer holds.
 */
export async function replaceFile(
  target: string,
  bytes: Uint8Array,
  conditions: ReplaceConditions,
): Promise<boolean> {
  const before = lstatSync(target, { throwIfNoEntry: false });
  if (before?.isFile() && (before.mode & 0o222) === 0) throw readOnlyRefusal();
  const temporary = strayBeside(target);
  try {
    writeWhole(temporary, () => bytes);
    if (before) chmodSync(temporary, before.mode & 0o777);
    return conditions.isNew
      ? putWithoutReplacing(temporary, target)
      : await renameOver(temporary, target, conditions);
  } finally {
    removeStray(temporary);
  }
}

/**
 * Puts a file where none is, whole or not at all. Undefined where there is one.
 *
 * @param contentOf what it holds, by the number that the disk gives it
 * @returns that number
 */
export function putNew(
  target: string,
  contentOf: (file: number) => Uint8Array,
): number | undefined {
  const temporary = strayBeside(target);
  try {
    const number = writeWhole(temporary, contentOf);
    return putWithoutReplacing(temporary, target) ? number : undefined;
  } finally {
    removeStray(temporary);
  }
}

function strayBeside(target: string): string {
  return path.join(path.dirname(target), strayName(path.basename(target)));
}

/** Another one each time. */
export function strayName(file: string): string {
  return `.${file}.${randomBytes(6).toString('hex')}.gantry-tmp`;
}

/** What was done is done, be there a stray or not; strays are swept. */
function removeStray(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // The next sweep has more luck.
  }
}

/** Renames, unless there is something at the new name. */
export function moveWithoutReplacing(from: string, to: string): boolean {
  if (!putWithoutReplacing(from, to)) return false;
  try {
    rmSync(from, { force: true });
  } catch (failure) {
    // A file in both places would be two of it.
    rmSync(to);
    throw failure;
  }
  return true;
}

/** The file is at the new name then, and may still be at the old one: a link never replaces. */
function putWithoutReplacing(from: string, to: string): boolean {
  if (lstatSync(to, { throwIfNoEntry: false })) return false;
  try {
    linkSync(from, to);
  } catch (failure) {
    if (codeOf(failure) === 'EEXIST') return false;
    if (codeOf(failure) === 'ENOENT') throw failure;
    // A file system without hard links: nothing was there a moment ago.
    renameSync(from, to);
  }
  return true;
}

/** Takes a file away if it still is what it should be; false leaves it. */
export async function removeFile(
  target: string,
  isSame: () => boolean,
  tellWait?: TellWait,
): Promise<boolean> {
  const remove = (): boolean => {
    if (!isSame()) return false;
    rmSync(target);
    return true;
  };
  const isDone = await withLock(target, remove, tellWait);
  if (isDone === undefined) throw busyRefusal(target);
  return isDone;
}

/** Flushes the names in a folder to the disk, where the system knows how: what was renamed stays so. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Answers with the number of the file. */
function writeWhole(file: string, contentOf: (file: number) => Uint8Array): number {
  const handle = openSync(file, 'wx', 0o666);
  try {
    const { ino } = fstatSync(handle);
    const bytes = contentOf(ino);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
    return ino;
  } finally {
    closeSync(handle);
  }
}

/** Whoever takes the right to write away from a file means it, though its folder could be written to. */
function readOnlyRefusal(): FileRefusal {
  return new FileRefusal('write-failed', 'it is read-only');
}

function busyRefusal(target: string): FileRefusal {
  return new FileRefusal('plan-busy', `${holderOf(target)} holds it; try again in a moment`);
}

async function renameOver(
  from: string,
  to: string,
  { isSame, tellWait }: ReplaceConditions,
): Promise<boolean> {
  const rename = (): boolean => {
    if (!isSame()) return false;
    renameSync(from, to);
    return true;
  };
  const until = performance.now() + retryForMs;
  for (let stepMs = 10; ; stepMs = Math.min(stepMs * 2, longestStepMs)) {
    try {
      const isDone = await withLock(to, rename, tellWait);
      if (isDone === undefined) throw busyRefusal(to);
      return isDone;
    } catch (failure) {
      const isOver = performance.now() > until;
      if (process.platform !== 'win32' || isOver || !retryCodes.has(codeOf(failure))) throw failure;
    }
    await wait(stepMs);
  }
}

function codeOf(failure: unknown): string {
  const hasCode = failure instanceof Error && 'code' in failure && typeof failure.code === 'string';
  return hasCode ? String(failure.code) : '';
}
