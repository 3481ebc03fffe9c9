import { Emitter, type Event } from '../core/base/event.ts';
import type { Disposable } from '../core/base/disposable.ts';
import type { OpenPlan } from './openPlan.ts';

/** Where a person selected something. A surface ignores what came from itself. */
export type SelectionSource = 'tree' | 'panel' | 'editor' | 'command';

export interface Selected {
  readonly plan: OpenPlan;
  readonly id: string | undefined;
  readonly source: SelectionSource;
}

/** The one item that is selected, in step between trees, panel and editors. */
export class Selection implements Disposable {
  readonly #changes = new Emitter<Selected>();
  #current: Selected | undefined;

  readonly onDidChange: Event<Selected> = this.#changes.event;

  get current(): Selected | undefined {
    return this.#current;
  }

  /** Selecting what is selected already announces nothing, so surfaces cannot echo one another. */
  select(next: Selected): void {
    const { plan, id } = this.#current ?? {};
    if (plan === next.plan && id === next.id) return;
    this.#current = next;
    this.#changes.fire(next);
  }

  dispose(): void {
    this.#changes.dispose();
  }
}
