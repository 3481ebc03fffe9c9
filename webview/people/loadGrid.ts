import {
  windowOf,
  type LoadRow,
  type LoadTable,
  type LoadWindow,
} from '../../src/core/views/peopleView.ts';
import { createElement, setAttribute, setText } from '../ui/element.ts';
import { clampPlace, scrollFor, visibleRows } from '../ui/rowWindow.ts';
import { createLoadRow, laneRowPx, type LoadShown } from './loadRow.ts';
import { readWeek, weekText } from './loadText.ts';

/** Rows beyond the window on each side, so that scrolling shows no gaps. */
const spareRows = 5;
/** The room for a label such as `11 Jan 2027`, with a gap. */
const weekLabelPx = 92;
/** Labels stand so many weeks apart. */
const weekSteps = [1, 2, 4, 8, 13, 26, 52, 104];

export interface LoadGridEvents {
  select(key: string): void;
  /** Into what is told of the row that is selected. */
  enter(): void;
}

interface DrawnRow {
  readonly element: HTMLElement;
  readonly isSelected: boolean;
  /** The week that is marked in it. */
  readonly cursor: number | undefined;
}

/**
 * Lanes below one another, as many as the window has room for: one tab stop, up and down choose a
 * row, left and right a week, which is read below. A class for what it keeps between frames.
 */
