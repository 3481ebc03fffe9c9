import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { areSameBytes } from '../core/base/utf8.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import {
  planRecovery,
  type ChangeJournal,
  type Direction,
  type JournalledChange,
  type JournalTurn,
} from '../core/store/changeJournal.ts';
import { failureReason } from '../core/store/fileRefusal.ts';
import { trashPath } from '../core/store/fileSteps.ts';
import { trashFolder } from '../core/store/planPath.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import { formatJournal, parseJournal } from './journalText.ts';
import { leaveFiles, tellLeft } from './leftFiles.ts';
import { holdLock, isThere, type HeldLock } from './lockFile.ts';
import { flushFolder, removeFile } from './replaceFile.ts';

/** All of them lie in the trash, which git ignores. */
const forwardNote = `${trashFolder}/.change.journal`;
const backNote = `${trashFolder}/.change.undo`;
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
}

export function createFolderJournal(place: JournalPlace): ChangeJournal {
  const { root, files } = place;
  const lockTarget = path.join(root, trashFolder, 'change');
  const has = (note: string): boolean => isThere(path.join(root, note));
  const isInterrupted = (): boolean => has(forwardNote) || has(backNote);
  return {
    async recover() {
      try {
        if (isInterrupted()) {
          const lock = await holdLock(lockTarget, longestLookMs);
          try {
            if (lock && isInterrupted()) await finish(place, lock);
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
      const lock = await holdLock(lockTarget, longestTurnMs);
      if (!lock) return undefined;
      try {
        if (isInterrupted()) await finish(place, lock);
        return createTurn(place, lock);
      } catch (failure) {
        lock.release();
        throw failure;
      }
    },
  };
}

function createTurn({ root, files }: JournalPlace, lock: HeldLock): JournalTurn {
  let noted: Uint8Array | undefined;
  let folders: ReadonlySet<string> = new Set();
  return {
    async note(change) {
      folders = new Set(change.files.map(file => path.join(root, path.dirname(file.path))));
      noted = Buffer.from(formatJournal(change));
      if (!(await files.write(forwardNote, noted, undefined))) {
        throw new Error('Another change is noted although this process holds the lock');
      }
      flushFolder(path.join(root, trashFolder));
    },
    keep: () => lock.keep(),
    async turnBack() {
      try {
        if (!areSameBytes(await files.read(forwardNote), noted)) return false;
        await files.move(forwardNote, backNote);
      } catch {
        // Taking back goes on; after a crash in the middle of it the change would be finished instead.
      }
      return true;
    },
    end() {
      takeNotesAway(root, folders);
      return Promise.resolve();
    },
    release: () => lock.release(),
  };
}

/** First the names are safe on the disk. A note that stays behind finds nothing to do. */
function takeNotesAway(root: string, folders: Iterable<string>): void {
  try {
    for (const folder of folders) if (isThere(folder)) flushFolder(folder);
    rmSync(path.join(root, forwardNote), { force: true });
    rmSync(path.join(root, backNote), { force: true });
  } catch {
    // The next one to write, or to look, takes it away.
  }
}

/** Brings a change that was interrupted to its end; the lock is ours. Throws when the disk refuses. */
async function finish({ root, files }: JournalPlace, lock: HeldLock): Promise<void> {
  const back = await files.read(backNote);
  const bytes = back ?? (await files.read(forwardNote));
  if (!bytes) return;
  const change = parseJournal(bytes);
  if (!change) {
    await files.move(back ? backNote : forwardNote, damagedNote);
    takeNotesAway(root, []);
    return;
  }
  const direction = back ? 'back' : 'forward';
  const left = await carryOut({ root, files }, { change, direction }, lock);
  await leaveFiles(files, change.title, left);
  const folders = change.files.map(file => path.join(root, path.dirname(file.path)));
  takeNotesAway(root, new Set(folders));
}

/** Answers with the paths that are left to a person. */
async function carryOut(
  { root, files }: JournalPlace,
  { change, direction }: { readonly change: JournalledChange; readonly direction: Direction },
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
  const { writes, removals, left } = planRecovery(change, direction, present);
  const missed = new Set(left);
  for (const { path: file, bytes, before } of writes) {
    if (!(await files.write(file, bytes, before))) missed.add(file);
    lock.keep();
  }
  for (const { path: file, bytes, twin } of removals) {
    const isSafe = twin === undefined || !missed.has(twin);
    const isGone = isSafe && (await takeAway({ root, files }, { file, bytes, twin }));
    if (!isGone) missed.add(file);
    lock.keep();
  }
  return [...missed];
}

/** Nothing is ever deleted: what is not at the other end of its move goes to the trash. */
async function takeAway(
  { root, files }: JournalPlace,
  { file, bytes, twin }: {
    readonly file: string;
    readonly bytes: Uint8Array;
    readonly twin: string | undefined;
  },
): Promise<boolean> {
  const target = path.join(root, ...file.split('/'));
  if (twin === undefined) {
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
  const message = `A change of several files was interrupted and cannot be brought to its end: ${failureReason(failure)}; mend that, and it is tried again`;
  return createProblem('change-unfinished', message);
}

function damagedProblem(): Problem {
  const message = `A change of several files was interrupted, and the note of it is damaged; compare the plan with its last commit, then delete ${damagedNote}`;
  return createProblem('change-unfinished', message);
}
