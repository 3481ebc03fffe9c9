import { createElement, setHidden, setText } from '../ui/element.ts';
import { createIconButton } from '../ui/iconButton.ts';
import type { ColumnWindow } from './columnWindow.ts';

/** So far the wheel turns sideways for one column, in CSS pixels. */
const wheelStepPx = 60;

/** Above the heads, where there are more columns than have room: what is in sight, and the way on. */
export class ColumnPager {
  readonly element: HTMLElement;
  readonly #onStep: (by: 1 | -1) => void;
  readonly #text = createElement('span', { class: 'gantt-pager-text' });
  readonly #back: HTMLButtonElement;
  readonly #on: HTMLButtonElement;
  #turnedPx = 0;

  constructor(onStep: (by: 1 | -1) => void) {
    this.#onStep = onStep;
    this.#back = createIconButton({
      icon: 'left',
      label: 'Scroll left (Ctrl+←)',
      onClick: () => onStep(-1),
    });
    this.#on = createIconButton({
      icon: 'right',
      label: 'Scroll right (Ctrl+→)',
      onClick: () => onStep(1),
    });
    this.element = createElement(
      'div',
      { class: 'gantt-pager', attributes: { role: 'group', 'aria-label': 'Columns in sight' } },
      [this.#text, this.#back, this.#on],
    );
  }

  show({ seen, all, from, lastFrom }: ColumnWindow, gridPx: number): void {
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
      this.#onStep(by);
    }
    return true;
  }
}
