import { Uri, workspace } from 'vscode';
import type { Pause } from '../core/base/pause.ts';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { Emitter, type Event } from '../core/base/event.ts';
import { ok, refused, type Result } from '../core/base/result.ts';
import type { Timer } from '../core/base/timer.ts';
import type { CommandResult } from '../core/commands/command.ts';
import type { CommandName } from '../core/commands/inputs.ts';
import { drawsIds, runTogether, stepOf } from '../core/commands/runTogether.ts';
import type { Ancestor } from '../core/merge/mergeMarks.ts';
import type { Change } from '../core/model/change.ts';
import type { Problem } from '../core/model/problem.ts';
import type { OutsideChanges, Witness } from '../core/store/outsideChanges.ts';
import { planFolderState, type PlanFolderState } from '../core/store/planFolder.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import type { PlanPast } from '../core/model/planPast.ts';
import type { PlanVersions } from '../core/store/committedPlan.ts';
import type { RiskVersion } from '../core/store/riskVersion.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { ProjectStore } from '../core/store/projectStore.ts';
import type { CommitIndex } from '../core/commits/commitIndex.ts';
import type { NamedWork } from '../core/commits/namedWork.ts';
import type { WorkHistory } from '../core/commits/workHistory.ts';
import type { ChangeRange, RangeChange } from '../core/impact/changeRange.ts';
import type { FoundLine, LineAuthor } from '../core/source/foundLine.ts';
import type { EditDone, Intent } from '../protocol/messages.ts';
import { midnightOf, readClock } from './clock.ts';
import { createDocumentFiles, unsavedPaths } from './documentFiles.ts';
import { probeFolder } from './folderProbe.ts';
import type { MergeFacts, PastOfCode, PlanPlace, PlanPorts } from './planPorts.ts';
import { createPlanViews, createViewTools, type PlanViews, type ViewTools } from './planViews.ts';
import { createWorkspaceFiles } from './workspaceFiles.ts';

const timer: Timer = (delayMs, run) => {
  const handle = setTimeout(run, delayMs);
  return { dispose: () => clearTimeout(handle) };
};

const noPaths: ReadonlySet<string> = new Set();

/** What a command did. */
export interface CommandDone extends EditDone {
  /** What could not be done along with it, and what has to be looked at now. */
  readonly remarks: readonly Problem[];
}

interface Opened {
  readonly store: ProjectStore;
  readonly files: ProjectFiles;
  readonly pause: Pause | undefined;
}

/** A plan that has been read: its newest snapshot, what can be seen of it, and how it is changed. */
export class LoadedPlan implements Disposable {
  readonly #store: ProjectStore;
  readonly #files: ProjectFiles;
  readonly #place: PlanPlace;
  readonly #ports: PlanPorts;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new Emitter<void>());
  readonly #tools: ViewTools;
  #views: PlanViews;
  #folderState: PlanFolderState | undefined;

  private constructor({ store, files, pause }: Opened, place: PlanPlace, ports: PlanPorts) {
    this.#store = this.#owned.add(store);
    this.#files = files;
    this.pause = pause;
    this.#place = place;
    this.#ports = ports;
    this.#tools = createViewTools(ports.log);
    this.#views = createPlanViews(store.snapshot, this.#tools);
    this.#owned.add(store.onDidChange(() => this.#changes.fire()));
  }

  static async open(place: PlanPlace, ports: PlanPorts): Promise<LoadedPlan> {
    const root = Uri.joinPath(place.folder, place.folderName);
    const disk = await ports.openDisk(place);
    const files = createDocumentFiles(disk?.files ?? createWorkspaceFiles(root), root);
    const witness: Witness = async suspects =>
      (await ports.knownFiles?.(place, suspects)) ?? noPaths;
    const options = { after: timer, pause: disk?.pause, cache: disk?.cache, witness };
    const store = await ports.log.time('Plan read', () => ProjectStore.open(files, options));
    const loaded = new LoadedPlan({ store, files, pause: disk?.pause }, place, ports);
    loaded.#probeLater();
    return loaded;
  }

  readonly onDidChange: Event<void> = this.#changes.event;

  /** For long work on this thread; undefined where nothing is long. */
  readonly pause: Pause | undefined;

