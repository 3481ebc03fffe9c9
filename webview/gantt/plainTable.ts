import { createElement, setAttribute } from '../ui/element.ts';
import type { ChartModel } from './chartModel.ts';
import { createPager, type Pager } from './tablePager.ts';
import {
  extentText,
  lastPage,
  linkPage,
  pageOf,
  planPage,
  type TablePage,
  type TableRow,
} from './tablePage.ts';

/** What the table asks of the chart. */
export interface PlainTableEvents {
  open(id: string): void;
  /** Shows the item in the chart. */
  goTo(id: string): void;
  close(): void;
  announce(text: string): void;
}

type RowAct = 'open' | 'goTo' | 'links';

const captionId = 'plain-table-caption';

/**
 * The plan as a plain table, for whoever reads it by ear or line by line: the rows of the chart as
 * they are filtered, sorted, grouped and folded now, a page at a time.
 */
export class PlainTable {
  readonly element: HTMLElement;
  readonly #model: ChartModel;
  readonly #events: PlainTableEvents;
  readonly #pager: Pager;
  readonly #back = createTextButton('Back to the plan', () => this.#showPlan());
  readonly #unfold = createTextButton('Unfold everything', () => this.#model.foldAll(false));
  readonly #scroller = createElement('div', {
    class: 'plain-table-scroller',
    attributes: { role: 'region', tabindex: '0', 'aria-labelledby': captionId },
  });
  /** What is shown now; while all of it is the same, the table stays as it is. */
  #shown: readonly unknown[] = [];
  #page = 0;
  #total = 0;
  #current: string | undefined;
  /** The item whose dependencies are shown; undefined for the plan. */
  #linksOf: string | undefined;

  constructor(model: ChartModel, events: PlainTableEvents) {
    this.#model = model;
    this.#events = events;
    this.#pager = createPager(page => this.#turnTo(page));
    const close = createTextButton('Back to the chart', () => events.close());
    close.title = 'Back to the chart (Esc)';
    this.element = createElement(
      'section',
      { class: 'plain-table', attributes: { 'aria-label': 'Plan as a table' } },
      [
        createElement('div', { class: 'plain-table-tools' }, [
          close,
          this.#back,
          this.#unfold,
          this.#pager.element,
        ]),
        this.#scroller,
      ],
    );
    this.#listen();
  }

  focus(): void {
    this.#scroller.focus({ preventScroll: true });
  }

  /** Shows what the chart would show; nothing happens while that is the same. */
  follow(): void {
    const { plan, outline, choices, selectedRow } = this.#model;
    const selected = selectedRow < 0 ? undefined : this.#model.idOf(selectedRow);
    if (selected !== this.#current) this.#goToRow(selected);
    const { columns, columnOrder } = choices;
    const wanted = [plan, outline, columns, columnOrder, this.#page, this.#linksOf, selected];
    if (wanted.every((value, place) => value === this.#shown[place])) return;
    this.#shown = wanted;
    this.#render();
  }

  #goToRow(id: string | undefined): void {
    this.#current = id;
    if (id === undefined || this.#linksOf !== undefined) return;
    const position = this.#model.positionOf(this.#model.selectedRow);
    if (position >= 0) this.#page = pageOf(position);
  }

  #render(): void {
    const links =
      this.#linksOf === undefined ? undefined : linkPage(this.#model, this.#linksOf, this.#page);
    if (!links) this.#linksOf = undefined;
    const page = links ?? planPage(this.#model, this.#page);
    this.#page = pageOf(page.from);
    this.#total = page.total;
    const focused = keyOfFocus(this.element);
    this.#back.hidden = !links;
    this.#unfold.hidden = !this.#model.hasFolds || links !== undefined;
    this.#pager.show(this.#page, lastPage(page.total));
    this.#scroller.replaceChildren(
      createTable(page, { current: this.#current, isOfLinks: links !== undefined }),
    );
    const current = this.#scroller.querySelector('[aria-current]');
    if (focused === undefined) current?.scrollIntoView({ block: 'nearest' });
    else this.#focusKey(focused);
  }

  /** What had the focus may be gone with its row: the table has it then. */
  #focusKey(key: string): void {
    const found = [...this.element.querySelectorAll<HTMLElement>('[data-key]')].find(
      element => element.dataset['key'] === key,
    );
    if (found) found.focus();
    else this.focus();
  }

  #turnTo(page: number): void {
    this.#page = Math.min(Math.max(0, page), lastPage(this.#total));
    this.follow();
    this.#scroller.scrollTop = 0;
    const { from, rows, total } = this.#pageShown();
    this.#events.announce(extentText(from, rows.length, total));
  }

  #pageShown(): TablePage {
    const links =
      this.#linksOf === undefined ? undefined : linkPage(this.#model, this.#linksOf, this.#page);
    return links ?? planPage(this.#model, this.#page);
  }

  #showLinks(id: string): void {
    this.#linksOf = id;
    this.#page = 0;
    this.follow();
    this.#scroller.scrollTop = 0;
    this.focus();
    this.#events.announce(this.#pageShown().caption);
  }

  /** Back to the row from where one came. */
  #showPlan(): void {
    const id = this.#linksOf;
    this.#linksOf = undefined;
    const row = id === undefined ? undefined : this.#model.plan?.rowOf(id);
    this.#page = row === undefined ? 0 : pageOf(this.#model.positionOf(row));
    this.follow();
    this.#focusKey(`${id ?? ''} links`);
  }

  #listen(): void {
    this.#scroller.addEventListener('click', event => {
      const button = event.target instanceof Element && event.target.closest('button');
      if (!button) return;
      const { id = '', act } = button.dataset;
      if (act === 'open') this.#events.open(id);
      else if (act === 'goTo') this.#events.goTo(id);
      else if (act === 'links') this.#showLinks(id);
    });
    this.element.addEventListener('keydown', event => {
      const isToggle = event.key === 'T' && event.target === this.#scroller;
      if (event.key !== 'Escape' && !isToggle) return;
      event.preventDefault();
      event.stopPropagation();
      if (this.#linksOf === undefined || isToggle) this.#events.close();
      else this.#showPlan();
    });
  }
}

