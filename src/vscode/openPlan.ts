import { Uri, type WorkspaceFolder } from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { Emitter, type Event } from '../core/base/event.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import type { PlanPorts } from './planPorts.ts';
import { readFolderName } from './settings.ts';

/** The plan of one workspace folder, which may not exist yet. Nothing is read before it is needed. */
export class OpenPlan implements Disposable {
  readonly folder: WorkspaceFolder;
  readonly folderName: string;
  readonly #ports: PlanPorts;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new Emitter<OpenPlan>());
  #loading: Promise<LoadedPlan> | undefined;
  #loaded: LoadedPlan | undefined;

  constructor(folder: WorkspaceFolder, ports: PlanPorts) {
    this.folder = folder;
    this.folderName = readFolderName(folder);
    this.#ports = ports;
  }

  /** After it was read for the first time, and after every new snapshot. */
  readonly onDidChange: Event<OpenPlan> = this.#changes.event;

  get key(): string {
    return this.folder.uri.toString();
  }

  /** The plan folder. */
  get root(): Uri {
    return Uri.joinPath(this.folder.uri, this.folderName);
  }

  /** Undefined until it has been read. */
  get loaded(): LoadedPlan | undefined {
    return this.#loaded;
  }

  get exists(): boolean {
    return this.#loaded?.views().snapshot.exists === true;
  }

  /** Where symbolic links lead a path in the workspace folder; the path itself where nobody can tell. */
  async placeInside(path: string): Promise<string | undefined> {
    return this.#ports.placeInside ? this.#ports.placeInside(this.folder.uri, path) : path;
  }

  /** Reads the plan when it has not been read yet. */
  load(): Promise<LoadedPlan> {
    this.#loading ??= this.#open().catch((failure: unknown) => {
      // The next one to ask may have more luck.
      this.#loading = undefined;
      throw failure;
    });
    return this.#loading;
  }

  async #open(): Promise<LoadedPlan> {
    const { LoadedPlan: Loaded } = await import('./loadedPlan.ts');
    const loaded = await Loaded.open(
      { folder: this.folder.uri, folderName: this.folderName },
      this.#ports,
    );
    this.#owned.add(loaded);
    this.#loaded = loaded;
    this.#owned.add(loaded.onDidChange(() => this.#changes.fire(this)));
    this.#changes.fire(this);
    return loaded;
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
