import { createElement, setAttribute } from '../ui/element.ts';

export interface SplitterEvents {
  /** Wants the grid so wide; the chart decides what is possible. */
  onResize(gridPx: number): void;
  onToggle(): void;
}

const stepPx = 24;

/** The line between grid and timeline: drag it, press arrows on it, or fold the grid away. */
export class Splitter {
  readonly element = createElement('div', {
    class: 'gantt-splitter',
    title: 'Drag, or press ← and →; Enter or a double click folds the table',
    attributes: {
      role: 'separator',
      tabindex: '0',
      'aria-orientation': 'vertical',
      'aria-label': 'Width of the table',
      'aria-valuemin': '0',
    },
  });
  #gridPx = 0;

  constructor(events: SplitterEvents) {
    const { element } = this;
    let grabbed: { readonly x: number; readonly gridPx: number } | undefined;
    element.addEventListener('pointerdown', event => {
      grabbed = { x: event.clientX, gridPx: this.#gridPx };
      element.setPointerCapture(event.pointerId);
      element.classList.add('is-dragging');
    });
    element.addEventListener('pointermove', event => {
      if (grabbed) events.onResize(grabbed.gridPx + event.clientX - grabbed.x);
    });
    const end = (): void => {
      grabbed = undefined;
      element.classList.remove('is-dragging');
    };
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
    element.addEventListener('dblclick', () => events.onToggle());
    element.addEventListener('keydown', event => {
      if (event.key === 'ArrowLeft') events.onResize(this.#gridPx - stepPx);
      else if (event.key === 'ArrowRight') events.onResize(this.#gridPx + stepPx);
      else if (event.key === 'Enter') events.onToggle();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  show(gridPx: number, widthPx: number): void {
    this.#gridPx = gridPx;
    setAttribute(this.element, 'aria-valuenow', String(Math.round(gridPx)));
    setAttribute(this.element, 'aria-valuemax', String(Math.round(widthPx)));
  }
}
