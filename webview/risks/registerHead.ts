import { createElement, setAttribute } from '../ui/element.ts';
import type { RegisterColumn } from './registerColumns.ts';
import type { RegisterSort } from './registerUi.ts';

/** Writes the heads into their row; a head that stays is the same element, so it keeps the focus. */
export function fillHead(
  head: HTMLElement,
  columns: readonly RegisterColumn[],
  sort: RegisterSort | undefined,
): void {
  const cells = columns.map((column, place) => {
    const known = head.querySelector(`[data-column="${column.key}"]`);
    const cell = known instanceof HTMLElement ? known : createHeadCell(column);
    setAttribute(cell, 'aria-colindex', String(place + 1));
    const order = sort?.column === column.key ? sort : undefined;
    setAttribute(cell, 'aria-sort', order && (order.isFalling ? 'descending' : 'ascending'));
    return cell;
  });
  const isSame = cells.every((cell, place) => head.children[place] === cell);
  if (!isSame || cells.length !== head.childElementCount) head.replaceChildren(...cells);
}

function createHeadCell(column: RegisterColumn): HTMLElement {
  const cell = createElement('div', {
    class: `register-cell head-cell cell-${column.key}`,
    title: column.meaning,
    attributes: { role: 'columnheader', tabindex: '-1', 'data-column': column.key },
  });
  // The picture of the actions needs no words; for ears the column has its name all the same.
  const isSilent = column.key === 'actions';
  cell.append(
    createElement('span', { class: isSilent ? 'visually-hidden' : '', text: column.title }),
  );
  if (!column.compare) cell.dataset['fixed'] = '';
  return cell;
}