  /** What can be seen of the newest snapshot; computed at most once a revision and day. */
  views(): PlanViews {
    const { snapshot } = this.#store;
    const isOld = midnightOf(readClock()) !== midnightOf(this.#views.now);
    if (this.#views.snapshot !== snapshot || isOld) {
      this.#views = createPlanViews(snapshot, this.#tools);
    }
    return this.#views;
  }

  /** False in a plan that must not be written as a whole. */
  get canEdit(): boolean {
    const { exists, files } = this.#store.snapshot;
    const isWritableDisk = workspace.fs.isWritableFileSystem(this.#place.folder.scheme) !== false;
    return exists && isWritableDisk && files.get('project.yaml')?.isWritable !== false;
  }

  /** Whether a plan can live in the folder, as far as it is known yet. */
  get folderState(): PlanFolderState | undefined {
    return this.#folderState;
  }

  get undoTitle(): string | undefined {
    return this.#store.undoTitle;
  }

  get redoTitle(): string | undefined {
    return this.#store.redoTitle;
  }

  /** Runs a command on the newest snapshot and writes what it wants done. */
  run(intent: Intent): Promise<Result<CommandDone, Problem>> {
    return this.runAll([intent]);
  }

  /** Runs commands one after another and writes what all of them want done, as one edit. */
  async runAll(intents: readonly Intent[]): Promise<Result<CommandDone, Problem>> {
    return this.edit(await this.#planner(intents));
  }

  /** Writes what is planned on the newest snapshot, as one edit. */
  async edit(planOn: (snapshot: Snapshot) => CommandResult): Promise<Result<CommandDone, Problem>> {
    let remarks: readonly Problem[] = [];
    const applied = await this.#store.edit(snapshot => {
      const planned = planOn(snapshot);
      if (planned.ok) remarks = planned.value.remarks ?? [];
      return planned;
    });
    if (!applied.ok) return applied;
    const { title, id } = applied.value;
    return ok({ title, id, remarks });
  }

  /** What commands would change of the newest snapshot. Nothing is written. */
  async plan(
    intents: readonly Intent[],
  ): Promise<
    Result<{ readonly snapshot: Snapshot; readonly changes: readonly Change[] }, Problem>
  > {
    const planOn = await this.#planner(intents);
    return this.#store.plan(planOn);
  }

  /** What the editor is about to make of files of the plan; undefined for one that goes. */
  expect(texts: ReadonlyMap<string, string | undefined>): void {
    this.#store.expect(texts);
  }

  /** What plans commands on the newest snapshot, once all is known that takes time to find out. */
  async #planner(intents: readonly Intent[]): Promise<(snapshot: Snapshot) => CommandResult> {
    // Watchers can miss a file that names the item.
    if (intents.some(({ command }) => followsReferences(command))) await this.#store.reload();
    const isDrawn = intents.some(({ command }) => drawsIds(command));
    const takenIds = isDrawn ? await this.takenIds() : new Set<string>();
    return snapshot => {
      const blocked = this.#blockedBy();
      if (blocked) return refused(blocked);
      const context = {
        snapshot,
        schedule: () => this.views().schedule(),
        today: midnightOf(readClock()),
        random: drawNumber,
        takenIds,
      };
      return runTogether(
        context,
        intents.map(({ command, input }) => stepOf(command, input)),
      );
    };
  }

  /** Into a folder without a project file that cannot be ours nothing is written. */
  #blockedBy(): Problem | undefined {
    return this.#store.snapshot.files.has('project.yaml') ? undefined : this.#folderState?.problem;
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

