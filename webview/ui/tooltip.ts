import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from './element.ts';
import { place } from './popover.ts';

export interface Tooltip extends Disposable {
  /** Shows the text beside the rectangle of the window, at once. */
  show(text: string, at: DOMRectReadOnly): void;
  hide(): void;
}

/** One floating text for a whole view. Escape hides it, and the pointer may rest on it. */
export function createTooltip(): Tooltip {
  const element = createElement('div', {
    class: 'popover tooltip',
    attributes: { popover: 'manual', role: 'tooltip' },
  });
  document.body.append(element);
  const hide = (): void => {
    if (element.matches(':popover-open')) element.hidePopover();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hide();
  };
  document.addEventListener('keydown', onKey, true);
  element.addEventListener('pointerleave', hide);
  return {
    show: (text, at) => {
      element.textContent = text;
      if (!element.matches(':popover-open')) element.showPopover();
      place(element, at);
    },
    hide,
    dispose: () => {
      document.removeEventListener('keydown', onKey, true);
      element.remove();
    },
  };
}
