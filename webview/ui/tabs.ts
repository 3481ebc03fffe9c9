import { createElement } from './element.ts';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly panel: HTMLElement;
}

export interface Tabs<Key extends string> {
  readonly element: HTMLElement;
  /** Marks a tab and shows its panel; tells nobody. */
  select(key: Key): void;
  focus(): void;
}

/** A list of tabs: one tab stop, arrows move and choose at once. */
export function createTabs<Key extends string>(options: {
  readonly label: string;
  readonly tabs: readonly Tab<Key>[];
  readonly onSelect: (key: Key) => void;
}): Tabs<Key> {
  const { tabs } = options;
  const element = createElement('div', {
    class: 'tabs',
    attributes: { role: 'tablist', 'aria-label': options.label },
  });
  const buttons = tabs.map(({ key, label, panel }) => {
    panel.id = `view-${key}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${key}`);
    return createElement('button', {
      class: 'tab',
      text: label,
      attributes: { type: 'button', role: 'tab', id: `tab-${key}`, 'aria-controls': panel.id },
    });
  });
  element.append(...buttons);
  const mark = (chosen: number): void => {
    for (const [place, button] of buttons.entries()) {
      const isChosen = place === chosen;
      button.setAttribute('aria-selected', String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
      // A narrow list scrolls within itself, and its bar is not seen.
      if (isChosen) button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const panel = tabs[place]?.panel;
      if (panel) panel.hidden = !isChosen;
    }
  };
  const choose = (place: number): void => {
    const tab = tabs[place];
    if (!tab) return;
    mark(place);
    buttons[place]?.focus();
    options.onSelect(tab.key);
  };
  for (const [place, button] of buttons.entries()) {
    button.addEventListener('click', () => choose(place));
    button.addEventListener('keydown', event => {
      const target = targetOf(event.key, place, buttons.length);
      if (target === undefined) return;
      event.preventDefault();
      choose(target);
    });
  }
  return {
    element,
    select: key => mark(tabs.findIndex(tab => tab.key === key)),
    focus: () => buttons.find(button => button.tabIndex === 0)?.focus(),
  };
}

function targetOf(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (place + 1) % count;
    case 'ArrowLeft':
      return (place + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
