import { lstatSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { areSameBytes } from '../core/base/utf8.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import type { ChangeJournal, JournalledChange, JournalTurn } from '../core/store/changeJournal.ts';
import { failureReason } from '../core/store/fileRefusal.ts';
import { trashPath } from '../core/store/fileSteps.ts';
import { planRecovery } from '../core/store/planJournal.ts';
import { trashFolder } from '../core/store/planPath.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import { formatJournal, parseJournal } from './journalText.ts';
import { leaveFiles, tellLeft } from './leftFiles.ts';
import { holdLock, isThere, type HeldLock, type TellWait } from './lockFile.ts';
import { flushFolder, putNew, removeFile } from './replaceFile.ts';

/** All of them lie in the trash, which git ignores. */
const note = `${trashFolder}/.change.journal`;
const damagedNote = `${trashFolder}/.change.damaged`;
const ignoreFile = `${trashFolder}/.gitignore`;

/** A change of a whole plan takes seconds; another program waits for it so long. */
const longestTurnMs = 15_000;
/** Who only looks, sees a change half done rather than wait longer. */
const longestLookMs = 3000;

/** The disk below a journal: the port to the plan folder, and the folder's absolute path. */
export interface JournalPlace {
  readonly root: string;
  readonly files: ProjectFiles;
  readonly tellWait?: TellWait | undefined;
}

export function createFolderJournal(place: JournalPlace): ChangeJournal {
  const { root, files, tellWait } = place;
  const lockTarget = path.join(root, trashFolder, 'change');
  const has = (file: string): boolean => isThere(path.join(root, file));
  return {
    isInterrupted() {
      try {
        return has(note);
      } catch {
        // Recovery says what is the matter.
        return true;
      }
    },
    async recover() {
      try {
        if (has(note)) {
          const lock = await holdLock(lockTarget, longestLookMs, tellWait);
          try {
            if (lock && has(note)) await takeBack(place, lock);
          } finally {
            lock?.release();
          }
        }
        return [...(has(damagedNote) ? [damagedProblem()] : []), ...(await tellLeft(files))];
      } catch (failure) {
        return [unfinishedProblem(failure)];
      }
    },
    async begin() {
      if (!(await files.read(ignoreFile))) {
        await files.write(ignoreFile, Buffer.from('*\n'), undefined);
      }
      const lock = await holdLock(lockTarget, longestTurnMs, tellWait);
      if (!lock) return undefined;
      try {
        if (has(note)) await takeBack(place, lock);
        return createTurn(place, lock);
      } catch (failure) {
        lock.release();
        throw failure;
      }
    },
  };
}

function createTurn({ root, files }: JournalPlace, lock: HeldLock): JournalTurn {
  let folders: ReadonlySet<string> = new Set();
  let noted: number | undefined;
  const file = path.join(root, note);
  const isOurs = (): boolean => {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    return stats !== undefined && stats.ino === noted;
  };
  return {
    async note(change) {
      await Promise.resolve();
      folders = foldersOf(root, change);
      noted = putNew(file, number => Buffer.from(formatJournal(change, number)));
      if (noted === undefined) {
        throw new Error('Another change is noted although this process holds the lock');
      }
      flushFolder(path.dirname(file));
    },
    keep() {
      lock.keep();
      try {
        return isOurs();
      } catch {
        // A disk that fails now is asked again at the end.
        return true;
      }
    },
    end() {
      return new Promise(resolve => {
        const isWhole = isOurs();
        if (isWhole) takeNoteAway(root, folders);
        resolve(isWhole);
      });
    },
    takeBack: () => takeBack({ root, files }, lock),
    release: () => lock.release(),
  };
}

function foldersOf(root: string, { files }: JournalledChange): ReadonlySet<string> {
  return new Set(files.map(file => path.join(root, path.dirname(file.path))));
}

/** First the names are safe on the disk. */
function takeNoteAway(root: string, folders: Iterable<string>): void {
  for (const folder of folders) if (isThere(folder)) flushFolder(folder);
  rmSync(path.join(root, note), { force: true });
  try {
    flushFolder(path.join(root, trashFolder));
  } catch {
    // It is gone all the same; only a loss of power in the next seconds could bring it back.
  }
}

/** Takes a change back that was interrupted; the lock is ours. Throws when the disk refuses. */
async function takeBack({ root, files }: JournalPlace, lock: HeldLock): Promise<void> {
  const bytes = await files.read(note);
  if (!bytes) return;
  const change = parseJournal(bytes, lstatSync(path.join(root, note)).ino);
  if (!change) {
    await files.move(note, damagedNote);
    return;
  }
  const left = await carryOut({ root, files }, change, lock);
  await leaveFiles(files, change.title, left);
  takeNoteAway(root, foldersOf(root, change));
}

/** Answers with the paths that are left to a person. */
async function carryOut(
  { root, files }: JournalPlace,
  change: JournalledChange,
  lock: HeldLock,
): Promise<readonly string[]> {
  const present = new Map<string, Uint8Array | undefined>();
  for (const file of change.files) {
    try {
      present.set(file.path, await files.read(file.path));
    } catch (failure) {
      // A link or a folder has come into its place: that is somebody else's doing.
      if (!isRefusal(failure)) throw failure;
    }
  }
  const { writes, removals, left } = planRecovery(change, present);
  const missed = new Set(left);
  for (const { path: file, bytes, before } of writes) {
    if (!(await files.write(file, bytes, before))) missed.add(file);
    lock.keep();
  }
  for (const { path: file, bytes, twin } of removals) {
    const isSafe = twin === undefined || !missed.has(twin);
    const known = change.files.find(({ path: each }) => each === file)?.contents ?? [];
    const isKept = isSafe && twin !== undefined && (await holdsOne(files, twin, known));
    const isGone = isSafe && (await takeAway({ root, files }, { file, bytes, isKept }));
    if (!isGone) missed.add(file);
    lock.keep();
  }
  return [...missed];
}

/** Whether a file holds one of some contents. */
async function holdsOne(
  files: ProjectFiles,
  file: string,
  known: readonly (Uint8Array | undefined)[],
): Promise<boolean> {
  const now = await files.read(file);
  return now !== undefined && known.some(each => areSameBytes(each, now));
}

/** Nothing is ever deleted: what is not at the other end of its move goes to the trash. */
async function takeAway(
  { root, files }: JournalPlace,
  {
    file,
    bytes,
    isKept,
  }: {
    readonly file: string;
    readonly bytes: Uint8Array;
    /** True where what it held is at the other end of its move. */
    readonly isKept: boolean;
  },
): Promise<boolean> {
  const target = path.join(root, ...file.split('/'));
  if (!isKept) {
    return files.move(
      file,
      trashPath(file, free => isThere(path.join(root, free))),
    );
  }
  return removeFile(target, () => areSameBytes(readFileSync(target), bytes));
}

function isRefusal(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  return failure.name === 'FileRefusal' || ('code' in failure && failure.code === 'EISDIR');
}

function unfinishedProblem(failure: unknown): Problem {
  const message = `A change of several files was interrupted and cannot be taken back: ${failureReason(failure)}; mend that, and it is tried again`;
  return createProblem('change-unfinished', message);
}

function damagedProblem(): Problem {
  const message = `A change of several files was interrupted, and the note of it is damaged or was not written here; compare the plan with its last commit, then delete ${damagedNote}`;
  return createProblem('change-unfinished', message);
}