  /** Puts the first files into the plan folder; false when there is a plan already. */
  async create(write: (files: ProjectFiles) => Promise<boolean>): Promise<boolean> {
    const isMade = await write(this.#files);
    await this.reload();
    return isMade;
  }

  /** What other programs did to the files that neither git nor a person has vouched for. */
  get outside(): OutsideChanges {
    return this.#store.outside;
  }

  /** A person has looked at the many changes of another program. */
  async acceptOutside(): Promise<void> {
    await this.#store.accept();
  }

  /** Lays vanished files where they were, or lets them go to the trash. */
  async settleGone(place: 'back' | 'trash'): Promise<Problem | undefined> {
    const settled = await this.#store.settleGone(place);
    return settled.ok ? undefined : settled.error;
  }

  /** Ids that other branches use: asked of git each time, because branches come and go. */
  takenIds(): Promise<ReadonlySet<string>> {
    return this.#ports.takenIds(this.#place);
  }

  /** Items that mean the other one of two that were made under one id on two branches. */
  async namingOtherSide(id: string): Promise<readonly string[]> {
    return (await this.#ports.namingOtherSide?.(this.#place, id)) ?? [];
  }

  /** What both sides of a merge began with, of a file with the marks of git. */
  async ancestorOf(file: string): Promise<Ancestor | undefined> {
    return this.#ports.ancestorOf?.(this.#place, file);
  }

  /** What git knows of merges of the plan; undefined without git or before trust. */
  async merges(): Promise<MergeFacts | undefined> {
    return this.#ports.merges?.(this.#place);
  }

  async workOn(item: NamedWork): Promise<WorkHistory | undefined> {
    return this.#ports.workOn?.(this.#place, item);
  }

  /** All commits that name items; undefined without git or before trust. */
  async commits(signal?: AbortSignal): Promise<CommitIndex | undefined> {
    return this.#ports.commits?.(this.#place, signal);
  }

  async change(range: ChangeRange): Promise<RangeChange | undefined> {
    return this.#ports.change?.(this.#place, range);
  }

  /** Undefined where git cannot tell; then the files have to be read. */
  async searchCode(text: string): Promise<readonly FoundLine[] | undefined> {
    return this.#ports.searchCode?.(this.#place, text);
  }

  /** Undefined where git cannot tell; then the files have to be read. */
  async findNotes(
    paths: readonly string[] | undefined,
    signal: AbortSignal,
  ): Promise<readonly FoundLine[] | undefined> {
    return this.#ports.findNotes?.(this.#place, paths, signal);
  }

  async lineAuthor(path: string, line: number): Promise<LineAuthor | undefined> {
    return this.#ports.lineAuthor?.(this.#place, { path, line });
  }

  async codePast(signal: AbortSignal): Promise<PastOfCode | undefined> {
    return this.#ports.codePast?.(this.#place, signal);
  }

  /** Past versions of the risks, the oldest first; undefined without git or before trust. */
  riskVersions(signal: AbortSignal): Promise<readonly RiskVersion[] | undefined> {
    return this.#ports.riskVersions(this.#place, signal);
  }

  /** A file of the plan folder that is no part of the snapshot; undefined where there is none. */
  readAside(path: string): Promise<Uint8Array | undefined> {
    return this.#files.read(path);
  }

  /** What the newest commits made of the plan; undefined without git or before trust. */
  planPast(most: number): Promise<PlanPast | undefined> | undefined {
    return this.#ports.planPast?.(this.#place, most);
  }

  /** Earlier versions of the plan; undefined without git or before trust. */
  async versions(): Promise<PlanVersions | undefined> {
    return this.#ports.versions?.(this.#place);
  }

  /** When the plan was committed as it is; undefined where no commit is known that has it so. */
  async committedAt(): Promise<number | undefined> {
    const { folder, folderName } = this.#place;
    if (unsavedPaths(Uri.joinPath(folder, folderName)).size > 0) return undefined;
    return (await this.versions())?.committedAt();
  }

  /** The paths of all files of the plan folder. */
  async listFiles(): Promise<readonly string[]> {
    const entries = (await this.#files.list()) ?? [];
    return entries.filter(({ kind }) => kind === 'file').map(({ path }) => path);
  }

  /** Writes a file that is no part of the plan; false where one is there already. */
  writeNew(path: string, bytes: Uint8Array): Promise<boolean> {
    return this.#files.write(path, bytes, undefined);
  }

  /** Looks at the whole folder again, and at what stands in its place. */
  async reload(): Promise<void> {
    await this.#store.reload();
    await this.probe();
  }

  /** Looks for the collisions of the folder's name. */
  async probe(): Promise<PlanFolderState> {
    const state = planFolderState(await probeFolder(this.#place, this.#ports));
    const isNew = state.problem?.message !== this.#folderState?.problem?.message;
    this.#folderState = state;
    if (isNew) this.#changes.fire();
    return state;
  }

  #probeLater(): void {
    void this.probe().then(undefined, (failure: unknown) => {
      this.#ports.log.fail('The plan folder could not be looked at', failure);
    });
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

/** True for a command that changes whatever names its item. */
function followsReferences(command: CommandName): boolean {
  return command === 'renameItem' || command === 'removeItem' || command === 'restoreItem';
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
