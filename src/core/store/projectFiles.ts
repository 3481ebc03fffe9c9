import type { Disposable } from '../base/disposable.ts';
import type { ChangeJournal } from './changeJournal.ts';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface FileEntry {
  /** Relative to the plan folder, with forward slashes: `tasks/T-7KQ3.yaml`. */
  readonly path: string;
  readonly kind: EntryKind;
  readonly size: number;
  /**
   * Tells apart what the file holds from what it held before, as far as the file system knows; missing
   * where it was written so lately that the next write could go unseen.
   */
  readonly mark?: string | undefined;
}

/**
 * The plan folder, as the store sees it. One implementation speaks to the disk, one to the editor,
 * one keeps everything in memory for tests. Paths are relative to the plan folder; none may leave it.
 */
export interface ProjectFiles {
  /** Every entry of the plan folder and of its direct sub-folders. Undefined when there is no folder. */
  list(): Promise<readonly FileEntry[] | undefined>;
  /** The bytes of a file; undefined when it is not there. Throws when it is there and cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * Puts `bytes` in the place of the file, whole or not at all, if its present bytes are still
   * `expected` (undefined: the file is still absent). Answers false, and writes nothing, when they
   * are not. Makes the folder when it is missing. Throws when the disk refuses.
   */
  write(path: string, bytes: Uint8Array, expected: Uint8Array | undefined): Promise<boolean>;
  /** Moves a file inside the plan folder; answers false when there is something at `to` already. */
  move(from: string, to: string): Promise<boolean>;
  /** Announces that something may have changed: a hint, never the truth. Paths may be incomplete. */
  watch(listener: (paths: readonly string[]) => void): Disposable;
  /** Keeps changes of several files whole; missing where nothing can outlast a crash. */
  readonly journal?: ChangeJournal | undefined;
}
