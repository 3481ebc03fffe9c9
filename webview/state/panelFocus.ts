import type { PanelPart } from './panelPart.ts';

/** Where the keyboard is in the panel. */
export interface PanelFocus {
  /** Puts the keyboard into the open view, now or as soon as the window has it. */
  enter(): void;
  /**
   * Gives the keyboard back to what had it last, where the window has it and nothing in it does:
   * that is how the editor's own pickers and palette leave a panel behind.
   */
  restore(): void;
}

/**
 * The click or the Tab key that brought the focus here says first where it goes, and a command that
 * was chosen in the palette may take it elsewhere at once.
 */
const settleMs = 30;

/** Follows the keyboard in the window; the view that is open is asked for when it is needed. */
export function keepFocus(openPart: () => PanelPart | undefined): PanelFocus {
  let last: Element | undefined;
  let isAwaited = false;
  const restore = (): void => {
    if (!document.hasFocus()) return;
    const isLost = document.activeElement === document.body;
    if (isAwaited || (isLost && !canTakeFocus(last))) openPart()?.focus();
    else if (isLost && canTakeFocus(last)) last.focus({ preventScroll: true });
    isAwaited = false;
  };
  document.addEventListener('focusin', event => {
    last = event.target instanceof Element ? event.target : undefined;
  });
  window.addEventListener('focus', () => setTimeout(restore, settleMs));
  return {
    restore,
    enter: () => {
      isAwaited = true;
      restore();
    },
  };
}

/** A cell or row that is not the tab stop of its grid any more has handed the keyboard on. */
function canTakeFocus(element: Element | undefined): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element.isConnected &&
    element.tabIndex >= 0 &&
    element.checkVisibility({ visibilityProperty: true })
  );
}
