import { commands, window, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { Emitter, type Event } from '../core/base/event.ts';
import { OpenPlan } from './openPlan.ts';
import type { PlanPorts } from './planPorts.ts';
import { readFolderName } from './settings.ts';

/** So long after a change trees, lines and findings follow. */
const settleMs = 30;

/** The plans of all workspace folders. */
export class PlanSet implements Disposable {
  readonly #ports: PlanPorts;
  readonly #owned = new DisposableStore();
  readonly #plans = new Map<string, OpenPlan>();
  readonly #changes = this.#owned.add(new Emitter<OpenPlan | undefined>());
  readonly #changed = new Set<OpenPlan>();
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: PlanPorts) {
    this.#ports = ports;
    this.#owned.add({ dispose: () => clearTimeout(this.#settling) });
    this.#owned.add(workspace.onDidChangeWorkspaceFolders(() => this.#followAndLoad()));
    this.#owned.add(
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('gantry.folder')) this.#followAndLoad();
      }),
    );
    // Watchers can miss changes; whoever comes back to the window sees the truth.
    this.#owned.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.reloadAll();
      }),
    );
    this.#owned.add(workspace.onDidGrantWorkspaceTrust(() => void this.reloadAll()));
    this.#follow();
  }

  /**
   * A plan changed, or (undefined) there are others than before. Told shortly after the last of a row
   * of changes, for all that can wait for the panel's picture; the panel listens to the plan itself.
   */
  readonly onDidChange: Event<OpenPlan | undefined> = this.#changes.event;

  /** One for each workspace folder, in the order of the folders. */
  get all(): readonly OpenPlan[] {
    return [...this.#plans.values()];
  }

  /** Those with a plan folder, as far as they have been read. */
  get existing(): readonly OpenPlan[] {
    return this.all.filter(plan => plan.exists);
  }

  /** The plan whose workspace folder holds the file. */
  planOf(uri: Uri): OpenPlan | undefined {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder && this.#plans.get(folder.uri.toString());
  }

  /** Reads every plan that has not been read yet. */
  async loadAll(): Promise<void> {
    await Promise.all(
      this.all.map(async plan => {
        try {
          await plan.load();
        } catch (failure) {
          this.#ports.log.fail(`The plan of ${plan.folder.name} could not be read`, failure);
        }
      }),
    );
    await this.#publish();
  }

  /** Looks at every plan folder again. */
  async reloadAll(): Promise<void> {
    await Promise.all(
      this.all.map(async plan => {
        try {
          await plan.loaded?.reload();
        } catch (failure) {
          this.#ports.log.fail(`The plan of ${plan.folder.name} could not be read again`, failure);
        }
      }),
    );
  }

  #settleSoon(plan: OpenPlan): void {
    this.#changed.add(plan);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), settleMs);
  }

  #settle(): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    void this.#publish();
    for (const plan of changed) this.#changes.fire(plan);
  }

  #followAndLoad(): void {
    this.#follow();
    void this.loadAll();
  }

  /** Makes the set match the workspace's folders and settings. */
  #follow(): void {
    const folders = workspace.workspaceFolders ?? [];
    const keys = new Set(folders.map(({ uri }) => uri.toString()));
    for (const [key, plan] of this.#plans) {
      if (!keys.has(key) || readFolderName(plan.folder) !== plan.folderName) this.#close(key, plan);
    }
    for (const folder of folders) this.#open(folder);
    this.#changes.fire(undefined);
  }

  #open(folder: WorkspaceFolder): void {
    const key = folder.uri.toString();
    if (this.#plans.has(key)) return;
    const plan = new OpenPlan(folder, this.#ports);
    this.#plans.set(key, plan);
    plan.onDidChange(() => this.#settleSoon(plan));
  }

  #close(key: string, plan: OpenPlan): void {
    this.#plans.delete(key);
    this.#changed.delete(plan);
    plan.dispose();
  }

  /** Tells the editor which commands and welcome texts make sense. */
  async #publish(): Promise<void> {
    const existing = this.existing;
    const isEmpty = existing.every(({ loaded }) => {
      const plan = loaded?.views().snapshot.plan;
      return !plan || plan.tasks.size + plan.milestones.size === 0;
    });
    const problem = this.all.map(({ loaded }) => loaded?.folderState?.problem?.code).find(Boolean);
    await Promise.all([
      setContext(
        'gantry.isReady',
        this.all.every(({ loaded }) => loaded !== undefined),
      ),
      setContext('gantry.hasPlan', existing.length > 0),
      setContext('gantry.isEmpty', existing.length > 0 && isEmpty),
      setContext('gantry.folderProblem', problem ?? false),
    ]);
  }

  dispose(): void {
    for (const [key, plan] of this.#plans) this.#close(key, plan);
    this.#owned.dispose();
  }
}

async function setContext(key: string, value: string | boolean): Promise<void> {
  await commands.executeCommand('setContext', key, value);
}
