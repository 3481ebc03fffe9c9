import { createElement } from '../ui/element.ts';

/** A number with a bar before it, on the scale of its column. */
export function createBarCell(value: number, most: number, text: string): HTMLElement {
  const bar = createElement('span', { class: 'forecast-count-bar' });
  bar.style.width = `${Math.round((Math.max(0, value) / Math.max(1, most)) * 120)}px`;
  return createElement('span', { class: 'forecast-buy' }, [bar, text]);
}