function keyOfFocus(element: HTMLElement): string | undefined {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !element.contains(activeElement)) return undefined;
  return activeElement.dataset['key'];
}

function createTable(
  page: TablePage,
  { current, isOfLinks }: { readonly current: string | undefined; readonly isOfLinks: boolean },
): HTMLTableElement {
  const heads = ['Item', ...page.heads, 'Actions'].map(text =>
    createElement('th', { text, attributes: { scope: 'col' } }),
  );
  const table = createElement('table', {}, [
    createElement('caption', { text: page.caption, attributes: { id: captionId } }),
    createElement('thead', {}, [
      createElement('tr', { attributes: { 'aria-rowindex': '1' } }, heads),
    ]),
    createElement(
      'tbody',
      {},
      page.rows.map((row, place) => {
        const line = createRow(row, isOfLinks);
        setAttribute(line, 'aria-rowindex', String(page.from + place + 2));
        setAttribute(
          line,
          'aria-current',
          row.id === current && row.id !== '' ? 'true' : undefined,
        );
        return line;
      }),
    ),
  ]);
  setAttribute(table, 'aria-rowcount', String(page.total + 1));
  return table;
}

function createRow(row: TableRow, isOfLinks: boolean): HTMLTableRowElement {
  const id = row.id === '' ? undefined : createElement('code', { text: row.id });
  const acts =
    row.id === ''
      ? []
      : [
          createAct(row, 'open', 'Open', 'the file of'),
          createAct(row, 'goTo', 'Show', 'in the chart:'),
          isOfLinks || row.linkCount > 0
            ? createAct(row, 'links', linkLabel(row, isOfLinks), 'of')
            : undefined,
        ];
  return createElement('tr', {}, [
    createElement('th', { attributes: { scope: 'row' } }, [row.title, id && ' ', id]),
    ...row.cells.map(text => createElement('td', { text })),
    createElement('td', { class: 'plain-table-acts' }, acts),
  ]);
}

function linkLabel({ linkCount }: TableRow, isOfLinks: boolean): string {
  return isOfLinks ? 'Dependencies' : `Dependencies (${linkCount})`;
}

function createAct(row: TableRow, act: RowAct, text: string, link: string): HTMLButtonElement {
  return createElement('button', {
    class: 'gantt-button is-secondary',
    text,
    attributes: {
      type: 'button',
      'data-act': act,
      'data-id': row.id,
      'data-key': `${row.id} ${act}`,
      'aria-label': `${text} ${link} ${row.title}`,
    },
  });
}

function createTextButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = createElement('button', {
    class: 'gantt-button is-secondary',
    text,
    attributes: { type: 'button', 'data-key': text },
  });
  button.addEventListener('click', onClick);
  return button;
}
