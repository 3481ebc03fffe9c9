import { createElement, setHidden, setText } from '../ui/element.ts';
import { createIconButton } from '../ui/iconButton.ts';
import type { ColumnChoices, ColumnKey, PlacedColumn } from './columns.ts';
import { windowColumns, type ColumnWindow } from './columnWindow.ts';

/** So far the wheel turns sideways for one column, in CSS pixels. */
const wheelStepPx = 60;

/** Above the heads, where there are more columns than have room: what is in sight, and the way on. */
export class ColumnPager {
  readonly element: HTMLElement;
  readonly #onScroll: () => void;
  readonly #text = createElement('span', { class: 'gantt-pager-text' });
  readonly #back: HTMLButtonElement;
  readonly #on: HTMLButtonElement;
  #turnedPx = 0;
  #window: ColumnWindow = { seen: [], all: [], from: 0, lastFrom: 0 };

  /** @param onScroll wants the columns fitted anew */
  constructor(onScroll: () => void) {
    this.#onScroll = onScroll;
    this.#back = createIconButton({
      icon: 'left',
      label: 'Scroll left (Ctrl+←)',
      onClick: () => this.scrollBy(-1),
    });
    this.#on = createIconButton({
      icon: 'right',
      label: 'Scroll right (Ctrl+→)',
      onClick: () => this.scrollBy(1),
    });
    this.element = createElement(
      'div',
      { class: 'gantt-pager', attributes: { role: 'group', 'aria-label': 'Columns in sight' } },
      [this.#text, this.#back, this.#on],
    );
  }

  /** Every column that is chosen, in the order in which they come into sight. */
  get all(): readonly ColumnKey[] {
    return this.#window.all;
  }

  get seen(): readonly PlacedColumn[] {
    return this.#window.seen;
  }

  scrollBy(by: 1 | -1): void {
    this.#scrollTo(this.#window.from + by);
  }

  /** Scrolls just so far that a column is seen. */
  reveal(key: ColumnKey): void {
    const place = this.all.indexOf(key);
    if (place < 0 || this.#sees(key)) return;
    if (place < this.#window.from) this.#scrollTo(place);
    while (!this.#sees(key) && this.#window.from < this.#window.lastFrom) this.scrollBy(1);
  }

  #sees(key: ColumnKey): boolean {
    return this.seen.some(({ column }) => column.key === key);
  }

  #scrollTo(from: number): void {
    this.#window = { ...this.#window, from };
    this.#onScroll();
  }

  /** The columns that are in sight beside the title. */
  fit(
    choices: ColumnChoices,
    order: readonly ColumnKey[],
    gridPx: number,
  ): readonly PlacedColumn[] {
    this.#window = windowColumns(choices, order, { gridPx, from: this.#window.from });
    this.#show(gridPx);
    return this.#window.seen;
  }

  #show(gridPx: number): void {
    const { seen, all, from, lastFrom } = this.#window;
    setHidden(this.element, lastFrom === 0 || seen.length === 0);
    this.element.style.width = `${gridPx}px`;
    const last = from + seen.length;
    const which = seen.length === 1 ? `${last}` : `${from + 1}–${last}`;
    setText(this.#text, `${which} of ${all.length}`);
    // A button that goes grey under the pointer would lose the keyboard: it stays, and does nothing.
    this.#back.setAttribute('aria-disabled', String(from === 0));
    this.#on.setAttribute('aria-disabled', String(from === lastFrom));
  }

  /** Turns of the wheel sideways over the table go through the columns; false where there are no more. */
  turn(event: WheelEvent): boolean {
    const byPx = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (this.element.hidden || Math.abs(byPx) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      return false;
    }
    this.#turnedPx += byPx;
    while (Math.abs(this.#turnedPx) >= wheelStepPx) {
      const by = this.#turnedPx > 0 ? 1 : -1;
      this.#turnedPx -= by * wheelStepPx;
      this.scrollBy(by);
    }
    return true;
  }
}
