import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/event.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { createAssembly } from './assembleSnapshot.ts';
import { ChangeQueue } from './changeQueue.ts';
import { OpenFolder } from './openFolder.ts';
import { manyChangesProblem, type OutsideChanges } from './outsideChanges.ts';
import type { ProjectFiles } from './projectFiles.ts';
import { followHints, type StoreOptions } from './reloadHints.ts';
import type { Snapshot } from './snapshot.ts';
import { UndoStack, type DoneEdit } from './undoStack.ts';

/** Somebody who types faster than we read is waited for no longer. */
const mostPlans = 5;

/** What is to be done. */
export interface PlannedEdit {
  readonly changes: readonly Change[];
  /** In words, for `undo` to name it. */
  readonly title: string;
  /** The item that it is about. */
  readonly id: string | undefined;
}

/** What was done, undone or done again. */
export interface StoreEdit {
  readonly title: string;
  readonly id: string | undefined;
  readonly snapshot: Snapshot;
}

/**
 * Holds the newest snapshot of one plan folder and is the only one to write to it. Edits, reloads
 * and undo run one after another, so none of them works on stale files.
 */
export class ProjectStore implements Disposable {
  readonly #folder: OpenFolder;
  readonly #queue = new ChangeQueue();
  readonly #history = new UndoStack();
  readonly #assemble = createAssembly();
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<Snapshot>());
  #snapshot: Snapshot;
  #shown: object | undefined;
  #isDisposed = false;

  private constructor(folder: OpenFolder) {
    this.#folder = folder;
    this.#snapshot = this.#assemble(folder.seen, 0);
  }

  /** Reads the plan folder; a folder that is missing or broken gives a store all the same. */
  static async open(files: ProjectFiles, options: StoreOptions = {}): Promise<ProjectStore> {
    const store = new ProjectStore(new OpenFolder(files, options));
    store.#owned.add(followHints(files, options, paths => void store.reload(paths)));
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
    return this.#queue.run(async () => {
      if (this.#isDisposed) return this.#snapshot;
      await this.#folder.look(paths);
      return this.#show();
    });
  }

  /**
   * Does the changes whole or not at all. Refused when one of them cannot be done or a file changed
   * underneath; then nothing is written, and the snapshot follows the disk.
   *
   * @param id the item that the edit is about, for `undo` to name it
   */
  async apply(
    changes: readonly Change[],
    title: string,
    id?: string,
  ): Promise<Result<Snapshot, Problem>> {
    const done = await this.#queue.run(() => this.#edit(() => ok({ changes, title, id }), 1));
    return done.ok ? ok(done.value.snapshot) : done;
  }

  /**
   * Does what is planned on the newest snapshot, as {@link apply} does: between the plan and what is
   * done nothing else is written or read, so that a place in a list is still that of the plan. What
   * nobody had told of yet, such as what is being typed, turns up before anything is written: the
   * edit is planned on that anew.
   */
  edit(
    plan: (snapshot: Snapshot) => Result<PlannedEdit, Problem>,
  ): Promise<Result<StoreEdit, Problem>> {
    return this.#queue.run(() => this.#edit(plan, mostPlans));
  }

  async #edit(
    plan: (snapshot: Snapshot) => Result<PlannedEdit, Problem>,
    most: number,
  ): Promise<Result<StoreEdit, Problem>> {
    for (let left = most; ; left--) {
      await this.#folder.settle();
      const snapshot = this.#show();
      const done = await this.#write(plan, snapshot);
      const isPassing = !done.ok && done.error.code === 'file-changed' && left > 1;
      if (!isPassing || snapshot === this.#snapshot) return done;
    }
  }

  async #write(
    plan: (snapshot: Snapshot) => Result<PlannedEdit, Problem>,
    present: Snapshot,
  ): Promise<Result<StoreEdit, Problem>> {
    const unseen = this.#unseen();
    if (unseen) return refused(unseen);
    const planned = plan(present);
    if (!planned.ok) return planned;
    const { changes, title, id } = planned.value;
    const steps = await this.#folder.stepsOf(changes);
    if (!steps.ok) return steps;
    if (steps.value.length === 0) return ok({ title, id, snapshot: this.#snapshot });
    const back = this.#folder.stepsBack(steps.value);
    const run = await this.#folder.run(steps.value, title);
    const snapshot = this.#show();
    if (!run.ok) return run;
    this.#history.push({ title, id, back });
    return ok({ title, id, snapshot });
  }

  /** What is planned on the newest snapshot, for the editor to do it; refused where {@link edit} is. */
  plan(
    plan: (snapshot: Snapshot) => Result<PlannedEdit, Problem>,
  ): Promise<Result<Pick<PlannedEdit, 'changes'> & { readonly snapshot: Snapshot }, Problem>> {
    return this.#queue.run(async () => {
      await this.#folder.settle();
      const unseen = this.#unseen();
      if (unseen) return refused(unseen);
      const snapshot = this.#show();
      const planned = plan(snapshot);
      return planned.ok ? ok({ snapshot, changes: planned.value.changes }) : planned;
    });
  }

  /**
   * What the editor is about to make of files, undefined for one that goes: it is no other program's
   * doing when that comes true.
   */
  expect(texts: ReadonlyMap<string, string | undefined>): void {
    this.#folder.expect(texts);
  }

  undo(): Promise<Result<StoreEdit, Problem>> {
    return this.#queue.run(() => this.#turn('undo'));
  }

  redo(): Promise<Result<StoreEdit, Problem>> {
    return this.#queue.run(() => this.#turn('redo'));
  }

  /** What other programs did that nobody has vouched for yet. */
  get outside(): OutsideChanges {
    return this.#folder.outside;
  }

  /** A person has looked at what other programs did: writing goes on. */
  accept(): Promise<Snapshot> {
    return this.#queue.run(async () => {
      this.#folder.accept();
      await this.#folder.look();
      return this.#show();
    });
  }

  /** Lays vanished files where they were, or lets them go: then they can be restored from the trash. */
  settleGone(place: 'back' | 'trash'): Promise<Result<Snapshot, Problem>> {
    return this.#queue.run(async () => {
      const steps = this.#folder.stepsForGone(place);
      const run = await this.#folder.run(steps, 'Vanished files');
      if (run.ok && place === 'trash') this.#folder.release();
      await this.#folder.look();
      const snapshot = this.#show();
      return run.ok ? ok(snapshot) : run;
    });
  }

  #unseen(): Problem | undefined {
    const { many } = this.#folder.outside;
    return many.length > 0 ? manyChangesProblem(many.length) : undefined;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#owned.dispose();
  }

  async #turn(direction: 'undo' | 'redo'): Promise<Result<StoreEdit, Problem>> {
    const edit = this.#history.top(direction);
    if (!edit) {
      return refused(createProblem('command-refused', `There is nothing to ${direction}`));
    }
    await this.#folder.settle();
    const unseen = this.#unseen();
    if (unseen) return refused(unseen);
    const back = this.#folder.stepsBack(edit.back);
    const run = await this.#folder.run(edit.back, edit.title);
    const snapshot = this.#show();
    if (!run.ok) return refused(this.#giveUp(direction, edit, run.error));
    this.#history.turn(direction, { ...edit, back });
    return ok({ title: edit.title, id: edit.id, snapshot });
  }

  /** An edit whose files have changed since can never be taken back, so it makes room for the next. */
  #giveUp(direction: 'undo' | 'redo', edit: DoneEdit, cause: Problem): Problem {
    if (cause.code !== 'file-changed') return cause;
    this.#history.turn(direction, undefined);
    const verb = direction === 'undo' ? 'undone' : 'done again';
    const message = `${edit.title}: this cannot be ${verb} because ${cause.file ?? 'a file'} has changed since; edit the file instead`;
    return { ...cause, message };
  }

  /** Makes the snapshot of what the folder holds now, unless it is the one at hand. */
  #show(): Snapshot {
    const { seen } = this.#folder;
    if (seen === this.#shown) return this.#snapshot;
    this.#shown = seen;
    this.#snapshot = this.#assemble(seen, this.#snapshot.revision + 1);
    this.#changed.fire(this.#snapshot);
    return this.#snapshot;
  }
}
