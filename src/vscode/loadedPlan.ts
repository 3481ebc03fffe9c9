import { Uri, workspace } from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { Emitter, type Event } from '../core/base/event.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Timer } from '../core/base/timer.ts';
import { runCommand } from '../core/commands/runCommand.ts';
import type { Change } from '../core/model/change.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import type { ProblemCode } from '../core/model/problemCodes.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import { ProjectStore } from '../core/store/projectStore.ts';
import type { EditDone, Intent } from '../protocol/messages.ts';
import { midnightOf, readClock } from './clock.ts';
import { createDocumentFiles } from './documentFiles.ts';
import type { PlanPlace, PlanPorts } from './planPorts.ts';
import { createPlanViews, type PlanViews } from './planViews.ts';
import { createWorkspaceFiles } from './workspaceFiles.ts';

const timer: Timer = (delayMs, run) => {
  const handle = setTimeout(run, delayMs);
  return { dispose: () => clearTimeout(handle) };
};

const folderCodes: readonly ProblemCode[] = ['folder-is-file', 'folder-foreign', 'folder-link'];

/** A plan that has been read: its newest snapshot, what can be seen of it, and how it is changed. */
export class LoadedPlan implements Disposable {
  readonly #store: ProjectStore;
  readonly #files: ProjectFiles;
  readonly #place: PlanPlace;
  readonly #ports: PlanPorts;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new Emitter<void>());
  #views: PlanViews;
  #isIgnored = false;
  #takenIds: ReadonlySet<string> = new Set();

  private constructor(
    { store, files }: { readonly store: ProjectStore; readonly files: ProjectFiles },
    place: PlanPlace,
    ports: PlanPorts,
  ) {
    this.#store = this.#owned.add(store);
    this.#files = files;
    this.#place = place;
    this.#ports = ports;
    this.#views = createPlanViews(store.snapshot, ports.log);
    this.#owned.add(store.onDidChange(() => this.#changes.fire()));
  }

  static async open(place: PlanPlace, ports: PlanPorts): Promise<LoadedPlan> {
    const root = Uri.joinPath(place.folder, place.folderName);
    const disk = await ports.openDisk(place);
    const files = createDocumentFiles(disk?.files ?? createWorkspaceFiles(root), root);
    const options = { after: timer, pause: disk?.pause };
    const store = await ports.log.time('Plan read', () => ProjectStore.open(files, options));
    const loaded = new LoadedPlan({ store, files }, place, ports);
    void loaded.#askGit();
    return loaded;
  }

  readonly onDidChange: Event<void> = this.#changes.event;

  /** What can be seen of the newest snapshot; computed at most once a revision and day. */
  views(): PlanViews {
    const { snapshot } = this.#store;
    const isOld = midnightOf(readClock()) !== midnightOf(this.#views.now);
    if (this.#views.snapshot !== snapshot || isOld) {
      this.#views = createPlanViews(snapshot, this.#ports.log);
    }
    return this.#views;
  }

  /** False in a plan that must not be written as a whole. */
  get canEdit(): boolean {
    const { exists, files } = this.#store.snapshot;
    const isWritableDisk = workspace.fs.isWritableFileSystem(this.#place.folder.scheme) !== false;
    return exists && isWritableDisk && files.get('project.yaml')?.isWritable !== false;
  }

  /** Why the plan folder cannot serve as it is; undefined when it can. */
  get folderProblem(): Problem | undefined {
    const { problems } = this.#store.snapshot;
    const found = problems.find(
      ({ code, file }) => !file?.includes('/') && folderCodes.includes(code),
    );
    return found ?? (this.#isIgnored ? this.#ignoredProblem() : undefined);
  }

  /** Ids that other branches use. */
  get takenIds(): ReadonlySet<string> {
    return this.#takenIds;
  }

  get undoTitle(): string | undefined {
    return this.#store.undoTitle;
  }

  get redoTitle(): string | undefined {
    return this.#store.redoTitle;
  }

  /** Runs a command on the newest snapshot and writes what it wants done. */
  async run({ command, input }: Intent): Promise<Result<EditDone, Problem>> {
    const { snapshot } = this.#store;
    const views = this.views();
    const context = {
      snapshot,
      schedule: () => views.schedule(),
      today: midnightOf(readClock()),
      random: drawNumber,
      takenIds: this.#takenIds,
    };
    const planned = runCommand(command, context, input);
    if (!planned.ok) return planned;
    const { changes, title, id } = planned.value;
    const applied = await this.#store.apply(changes, title, id);
    return applied.ok ? ok({ title, id }) : applied;
  }

  async undo(): Promise<Result<EditDone, Problem>> {
    return doneOf(await this.#store.undo());
  }

  async redo(): Promise<Result<EditDone, Problem>> {
    return doneOf(await this.#store.redo());
  }

  /** Applies changes that were worked out elsewhere, such as an import. */
  async apply(changes: readonly Change[], title: string): Promise<Result<EditDone, Problem>> {
    const applied = await this.#store.apply(changes, title);
    return applied.ok ? ok({ title, id: undefined }) : applied;
  }

  /** Puts the first file into the plan folder; false when there is one already. */
  async create(projectText: string): Promise<boolean> {
    const bytes = new TextEncoder().encode(projectText);
    const isMade = await this.#files.write('project.yaml', bytes, undefined);
    await this.reload();
    return isMade;
  }

  /** Looks at the whole folder again, and asks git anew. */
  async reload(): Promise<void> {
    await this.#store.reload();
    await this.#askGit();
  }

  async #askGit(): Promise<void> {
    try {
      this.#takenIds = await this.#ports.takenIds(this.#place);
      const wasIgnored = this.#isIgnored;
      this.#isIgnored = await this.#ports.isIgnored(this.#place);
      if (wasIgnored !== this.#isIgnored) this.#changes.fire();
    } catch (failure) {
      this.#ports.log.fail('Git could not be asked', failure);
    }
  }

  #ignoredProblem(): Problem {
    return createProblem(
      'folder-ignored',
      `Git ignores ${this.#place.folderName}, so nobody else sees the plan; add a line to .gitignore or use another folder`,
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

/** Uniform in [0, 1), from the system's own source. */
export function drawNumber(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}

function doneOf(
  result: Result<{ readonly title: string; readonly id: string | undefined }, Problem>,
): Result<EditDone, Problem> {
  return result.ok ? ok({ title: result.value.title, id: result.value.id }) : result;
}