export class LoadGrid {
  readonly element: HTMLElement;
  readonly #events: LoadGridEvents;
  readonly #weeks = createElement('div', {
    class: 'load-weeks',
    attributes: { 'aria-hidden': 'true' },
  });
  readonly #rows = createElement('div', { class: 'load-rows', attributes: { role: 'rowgroup' } });
  readonly #grid: HTMLElement;
  readonly #reading = createElement('p', { class: 'load-reading', attributes: { role: 'status' } });
  /** The rows in the page by their place. */
  readonly #drawn = new Map<number, DrawnRow>();
  #shown: LoadShown | undefined;
  #selected: string | undefined;
  #cursor: number | undefined;
  #frame: number | undefined;

  constructor(events: LoadGridEvents) {
    this.#events = events;
    this.#grid = createElement(
      'div',
      { class: 'load-grid', attributes: { role: 'grid', tabindex: '0', 'aria-label': 'Load' } },
      [this.#rows],
    );
    const head = createElement(
      'div',
      { class: 'load-head', attributes: { 'aria-hidden': 'true' } },
      [
        createElement('span', { class: 'load-name', text: 'Name' }),
        createElement('span', { class: 'load-number', text: 'Work' }),
        createElement('span', { class: 'load-number', text: 'Too much' }),
        this.#weeks,
      ],
    );
    this.element = createElement('div', { class: 'load' }, [head, this.#grid, this.#reading]);
    this.#grid.addEventListener('scroll', () => this.#paintSoon(), { passive: true });
    this.#grid.addEventListener('keydown', event => this.#onKey(event));
    this.#grid.addEventListener('click', event => this.#onClick(event));
    new ResizeObserver(() => this.#paintSoon()).observe(this.#grid);
    new ResizeObserver(() => {
      if (this.#shown) this.#showWeeks(this.#shown);
    }).observe(this.#weeks);
  }

  get #table(): LoadTable | undefined {
    return this.#shown?.view.tables[this.#shown.by];
  }

  show(shown: LoadShown, selected: string | undefined): void {
    if (this.#shown?.by !== shown.by) this.#cursor = undefined;
    this.#shown = shown;
    this.#selected = selected;
    const { rows } = shown.view.tables[shown.by];
    this.#grid.setAttribute('aria-label', `Load by ${shown.by}`);
    this.#grid.setAttribute('aria-rowcount', String(rows.length));
    this.#rows.style.height = `${rows.length * laneRowPx}px`;
    this.#rows.replaceChildren();
    this.#drawn.clear();
    this.#showWeeks(shown);
    this.#paint();
  }

  focus(): void {
    this.#grid.focus();
  }

  /** Brings the row that is selected into the window. */
  reveal(): void {
    const place = this.#place();
    if (place < 0) return;
    const from = place * laneRowPx;
    const { scrollTop: scroll, clientHeight: room } = this.#grid;
    this.#grid.scrollTop = scrollFor({ scroll, room, from, to: from + laneRowPx });
  }

  #place(): number {
    return this.#table?.rows.findIndex(({ key }) => key === this.#selected) ?? -1;
  }

  /** A label every so many weeks, as many as there is room for. */
  #showWeeks({ view, window }: LoadShown): void {
    const most = Math.max(1, Math.floor(this.#weeks.clientWidth / weekLabelPx));
    const step = weekSteps.find(each => window.count / each <= most) ?? window.count;
    const labels: HTMLElement[] = [];
    for (let at = 0; at < window.count; at += step) {
      const label = createElement('span', { text: weekText(view, window.from + at) });
      label.style.left = `${(at / window.count) * 100}%`;
      labels.push(label);
    }
    this.#weeks.replaceChildren(...labels);
  }

  #paintSoon(): void {
    this.#frame ??= requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    this.#frame = undefined;
    const table = this.#table;
    if (!table || !this.#shown) return;
    const { scrollTop, clientHeight } = this.#grid;
    const { from, to } = visibleRows({
      scrollTop,
      clientHeight,
      rowPx: laneRowPx,
      spareRows,
      count: table.rows.length,
    });
    for (const [place, { element }] of this.#drawn) {
      if (place >= from && place < to) continue;
      element.remove();
      this.#drawn.delete(place);
    }
    let below: Node | null = null;
    for (let place = to - 1; place >= from; place--) {
      const row = table.rows[place];
      if (!row) continue;
      const element = this.#rowAt(place, row, this.#shown);
      if (!element.isConnected) this.#rows.insertBefore(element, below);
      below = element;
    }
    const active = this.#place();
    const isThere = active >= from && active < to;
    setAttribute(this.#grid, 'aria-activedescendant', isThere ? `load-${active}` : undefined);
    this.#read();
  }

  /** A row as it is now: the very one that stands there, unless it is to show something else. */
  #rowAt(place: number, row: LoadRow, shown: LoadShown): HTMLElement {
    const isSelected = row.key === this.#selected;
    const cursor = isSelected ? this.#cursor : undefined;
    const kept = this.#drawn.get(place);
    if (kept?.isSelected === isSelected && kept.cursor === cursor) return kept.element;
    kept?.element.remove();
    const cells = this.#cellsOf(place, shown);
    const element = createLoadRow(row, { place, isSelected, cursor, cells, shown });
    this.#drawn.set(place, { element, isSelected, cursor });
    return element;
  }

  #cellsOf(row: number, { view, by, window }: LoadShown): LoadWindow {
    return windowOf(view.tables[by], view.weeks, { row, from: window.from, count: window.count });
  }

  /** Says what the week under the cursor holds. */
  #read(): void {
    const place = this.#place();
    const row = this.#table?.rows[place];
    if (!row || !this.#shown || this.#cursor === undefined) {
      setText(this.#reading, 'Choose a row, then a week with the left and right arrow keys.');
      return;
    }
    const { view, window } = this.#shown;
    const cells = this.#cellsOf(place, this.#shown);
    const week = window.from + this.#cursor;
    setText(this.#reading, readWeek(view, row.name, { cells, at: this.#cursor, week }));
  }

  #onClick(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>('.load-row');
    const lane = event.target.closest('.load-cell')?.getBoundingClientRect();
    if (!row || !this.#shown) return;
    if (lane) {
      const share = (event.clientX - lane.left) / Math.max(1, lane.width);
      const { count } = this.#shown.window;
      this.#cursor = clampPlace(Math.floor(share * count), count - 1);
    }
    this.#select(Number(row.dataset['place']));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const table = this.#table;
    if (!table || !this.#shown) return;
    const { count } = this.#shown.window;
    const page = Math.max(1, Math.floor(this.#grid.clientHeight / laneRowPx) - 1);
    const rowStep: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -table.rows.length,
      End: table.rows.length,
    };
    const step = rowStep[event.key];
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const by = event.key === 'ArrowRight' ? 1 : -1;
      const at = this.#cursor === undefined ? 0 : this.#cursor + by;
      this.#cursor = clampPlace(at, count - 1);
      if (this.#place() < 0) this.#select(0);
      else this.#paint();
    } else if (step !== undefined) {
      const at = this.#place();
      this.#select(at < 0 && event.key.startsWith('Arrow') ? 0 : at + step);
    } else if (event.key === 'Enter') {
      this.#events.enter();
    } else {
      return;
    }
    event.preventDefault();
  }

  #select(place: number): void {
    const rows = this.#table?.rows ?? [];
    const row = rows[clampPlace(place, rows.length - 1)];
    if (!row) return;
    this.#selected = row.key;
    this.reveal();
    this.#paint();
    this.#events.select(row.key);
  }
}
