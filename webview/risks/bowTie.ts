import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { createElement, setAttribute } from '../ui/element.ts';
import { createIcon } from '../ui/icon.ts';
import { createIconButton } from '../ui/iconButton.ts';
import { shortenText } from '../../src/core/base/shortenText.ts';
import { type BowTieCard, type BowTieColumn, bowTieColumns } from './bowTieParts.ts';

export interface BowTieEvents {
  onReference(id: string): void;
  onClose(): void;
}

/** A longer title would push the board out of sight; the detail has all of it. */
const longestTitle = 200;

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * One risk from its causes to its effects. To ears it is five lists; the lines between them say
 * nothing more, and are drawn below the cards, so that a barrier stands in the way of its causes.
 */
export class BowTie {
  readonly element = createElement('section', {
    class: 'bow-tie',
    attributes: { tabindex: '-1' },
  });
  readonly #events: BowTieEvents;
  readonly #board = createElement('div', { class: 'bow-tie-board' });
  readonly #lines = document.createElementNS(svgNamespace, 'svg');

  constructor(events: BowTieEvents) {
    this.#events = events;
    this.element.hidden = true;
    this.#lines.setAttribute('class', 'bow-tie-lines');
    this.#lines.setAttribute('aria-hidden', 'true');
    this.element.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.#events.onClose();
    });
    new ResizeObserver(() => this.#draw()).observe(this.#board);
  }

  show(state: { readonly view: RiskRegisterView; readonly row: RiskRow | undefined }): void {
    const { row, view } = state;
    this.element.hidden = row === undefined;
    if (!row) return;
    const focused = document.activeElement?.getAttribute('data-focus');
    const hadFocus = this.element.contains(document.activeElement);
    setAttribute(
      this.element,
      'aria-label',
      shortenText(`Bow-tie of ${row.id} ${row.title}`, longestTitle),
    );
    this.element.dataset['kind'] = row.riskKind;
    this.#board.replaceChildren(
      this.#lines,
      ...bowTieColumns(row, view).map(column => this.#createColumn(column)),
    );
    this.element.replaceChildren(this.#createHead(row), this.#board);
    this.#draw();
    if (!hadFocus) return;
    const again = [...this.element.querySelectorAll<HTMLElement>('[data-focus]')].find(
      each => each.dataset['focus'] === focused,
    );
    (again ?? this.element).focus({ preventScroll: true });
  }

  focus(): void {
    this.element.focus();
  }

  #createHead(row: RiskRow): HTMLElement {
    const close = createIconButton({
      icon: 'close',
      label: 'Back to the register (Escape)',
      onClick: () => this.#events.onClose(),
    });
    close.dataset['focus'] = 'close';
    return createElement('header', { class: 'bow-tie-head' }, [
      createElement('h2', {
        class: 'bow-tie-title',
        text: shortenText(`${row.id} ${row.title}`, longestTitle),
      }),
      close,
    ]);
  }

  #createColumn({ key, title, cards, empty }: BowTieColumn): HTMLElement {
    const heading = createElement('h3', { class: 'detail-part', text: title });
    const list = createElement(
      'ul',
      { class: 'bow-tie-cards', attributes: { 'aria-label': title } },
      cards.map(card => this.#createCard(card)),
    );
    const none = createElement('p', { class: 'bow-tie-empty', text: empty });
    return createElement('div', { class: `bow-tie-column bow-tie-${key}` }, [
      heading,
      cards.length === 0 ? none : list,
    ]);
  }

  #createCard(card: BowTieCard): HTMLElement {
    const content = [
      createElement('span', { class: 'bow-tie-text' }, [
        card.isDone ? createIcon('check') : undefined,
        card.text,
      ]),
      card.note === ''
        ? undefined
        : createElement('span', { class: 'bow-tie-note', text: card.note }),
    ];
    const item = createElement('li', { class: 'bow-tie-card' });
    if (card.isDone) item.dataset['done'] = '';
    if (card.id === '') {
      item.append(...content.filter(each => each !== undefined));
      return item;
    }
    const button = createElement(
      'button',
      { class: 'bow-tie-link', attributes: { type: 'button', 'data-focus': card.id } },
      content,
    );
    button.addEventListener('click', () => this.#events.onReference(card.id));
    item.append(button);
    return item;
  }

  /** From every cause to the event, and from the event to every effect. */
  #draw(): void {
    const board = this.#board.getBoundingClientRect();
    const event = this.#board.querySelector('.bow-tie-event .bow-tie-card');
    if (!event || board.width === 0) return;
    const middle = event.getBoundingClientRect();
    const path = (from: DOMRectReadOnly, to: DOMRectReadOnly): string => {
      const [x1, y1] = [from.right - board.left, from.top + from.height / 2 - board.top];
      const [x2, y2] = [to.left - board.left, to.top + to.height / 2 - board.top];
      const bend = (x1 + x2) / 2;
      return `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`;
    };
    const rects = (column: string): readonly DOMRect[] =>
      [...this.#board.querySelectorAll(`.bow-tie-${column} .bow-tie-card`)].map(card =>
        card.getBoundingClientRect(),
      );
    const line = document.createElementNS(svgNamespace, 'path');
    line.setAttribute(
      'd',
      [
        ...rects('causes').map(cause => path(cause, middle)),
        ...rects('effects').map(effect => path(middle, effect)),
      ].join(''),
    );
    this.#lines.replaceChildren(line);
  }
}
