import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/event.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { Timer } from '../base/timer.ts';
import type { Change } from '../model/change.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { assembleSnapshot } from './assembleSnapshot.ts';
import { createReferenceCheck } from './checkReferences.ts';
import { ChangeQueue } from './changeQueue.ts';
import { invertSteps, pathsOf, runSteps, type FileStep } from './fileSteps.ts';
import {
  loadFolder,
  loadPaths,
  noFolder,
  type LoadedFolder,
  type LoadOptions,
} from './loadFolder.ts';
import { previewFolderChanges } from './previewFolder.ts';
import type { ProjectFiles } from './projectFiles.ts';
import { ReloadHints } from './reloadHints.ts';
import type { Snapshot } from './snapshot.ts';
import { UndoStack, type DoneEdit } from './undoStack.ts';

export interface StoreOptions extends LoadOptions {
  /** Follow changes from outside; without a timer the store looks only when asked to. */
  readonly after?: Timer;
}

/** What undo and redo answer with. */
export interface Undone {
  readonly title: string;
  readonly id: string | undefined;
  readonly snapshot: Snapshot;
}

/** More hinted paths than this, and listing the folder costs less than asking for each. */
const mostHintedPaths = 64;

/**
 * Holds the newest snapshot of one plan folder and is the only one to write to it. Edits, reloads
 * and undo run one after another, so none of them works on stale files.
 */
export class ProjectStore implements Disposable {
  readonly #files: ProjectFiles;
  readonly #options: StoreOptions;
  readonly #queue = new ChangeQueue();
  readonly #history = new UndoStack();
  readonly #checkReferences = createReferenceCheck();
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<Snapshot>());
  #folder: LoadedFolder = noFolder;
  #snapshot: Snapshot;
  #isDisposed = false;

  private constructor(files: ProjectFiles, options: StoreOptions) {
    this.#files = files;
    this.#options = options;
    this.#snapshot = assembleSnapshot(noFolder, 0, this.#checkReferences);
  }

  /** Reads the plan folder; a folder that is missing or broken gives a store all the same. */
  static async open(files: ProjectFiles, options: StoreOptions = {}): Promise<ProjectStore> {
    const store = new ProjectStore(files, options);
    const { after } = options;
    if (after) {
      const hints = store.#owned.add(
        new ReloadHints(after, paths => void store.reload(paths.length > 0 ? paths : undefined)),
      );
      store.#owned.add(files.watch(paths => hints.add(paths)));
    }
    await store.reload();
    return store;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Fired after a new snapshot is in place. Not fired when nothing has changed. */
  get onDidChange(): Event<Snapshot> {
    return this.#changed.event;
  }

  /** What `undo` would take back, in words; undefined when there is nothing. */
  get undoTitle(): string | undefined {
    return this.#history.top('undo')?.title;
  }

  get redoTitle(): string | undefined {
    return this.#history.top('redo')?.title;
  }

  /** Looks at the folder again; with paths, only at these as far as that is enough. */
  reload(paths?: readonly string[]): Promise<Snapshot> {
    return this.#queue.run(() => this.#load(paths));
  }

  /**
   * Does the changes whole or not at all. Refused when one of them cannot be done or a file changed
   * underneath; then nothing is written, and the snapshot follows the disk.
   *
   * @param id the item that the edit is about, for `undo` to name it
   */
  apply(
    changes: readonly Change[],
    label: string,
    id?: string,
  ): Promise<Result<Snapshot, Problem>> {
    return this.#queue.run(async () => {
      const preview = await previewFolderChanges(this.#files, this.#folder, changes);
      if (!preview.ok) return preview;
      const { steps } = preview.value;
      if (steps.length === 0) return ok(this.#snapshot);
      const back = invertSteps(steps, path => this.#isTaken(path));
      const run = await this.#run(steps);
      if (!run.ok) return run;
      this.#history.push({ title: label, id, back });
      return ok(this.#snapshot);
    });
  }

  undo(): Promise<Result<Undone, Problem>> {
    return this.#queue.run(() => this.#turn('undo'));
  }

  redo(): Promise<Result<Undone, Problem>> {
    return this.#queue.run(() => this.#turn('redo'));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#owned.dispose();
  }

  async #turn(direction: 'undo' | 'redo'): Promise<Result<Undone, Problem>> {
    const edit = this.#history.top(direction);
    if (!edit) {
      return refused(createProblem('command-refused', `There is nothing to ${direction}`));
    }
    const back = invertSteps(edit.back, path => this.#isTaken(path));
    const run = await this.#run(edit.back);
    if (!run.ok) return refused(this.#giveUp(direction, edit, run.error));
    this.#history.turn(direction, { ...edit, back });
    return ok({ title: edit.title, id: edit.id, snapshot: this.#snapshot });
  }

  /** An edit whose files have changed since can never be taken back, so it makes room for the next. */
  #giveUp(direction: 'undo' | 'redo', edit: DoneEdit, cause: Problem): Problem {
    if (cause.code !== 'file-changed') return cause;
    this.#history.turn(direction, undefined);
    const file = cause.file ?? 'a file';
    const message = `"${edit.title}" cannot be taken ${direction === 'undo' ? 'back' : 'up again'} because ${file} has changed since; edit the file instead`;
    return { ...cause, message };
  }

  async #run(steps: readonly FileStep[]): Promise<Result<true, Problem>> {
    const run = await runSteps(this.#files, steps);
    const isWrittenAlone = run.ok && steps.every(step => step.kind === 'write');
    const quick = isWrittenAlone
      ? await loadPaths(this.#files, this.#folder, pathsOf(steps))
      : undefined;
    this.#show(quick ?? (await this.#read(undefined)));
    return run;
  }

  #isTaken(path: string): boolean {
    return this.#folder.files.has(path) || [...this.#folder.trash.values()].includes(path);
  }

  async #load(paths?: readonly string[]): Promise<Snapshot> {
    if (this.#isDisposed) return this.#snapshot;
    this.#show(await this.#read(paths));
    return this.#snapshot;
  }

  #show(folder: LoadedFolder): void {
    if (this.#snapshot.revision > 0 && isSameFolder(this.#folder, folder)) return;
    this.#folder = folder;
    this.#snapshot = assembleSnapshot(folder, this.#snapshot.revision + 1, this.#checkReferences);
    this.#changed.fire(this.#snapshot);
  }

  async #read(paths: readonly string[] | undefined): Promise<LoadedFolder> {
    const before = this.#folder;
    if (!paths || paths.length > mostHintedPaths || !before.exists) {
      return loadFolder(this.#files, before, this.#options);
    }
    const isKnown = paths.every(path => before.files.get(path)?.bytes !== undefined);
    const quick = isKnown ? await loadPaths(this.#files, before, paths) : undefined;
    return quick ?? loadFolder(this.#files, before, this.#options, new Set(paths));
  }
}

function isSameFolder(a: LoadedFolder, b: LoadedFolder): boolean {
  if (a.exists !== b.exists || a.files.size !== b.files.size) return false;
  if (JSON.stringify(a.problems) !== JSON.stringify(b.problems)) return false;
  if ([...a.trash.values()].join() !== [...b.trash.values()].join()) return false;
  for (const [path, file] of b.files) {
    const known = a.files.get(path);
    if (known === file) continue;
    const isUnreadTwice = known?.bytes === undefined && file.bytes === undefined;
    if (!isUnreadTwice || JSON.stringify(known?.file) !== JSON.stringify(file.file)) return false;
  }
  return true;
}
