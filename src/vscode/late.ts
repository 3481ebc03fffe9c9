import { Emitter, type Event } from '../core/base/event.ts';
import type { Disposable } from '../core/base/disposable.ts';

/** A part that is loaded only when it is needed, for those who want it once it is there. */
export class Late<T> implements Disposable {
  readonly #sets = new Emitter<T>();
  #current: T | undefined;

  readonly onDidSet: Event<T> = this.#sets.event;

  /** Undefined until it has been loaded. */
  get current(): T | undefined {
    return this.#current;
  }

  set(value: T): void {
    this.#current = value;
    this.#sets.fire(value);
  }

  dispose(): void {
    this.#sets.dispose();
  }
}
