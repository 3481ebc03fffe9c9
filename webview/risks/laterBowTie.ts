import { createElement } from '../ui/element.ts';
import type { BowTie, BowTieEvents } from './bowTie.ts';

type BowTieState = Parameters<BowTie['show']>[0];

/** The place of the bow-tie, which is loaded when it is first looked at. */
export class LaterBowTie {
  readonly element = createElement('div', { class: 'bow-tie-place' });
  readonly #events: BowTieEvents;
  #state: BowTieState | undefined;
  #bowTie: BowTie | undefined;
  #isLoading = false;
  /** True while the keyboard waits for it to come. */
  #isAwaited = false;

  constructor(events: BowTieEvents) {
    this.#events = events;
  }

  show(state: BowTieState): void {
    this.#state = state;
    this.#bowTie?.show(state);
    if (!this.#bowTie && state.row) void this.#load();
  }

  focus(): void {
    this.#isAwaited = !this.#bowTie;
    this.#bowTie?.focus();
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    const { BowTie: Loaded } = await import('./bowTie.ts');
    const bowTie = new Loaded(this.#events);
    this.#bowTie = bowTie;
    this.element.append(bowTie.element);
    if (this.#state) bowTie.show(this.#state);
    if (this.#isAwaited) bowTie.focus();
    this.#isAwaited = false;
  }
}
