import { createElement, setAttribute, setText } from '../ui/element.ts';

/** Going through the pages of a table; out of sight where one page holds all. */
export interface Pager {
  readonly element: HTMLElement;
  /** Pages count from 0. */
  show(page: number, last: number): void;
}

export function createPager(onTurn: (page: number) => void): Pager {
  let shown = 0;
  let end = 0;
  const turn = (page: number): void => {
    if (page >= 0 && page <= end && page !== shown) onTurn(page);
  };
  const previous = createTurn('Previous page', () => turn(shown - 1));
  const next = createTurn('Next page', () => turn(shown + 1));
  const input = createElement('input', {
    class: 'gantt-input',
    attributes: { type: 'number', min: '1', 'data-key': 'page' },
  });
  const of = createElement('span');
  input.addEventListener('change', () => {
    const page = Math.round(input.valueAsNumber) - 1;
    if (Number.isFinite(page)) turn(Math.min(end, Math.max(0, page)));
    input.value = String(shown + 1);
  });
  const element = createElement(
    'nav',
    { class: 'plain-table-pager', attributes: { 'aria-label': 'Pages of the table' } },
    [previous, createElement('label', {}, ['Page ', input, ' ', of]), next],
  );
  return {
    element,
    show: (page, last) => {
      [shown, end] = [page, last];
      element.hidden = last <= 0;
      input.value = String(page + 1);
      setAttribute(input, 'max', String(last + 1));
      setText(of, `of ${last + 1}`);
      setAttribute(previous, 'aria-disabled', String(page === 0));
      setAttribute(next, 'aria-disabled', String(page === last));
    },
  };
}

/** It stays in reach at the ends, so that the keyboard is not thrown out of it. */
function createTurn(text: string, onClick: () => void): HTMLButtonElement {
  const button = createElement('button', {
    class: 'gantt-button is-secondary',
    text,
    attributes: { type: 'button', 'data-key': text },
  });
  button.addEventListener('click', onClick);
  return button;
}
