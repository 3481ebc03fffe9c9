import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement, setHidden, setText } from '../ui/element.ts';
import type { ChartBody } from './chartBody.ts';
import { rowHeightPx } from './layout.ts';
import type { DropMark } from './rowGesture.ts';

/** Between the pointer and what is said beside it. */
const besidePx = 16;
/** The line is thinner than this, and stays in sight at either end of the rows. */
const linePx = 2;

/** Where rows in hand would land: a line between two rows, and its meaning in words at the pointer. */
export class DropLine implements Disposable {
  readonly #body: ChartBody;
  readonly #line = createElement('div', {
    class: 'gantt-drop-line',
    attributes: { 'aria-hidden': 'true' },
  });
  /** What it says is announced as well. */
  readonly #hint = createElement('div', {
    class: 'gantt-drop-hint',
    attributes: { 'aria-hidden': 'true' },
  });

  constructor(body: ChartBody) {
    this.#body = body;
    this.#line.hidden = true;
    this.#hint.hidden = true;
    body.grid.pane.append(this.#line);
    body.element.append(this.#hint);
  }

  /** @param topPx how far the rows are scrolled */
  show(mark: DropMark | undefined, { topPx, heightPx }: { topPx: number; heightPx: number }): void {
    const landing = mark?.landing;
    setHidden(this.#line, !landing);
    setHidden(this.#hint, !mark);
    if (landing) {
      const y = landing.position * rowHeightPx - topPx - linePx / 2;
      const seen = Math.max(0, Math.min(heightPx - linePx, y));
      this.#line.style.transform = `translateY(${seen}px)`;
      this.#line.style.setProperty('--gantt-level', String(landing.level));
    }
    if (!mark) return;
    setText(this.#hint, mark.text);
    this.#hint.classList.toggle('is-refused', !landing);
    this.#placeHint(mark);
  }

  dispose(): void {
    this.#line.remove();
    this.#hint.remove();
  }

  /** Below the pointer and right of it, or above and left where there is no room. */
  #placeHint({ x, y }: DropMark): void {
    const box = this.#body.element.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.#hint;
    const left = Math.max(0, Math.min(x - box.left + besidePx, box.width - offsetWidth));
    const below = y - box.top + besidePx;
    const top = below + offsetHeight <= box.height ? below : y - box.top - besidePx - offsetHeight;
    this.#hint.style.transform = `translate(${left}px, ${Math.max(0, top)}px)`;
  }
}
