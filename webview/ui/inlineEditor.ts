import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from './element.ts';
import type { Choice } from './select.ts';

/** Where the focus goes when the editor closes: back, or to the field before or after. */
export type EditorExit = 'stay' | 'next' | 'previous';

export interface InlineEditorOptions {
  /** What the editor is put into; it must be positioned. */
  readonly host: HTMLElement;
  /** In CSS pixels inside the host. */
  readonly at: { readonly left: number; readonly top: number; readonly width: number };
  readonly kind: 'line' | 'text' | 'suggest' | 'date';
  readonly label: string;
  readonly value: string;
  readonly suggestions?: readonly Choice[];
  /** The value as it is in the newest plan; undefined where it is there no more. */
  readonly present?: () => string | undefined;
  /** Answers why the value is refused, or undefined when it was taken. */
  readonly commit: (value: string) => Promise<string | undefined>;
  readonly onClose: (exit: EditorExit) => void;
  /** However it closes, also when the focus went elsewhere by itself; before `onClose`. */
  readonly onGone?: () => void;
  /** The place of the editor is gone, and with it a text that was not taken. */
  readonly onDropped?: (text: string) => void;
}

/**
 * Edits a value where it stands. Enter or leaving it commits, Escape gives up, Tab commits and
 * moves on; a refusal is shown at the field, which stays open.
 */
export function openInlineEditor(options: InlineEditorOptions): Disposable {
  return new InlineEditor(options);
}

/** That a value which is about to be written over is another one by now. */
export function tellChange(present: string): string {
  const became = present === '' ? 'This was emptied' : `This became “${present}”`;
  return `${became} meanwhile; press Enter to write yours over it, or Escape to leave it`;
}

class InlineEditor implements Disposable {
  readonly #options: InlineEditorOptions;
  readonly #element: HTMLElement;
  readonly #input: HTMLInputElement | HTMLTextAreaElement;
  readonly #refusal: HTMLElement;
  #isClosed = false;
  #isBusy = false;
  /** The value that the person knows to write over. */
  #known: string;

  constructor(options: InlineEditorOptions) {
    this.#options = options;
    this.#known = options.value;
    this.#input = createInput(options);
    this.#refusal = createElement('div', {
      class: 'inline-refusal',
      attributes: { role: 'alert' },
    });
    this.#refusal.hidden = true;
    this.#element = createElement('div', { class: 'inline-editor' }, [
      this.#input,
      createSuggestions(options.suggestions ?? [], value => {
        this.#input.value = value;
        void this.#commit('stay');
      }),
      this.#refusal,
    ]);
    const { left, top, width } = options.at;
    this.#element.style.left = `${left}px`;
    this.#element.style.top = `${top}px`;
    this.#element.style.width = `${width}px`;
    this.#element.addEventListener('keydown', event => this.#onKey(event));
    this.#element.addEventListener('focusout', event => {
      const goesInside =
        event.relatedTarget instanceof Node && this.#element.contains(event.relatedTarget);
      if (!goesInside && document.hasFocus()) void this.#commit(undefined);
    });
    options.host.append(this.#element);
    this.#input.focus();
    if (this.#input.type !== 'date') this.#input.select();
  }

  dispose(): void {
    const { value } = this.#input;
    const isDropped = !this.#isClosed && value !== this.#options.value;
    this.#close(undefined);
    if (isDropped) this.#options.onDropped?.(value);
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    const isInInput = event.target === this.#input;
    if (event.key === 'Escape') this.#close('stay');
    else if (event.key === 'Enter' && isInInput && !event.shiftKey) void this.#commit('stay');
    else if (event.key === 'Tab') void this.#commit(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  }

  /** Without an exit the focus is elsewhere already and is left there. */
  async #commit(exit: EditorExit | undefined): Promise<void> {
    if (this.#isBusy || this.#isClosed) return;
    const { value } = this.#input;
    if (value === this.#options.value) return this.#close(exit);
    this.#isBusy = true;
    const why = this.#changeMeanwhile(value) ?? (await this.#options.commit(value));
    this.#isBusy = false;
    if (why === undefined) return this.#close(exit);
    this.#input.setAttribute('aria-invalid', 'true');
    this.#refusal.textContent = why;
    this.#refusal.hidden = false;
    if (exit !== undefined) this.#input.focus();
  }

  /** What somebody else wrote meanwhile, by a checkout for example, is written over only knowingly. */
  #changeMeanwhile(value: string): string | undefined {
    const present = this.#options.present?.();
    if (present === undefined || present === this.#known || present === value) return undefined;
    this.#known = present;
    return tellChange(present);
  }

  #close(exit: EditorExit | undefined): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#element.remove();
    this.#options.onGone?.();
    if (exit !== undefined) this.#options.onClose(exit);
  }
}

function createInput(options: InlineEditorOptions): HTMLInputElement | HTMLTextAreaElement {
  const attributes = { 'aria-label': options.label };
  if (options.kind === 'text') {
    const area = createElement('textarea', { class: 'inline-input', attributes });
    area.rows = 3;
    area.value = options.value;
    return area;
  }
  const input = createElement('input', { class: 'inline-input', attributes });
  input.type = options.kind === 'date' ? 'date' : 'text';
  input.value = options.value;
  return input;
}

/** Values to take with a click; the field still takes any other. */
export function createSuggestions(
  suggestions: readonly Choice[],
  onPick: (value: string) => void,
): HTMLElement | undefined {
  if (suggestions.length === 0) return undefined;
  const buttons = suggestions.map(({ value, label }) => {
    const button = createElement('button', {
      class: 'suggestion',
      text: label,
      attributes: { type: 'button', tabindex: '-1' },
    });
    // The field keeps the focus, so that leaving it does not commit the value before.
    button.addEventListener('pointerdown', event => event.preventDefault());
    button.addEventListener('click', () => onPick(value));
    return button;
  });
  return createElement(
    'div',
    { class: 'suggestions', attributes: { role: 'group', 'aria-label': 'Suggestions' } },
    buttons,
  );
}
