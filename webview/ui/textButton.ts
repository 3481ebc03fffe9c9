import { createElement } from './element.ts';
import { openMenu, type MenuItem } from './menu.ts';

/** A button of words in a toolbar or a page. */
export function createTextButton(
  text: string,
  onClick: (button: HTMLElement) => unknown,
): HTMLButtonElement {
  const button = createElement('button', {
    class: 'gantt-button',
    text,
    attributes: { type: 'button' },
  });
  button.addEventListener('click', () => onClick(button));
  return button;
}

/** A button that opens a menu below it. */
export function createMenuButton(
  text: string,
  label: string,
  items: () => readonly MenuItem[],
): HTMLButtonElement {
  const button = createTextButton(text, anchor => openMenu({ anchor, label, items: items() }));
  button.setAttribute('aria-haspopup', 'menu');
  return button;
}
