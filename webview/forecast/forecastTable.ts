import { createElement } from '../ui/element.ts';

/** What one cell of a table holds. */
export type Cell = string | HTMLElement;

/** A table with a line of heads; the first cell of a row is the head of it. */
export function createTable(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): HTMLElement {
  const head = heads.map(text => createElement('th', { text, attributes: { scope: 'col' } }));
  const body = rows.map(cells =>
    createElement(
      'tr',
      {},
      cells.map((cell, place) =>
        place === 0
          ? createElement('th', { attributes: { scope: 'row' } }, [cell])
          : createElement('td', {}, [cell]),
      ),
    ),
  );
  return createElement('div', { class: 'forecast-scroll' }, [
    createElement('table', { class: 'forecast-table', attributes: { 'aria-label': label } }, [
      createElement('thead', {}, [createElement('tr', {}, head)]),
      createElement('tbody', {}, body),
    ]),
  ]);
}

/** Without anything in it to go to, a table must be gone to itself to be moved by the keys. */
export function letScroll(table: HTMLElement, label: string): HTMLElement {
  table.tabIndex = 0;
  table.setAttribute('role', 'region');
  table.setAttribute('aria-label', label);
  return table;
}

/** A number with a bar before it, on the scale of its column. */
export function createBarCell(value: number, most: number, text: string): HTMLElement {
  const bar = createElement('span', { class: 'forecast-count-bar' });
  bar.style.width = `${Math.round((Math.max(0, value) / Math.max(1, most)) * 120)}px`;
  return createElement('span', { class: 'forecast-buy' }, [bar, text]);
}
