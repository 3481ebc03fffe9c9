import { DisposableStore, type Disposable } from '../base/disposable.ts';
import type { Timer } from '../base/timer.ts';
import type { LoadOptions } from './loadFolder.ts';
import type { Witness } from './outsideChanges.ts';
import type { ProjectFiles } from './projectFiles.ts';

export interface StoreOptions extends LoadOptions {
  /** To follow changes from outside; without a timer the store looks only when asked to. */
  readonly after?: Timer | undefined;
  /**
   * Who vouches for what other programs change; without one, whatever is on the disk is meant to be
   * there, and what is not, is not.
   */
  readonly witness?: Witness | undefined;
}

/** A burst of hints is one reload: wait until nothing came for so long. */
export const quietMs = 40;
/** But never longer than this after the first hint, so that the plan follows a busy folder too. */
export const longestWaitMs = 120;
/** So many files at once are the work of a program such as git, which is waited for. */
const burstPaths = 20;
export const longestBurstMs = 800;
/** Between two files of a checkout more time can pass than between two keystrokes of a formatter. */
const quietBurstMs = 80;

/** Reloads after each burst of hints; without paths when anything may have changed. */
export function followHints(
  files: ProjectFiles,
  { after }: StoreOptions,
  reload: (paths: readonly string[] | undefined) => void,
): Disposable {
  const owned = new DisposableStore();
  if (!after) return owned;
  const hints = owned.add(
    new ReloadHints(after, paths => reload(paths.length > 0 ? paths : undefined)),
  );
  owned.add(files.watch(paths => hints.add(paths)));
  return owned;
}

/** Gathers the hints of a watcher and passes them on once. */
export class ReloadHints implements Disposable {
  readonly #after: Timer;
  readonly #reload: (paths: readonly string[]) => void;
  readonly #paths = new Set<string>();
  #quiet: Disposable | undefined;
  #limit: Disposable | undefined;
  #isVague = false;

  constructor(after: Timer, reload: (paths: readonly string[]) => void) {
    this.#after = after;
    this.#reload = reload;
  }

  /** No paths mean: anything may have changed. */
  add(paths: readonly string[]): void {
    if (paths.length === 0) this.#isVague = true;
    for (const path of paths) this.#paths.add(path);
    this.#quiet?.dispose();
    const isBurst = this.#paths.size >= burstPaths;
    this.#quiet = this.#after(isBurst ? quietBurstMs : quietMs, () => this.#flush());
    this.#limit ??= this.#after(longestWaitMs, () => this.#endWait());
  }

  #endWait(): void {
    if (this.#paths.size < burstPaths) return this.#flush();
    this.#limit = this.#after(longestBurstMs - longestWaitMs, () => this.#flush());
  }

  dispose(): void {
    const timers = new DisposableStore();
    if (this.#quiet) timers.add(this.#quiet);
    if (this.#limit) timers.add(this.#limit);
    timers.dispose();
    this.#quiet = undefined;
    this.#limit = undefined;
  }

  #flush(): void {
    this.dispose();
    const paths = this.#isVague ? [] : [...this.#paths];
    this.#paths.clear();
    this.#isVague = false;
    this.#reload(paths);
  }
}
