import type { Disposable } from './disposable.ts';

/** Subscribes a listener; the answer ends the subscription. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/**
 * Announces what has happened. A listener that fires again is served after the running round, so
 * every listener sees every value in the same order.
 */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<(value: T) => void>();
  /** Boxed, so that an event without a value is an event too. */
  readonly #queue: { readonly value: T }[] = [];
  #isFiring = false;

  readonly event: Event<T> = listener => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    this.#queue.push({ value });
    if (this.#isFiring) return;
    this.#isFiring = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        for (const listener of [...this.#listeners]) listener(next.value);
      }
    } finally {
      this.#isFiring = false;
    }
  }

  dispose(): void {
    this.#listeners.clear();
    this.#queue.length = 0;
  }
}
