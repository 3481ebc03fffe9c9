import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from './element.ts';

/** Where a popover is fastened: an element, or a rectangle of the window in CSS pixels. */
export type Anchor = Element | DOMRectReadOnly;

const gapPx = 4;

/**
 * Shows `content` in the top layer beside the anchor. Escape and a click elsewhere close it, and
 * the focus goes back to where it was.
 */
export function openPopover(options: {
  readonly anchor: Anchor;
  readonly content: HTMLElement;
  /** Said when the focus moves into it; left out where the content has a role of its own. */
  readonly label?: string;
  readonly onClose?: () => void;
}): Disposable {
  const { anchor, content, label } = options;
  const before = document.activeElement;
  const popover = createElement('div', { class: 'popover', attributes: { popover: 'auto' } }, [
    content,
  ]);
  if (label !== undefined) {
    popover.setAttribute('role', 'dialog');
    popover.setAttribute('aria-label', label);
  }
  // In the top layer its place in the page changes no look, but keeps it inside a landmark.
  (document.querySelector('main') ?? document.body).append(popover);
  let isClosed = false;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    const hadFocus = popover.contains(document.activeElement);
    popover.remove();
    const isLost = hadFocus || document.activeElement === document.body;
    if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    options.onClose?.();
  };
  popover.addEventListener('toggle', event => {
    if (event instanceof ToggleEvent && event.newState === 'closed') close();
  });
  popover.showPopover();
  place(popover, anchor instanceof Element ? anchor.getBoundingClientRect() : anchor);
  return { dispose: close };
}

/** Below the anchor where there is room, else above, else over it; always inside the window. */
export function place(floating: HTMLElement, anchor: DOMRectReadOnly): void {
  const { offsetWidth: width, offsetHeight: height } = floating;
  const below = anchor.bottom + gapPx;
  const fitsBelow = below + height <= innerHeight - gapPx;
  const above = anchor.top - gapPx - height;
  const inside = Math.max(gapPx, innerHeight - gapPx - height);
  const top = fitsBelow ? below : above >= gapPx ? above : inside;
  const left = Math.max(gapPx, Math.min(anchor.left, innerWidth - width - gapPx));
  floating.style.left = `${left}px`;
  floating.style.top = `${top}px`;
}
