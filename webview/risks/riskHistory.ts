import type { RiskHistoryView } from '../../src/core/views/riskHistoryView.ts';
import { createElement, setText } from '../ui/element.ts';
import type { createHistoryPicture } from './historyPicture.ts';
import type { HistoryState } from './historyState.ts';

/**
 * What the risks weighed from commit to commit, as a line and as a table. Git is asked when it is
 * opened, and not before.
 */
export class RiskHistory {
  readonly element = createElement('details', { class: 'risk-history' });
  readonly #load: () => Promise<RiskHistoryView | undefined>;
  readonly #title = createElement('summary', { attributes: { 'data-focus': 'history' } });
  readonly #body = createElement('div', { class: 'risk-history-body' });
  #state: HistoryState | undefined;
  /** Undefined before git was asked, null where it had no answer. */
  #history: RiskHistoryView | null | undefined;
  #isAsking = false;
  /** What draws it: nobody needs that before it is opened. */
  #draw: typeof createHistoryPicture | undefined;

  constructor(load: () => Promise<RiskHistoryView | undefined>) {
    this.#load = load;
    this.element.append(this.#title, this.#body);
    this.element.addEventListener('toggle', () => {
      if (this.element.open) void this.#ask();
    });
  }

  /** Puts it to the end of what tells about the risk, or about all of them. */
  show(parent: HTMLElement, state: HistoryState & { readonly hadFocus: boolean }): void {
    this.#state = state;
    if (parent.lastElementChild !== this.element) parent.append(this.element);
    if (state.hadFocus) this.#title.focus({ preventScroll: true });
    setText(this.#title, state.row ? `History of ${state.row.id}` : 'Exposure over time');
    if (this.element.open) this.#fill();
  }

  /** Opens it for the keyboard, or folds it away. */
  toggle(): void {
    this.element.open = !this.element.open;
    this.#title.focus();
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#fill();
    const [history, picture] = await Promise.all([this.#load(), import('./historyPicture.ts')]);
    this.#history = history ?? null;
    this.#draw = picture.createHistoryPicture;
    this.#isAsking = false;
    this.#fill();
  }

  #fill(): void {
    const state = this.#state;
    if (!state) return;
    const note = (text: string): HTMLElement => createElement('p', { class: 'faint', text });
    if (this.#history === undefined) return this.#body.replaceChildren(note('Asking git…'));
    if (this.#history === null || this.#history.points.length === 0) {
      return this.#body.replaceChildren(
        note('Git has no history of the risks here: commit them, and trust the folder'),
      );
    }
    if (this.#draw) this.#body.replaceChildren(...this.#draw(this.#history, state));
  }
}
