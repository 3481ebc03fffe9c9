import { createElement, setAttribute } from '../ui/element.ts';
import type { ColumnKey, PlacedColumn } from './columns.ts';
import type { RowSort } from './rowOrder.ts';

/** What the pointer does with the heads of columns; the menu of columns does the same by keys. */
export interface GridHeadEvents {
  onSort(key: RowSort['column']): void;
  /** In CSS pixels, as it is dragged. */
  onWidth(key: ColumnKey, widthPx: number): void;
  /** Wants a column where another one stands. */
  onPlace(key: ColumnKey, at: ColumnKey): void;
}

/** So far a press may slip, in CSS pixels, before it is a drag. */
const slipPx = 5;

interface Grab {
  readonly key: ColumnKey;
  readonly kind: 'width' | 'place';
  readonly x: number;
  readonly widthPx: number;
  hasMoved: boolean;
}

/** The heads of the columns: press to sort, drag to another place, drag the edge to another width. */
export class GridHead {
  readonly element = createElement('div', {
    class: 'gantt-grid-head',
    attributes: { role: 'row', 'aria-rowindex': '1' },
  });
  readonly #events: GridHeadEvents;
  #columns: readonly PlacedColumn[] = [];
  #cells = new Map<ColumnKey, HTMLElement>();
  readonly #title = createElement('span', {
    class: 'gantt-cell gantt-title gantt-head',
    text: 'Task',
    title: 'Task: press to sort',
    attributes: { role: 'columnheader' },
  });
  #grab: Grab | undefined;

  constructor(events: GridHeadEvents) {
    this.#events = events;
    this.#listen();
  }

  /** Builds the heads anew. */
  show(columns: readonly PlacedColumn[]): void {
    this.#columns = columns;
    this.#cells = new Map(columns.map(placed => [placed.column.key, createHead(placed)]));
    this.element.replaceChildren(this.#title, ...this.#cells.values());
  }

  markSort(sort: RowSort | undefined): void {
    const order = sort?.isDescending === true ? 'descending' : 'ascending';
    for (const [key, cell] of [['title', this.#title] as const, ...this.#cells]) {
      setAttribute(cell, 'aria-sort', sort?.column === key ? order : undefined);
    }
  }

  #listen(): void {
    const { element } = this;
    this.#title.addEventListener('click', () => this.#events.onSort('title'));
    element.addEventListener('pointerdown', event => {
      const key = this.#keyOf(event);
      const placed = this.#columns.find(each => each.column.key === key);
      if (!key || !placed || event.button !== 0) return;
      const isEdge =
        event.target instanceof Element && event.target.closest('.gantt-head-edge') !== null;
      const kind = isEdge ? 'width' : 'place';
      this.#grab = { key, kind, x: event.clientX, widthPx: placed.widthPx, hasMoved: false };
      element.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    element.addEventListener('pointermove', event => this.#drag(event));
    element.addEventListener('pointerup', event => this.#drop(event));
    element.addEventListener('pointercancel', () => this.#release());
  }

  #drag(event: PointerEvent): void {
    const grab = this.#grab;
    if (!grab) return;
    const byPx = event.clientX - grab.x;
    if (!grab.hasMoved && Math.abs(byPx) < slipPx) return;
    grab.hasMoved = true;
    // The title takes what is left, so the columns end at the right: their left edge is what moves.
    if (grab.kind === 'width') this.#events.onWidth(grab.key, grab.widthPx - byPx);
    else this.#markTarget(this.#keyAt(event.clientX));
  }

  #drop(event: PointerEvent): void {
    const grab = this.#grab;
    this.#release();
    if (grab?.kind !== 'place') return;
    if (!grab.hasMoved) {
      this.#events.onSort(grab.key);
      return;
    }
    const target = this.#keyAt(event.clientX);
    if (target && target !== grab.key) this.#events.onPlace(grab.key, target);
  }

  #release(): void {
    this.#grab = undefined;
    this.#markTarget(undefined);
  }

  #markTarget(key: ColumnKey | undefined): void {
    for (const [each, cell] of this.#cells) cell.classList.toggle('is-target', each === key);
  }

  #keyOf(event: Event): ColumnKey | undefined {
    for (const [key, cell] of this.#cells) {
      if (event.target instanceof Node && cell.contains(event.target)) return key;
    }
    return undefined;
  }

  #keyAt(x: number): ColumnKey | undefined {
    for (const [key, cell] of this.#cells) {
      const { left, right } = cell.getBoundingClientRect();
      if (x >= left && x < right) return key;
    }
    return undefined;
  }
}

function createHead({ column, widthPx }: PlacedColumn): HTMLElement {
  const cell = createElement(
    'span',
    {
      class: column.isNumber ? 'gantt-cell gantt-head is-number' : 'gantt-cell gantt-head',
      title: `${column.title}: press to sort, drag to move, drag the left edge to resize`,
      attributes: { role: 'columnheader' },
    },
    [
      createElement('span', { class: 'gantt-head-edge', attributes: { 'aria-hidden': 'true' } }),
      column.title,
    ],
  );
  cell.style.width = `${widthPx}px`;
  return cell;
}
