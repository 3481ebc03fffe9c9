import { createElement } from '../ui/element.ts';
import { openPopover } from '../ui/popover.ts';

/** Tells at the cell why an edit from a menu was refused; the next key or click takes it away. */
export function showRefusal(anchor: Element, why: string): void {
  const content = createElement('div', {
    class: 'cell-refusal',
    text: why,
    attributes: { role: 'alert' },
  });
  const away = new AbortController();
  const popover = openPopover({
    // The table may have been written anew meanwhile; then the words stand where the cell was.
    anchor: anchor.isConnected ? anchor : new DOMRectReadOnly(),
    content,
    onClose: () => away.abort(),
  });
  document.addEventListener('keydown', () => popover.dispose(), {
    capture: true,
    signal: away.signal,
  });
}
