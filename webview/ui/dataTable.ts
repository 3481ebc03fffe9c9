import { createElement } from './element.ts';

/** What one cell of a table holds. */
export type Cell = string | HTMLElement;

/**
 * A table whose first cells name their rows; it is scrolled sideways where it has no room.
 * @param numbers the columns whose digits stand below one another, counted from 0
 */
export function createTable(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  numbers: readonly number[] = [],
): HTMLElement {
  const kindOf = (place: number): { readonly class?: string } =>
    numbers.includes(place) ? { class: 'is-number' } : {};
  const head = heads.map((text, place) =>
    createElement('th', { ...kindOf(place), text, attributes: { scope: 'col' } }),
  );
  const body = rows.map(cells =>
    createElement(
      'tr',
      {},
      cells.map((cell, place) =>
        place === 0
          ? createElement('th', { attributes: { scope: 'row' } }, [cell])
          : createElement('td', kindOf(place), [cell]),
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
