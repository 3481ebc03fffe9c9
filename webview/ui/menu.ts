import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from './element.ts';
import { createIcon, type IconName } from './icon.ts';
import { type Anchor, openPopover } from './popover.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
  /** Makes it one of several choices, taken or not. */
  readonly isChecked?: boolean;
  /** Makes it a switch of its own, on or off by `isChecked`. */
  readonly isSwitch?: boolean;
  /** Draws a line above. */
  readonly startsGroup?: boolean;
  readonly run: () => void;
}

/** A menu beside the anchor: arrows, Home, End and first letters move, Enter runs, Escape closes. */
export function openMenu(options: {
  readonly anchor: Anchor;
  readonly label: string;
  readonly items: readonly MenuItem[];
}): Disposable {
  const menu = createElement('div', {
    class: 'menu',
    attributes: { role: 'menu', 'aria-label': options.label },
  });
  const close = (): void => popover.dispose();
  for (const item of options.items) {
    if (item.startsGroup === true) {
      menu.append(createElement('hr', { class: 'menu-divider' }));
    }
    menu.append(createMenuItem(item, close));
  }
  menu.addEventListener('keydown', event => moveFocus(menu, event, close));
  const popover = openPopover({ anchor: options.anchor, content: menu });
  const items = enabledItems(menu);
  (items.find(item => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
  return popover;
}

function createMenuItem(item: MenuItem, close: () => void): HTMLButtonElement {
  const button = createElement(
    'button',
    { class: 'menu-item', attributes: { type: 'button', role: 'menuitem', tabindex: '-1' } },
    [iconOf(item), item.label],
  );
  button.disabled = item.isDisabled === true;
  if (item.isChecked !== undefined) {
    button.setAttribute('role', item.isSwitch === true ? 'menuitemcheckbox' : 'menuitemradio');
    button.setAttribute('aria-checked', String(item.isChecked));
  }
  button.addEventListener('click', () => {
    close();
    item.run();
  });
  return button;
}

function enabledItems(menu: HTMLElement): readonly HTMLButtonElement[] {
  return [...menu.querySelectorAll<HTMLButtonElement>('.menu-item:enabled')];
}

/** A choice has a tick, or the room of one: choices then stand below one another. */
function iconOf({ icon, isChecked }: MenuItem): SVGSVGElement | undefined {
  if (isChecked !== undefined) return createIcon('check');
  return icon && createIcon(icon);
}

function moveFocus(menu: HTMLElement, event: KeyboardEvent, close: () => void): void {
  const items = enabledItems(menu);
  const at = items.findIndex(item => item === document.activeElement);
  const target = targetOf(event.key, at, items);
  if (event.key === 'Tab') close();
  if (target === undefined && event.key !== 'Tab') return;
  event.preventDefault();
  event.stopPropagation();
  target?.focus();
}

function targetOf(
  key: string,
  at: number,
  items: readonly HTMLButtonElement[],
): HTMLButtonElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      if (key.length !== 1) return undefined;
      const letter = key.toLowerCase();
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      return after.find(item => item.textContent.trim().toLowerCase().startsWith(letter));
    }
  }
}
