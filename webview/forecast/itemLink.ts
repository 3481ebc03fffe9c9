import { createElement } from '../ui/element.ts';

/** Shows an item where it is at home. */
export type ShowItem = (id: string) => void;

/** An item by its title; choosing it shows it where it is at home. */
export function createItemLink(id: string, title: string, show: ShowItem): HTMLElement {
  const link = createElement('button', {
    class: 'forecast-item',
    text: title,
    title: `Show ${id}`,
    attributes: { type: 'button', 'data-focus': id },
  });
  link.addEventListener('click', () => show(id));
  return link;
}
