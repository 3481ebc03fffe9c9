/** Something with an end: a listener, a watcher, a panel. */
export interface Disposable {
  dispose(): void;
}

/**
 * Owns disposables and ends them in reverse order. What is added after the end is ended at once,
 * and one failure does not keep the others alive.
 */
export class DisposableStore implements Disposable {
  readonly #owned = new Set<Disposable>();
  #isDisposed = false;

  add<T extends Disposable>(disposable: T): T {
    if (this.#isDisposed) disposable.dispose();
    else this.#owned.add(disposable);
    return disposable;
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    const failures: unknown[] = [];
    for (const disposable of [...this.#owned].reverse()) {
      try {
        disposable.dispose();
      } catch (failure) {
        failures.push(failure);
      }
    }
    this.#owned.clear();
    if (failures.length > 0) throw new AggregateError(failures, 'Some disposables failed to end');
  }
}
