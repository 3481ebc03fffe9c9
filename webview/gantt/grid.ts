import { numberAt } from './columnar.ts';
import { deepestIndentPx, titleWithIdPx, type ColumnKey, type PlacedColumn } from './columns.ts';
import type { ChartModel } from './chartModel.ts';
import { afterRelease } from '../ui/afterRelease.ts';
import { createElement, setAttribute } from '../ui/element.ts';
import { RestTimer } from '../ui/restTimer.ts';
import { GridHead, type GridHeadEvents } from './gridHead.ts';
import { createRowTemplate, GridRow, rowParts, type RowPart } from './gridRow.ts';
import { markWords } from './matchMarks.ts';
import { shownText } from './shownText.ts';

/** A click alone, with Ctrl or Cmd, or with Shift. */
export type SelectHow = 'only' | 'toggle' | 'stretch';

/** What a person does in the grid. */
export interface GridEvents extends GridHeadEvents {
  /** A double click on a cell beside the title. */
  onEditCell(row: number, key: ColumnKey): void;
  onSelect(row: number, how: SelectHow): void;
  onPress(part: RowPart, row: number): void;
  onOpen(row: number): void;
  onMenu(row: number, at: { readonly x: number; readonly y: number }): void;
  /** Pixels below the head; NaN when the pointer has left. */
  onHover(yPx: number): void;
}

/** Where a field stands, in CSS pixels inside of its host. */
interface FieldPlace {
  readonly host: HTMLElement;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** What fits into less cannot be read while it is typed. */
const narrowestFieldPx = 120;

/** Rows are laid in blocks, so that offsets stay small however long the plan is. */
const rowsInBlock = 512;

/** After so long without another frame, rows are given their spoken forms. */
const restMs = 120;

/** The tree grid: row elements for what is seen, one tab stop, and the active row always there. */
export class Grid {
  readonly element: HTMLElement;
  readonly #events: GridEvents;
  readonly #rowHeightPx: number;
  readonly #head: GridHead;
  readonly #sheet = createElement('div', {
    class: 'gantt-sheet',
    attributes: { role: 'rowgroup' },
  });
  readonly #pane = createElement('div', {
    class: 'gantt-rows',
    attributes: { role: 'presentation' },
  });
  #columns: readonly PlacedColumn[] = [];
  #template: HTMLElement | undefined;
  #columnKey = '';
  /** By position. */
  #shown = new Map<number, GridRow>();
  #free: GridRow[] = [];
  #byElement = new WeakMap<Element, GridRow>();
  #base = -1;
  /** The words that are heard, not seen, wait until the rows have come to rest. */
  readonly #rest = new RestTimer(restMs, () => {
    for (const row of this.#shown.values()) row.speak();
  });

  constructor(events: GridEvents, rowHeightPx: number) {
    this.#events = events;
    this.#rowHeightPx = rowHeightPx;
    this.#head = new GridHead(events);
    this.#pane.append(this.#sheet);
    this.element = createElement(
      'div',
      {
        class: 'gantt-grid',
        attributes: { role: 'treegrid', 'aria-label': 'Plan', 'aria-multiselectable': 'true' },
      },
      [
        createElement('div', { attributes: { role: 'rowgroup' } }, [this.#head.element]),
        this.#pane,
      ],
    );
    this.#listen();
  }

  /** Rows are built again only when the columns differ. */
  resize(columns: readonly PlacedColumn[], widthPx: number): void {
    this.element.style.width = `${widthPx}px`;
    const titlePx = columns.reduce((left, column) => left - column.widthPx, widthPx);
    this.element.classList.toggle('is-narrow', titlePx < titleWithIdPx);
    this.element.style.setProperty('--gantt-deepest', `${deepestIndentPx(titlePx)}px`);
    const key = columns.map(({ column, widthPx: px }) => `${column.key}:${px}`).join();
    if (key === this.#columnKey && this.#head.element.childElementCount > 0) return;
    this.#columnKey = key;
    this.#columns = columns;
    this.#template = undefined;
    this.#head.show(columns);
    const hadFocus = this.hasFocus;
    this.#sheet.replaceChildren();
    this.#shown.clear();
    this.#free = [];
    this.#base = -1;
    if (hadFocus) queueMicrotask(() => this.focus());
  }

  get columns(): readonly PlacedColumn[] {
    return this.#columns;
  }

  /** False for a column that is scrolled out of sight, or was not chosen. */
  shows(key: ColumnKey): boolean {
    return this.#columns.some(({ column }) => column.key === key);
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  /** Where the rows are, for what is dragged over them. */
  get pane(): HTMLElement {
    return this.#pane;
  }

  /** The row that an event is for; -1 for none, and on a part of a row that is pressed for itself. */
  rowUnder(event: Event): number {
    const hit = this.#rowOfEvent(event);
    return hit && !hit.part ? hit.row : -1;
  }

  /** `carried` are the rows in hand. */
  render(
    model: ChartModel,
    window: {
      readonly first: number;
      readonly end: number;
      readonly carried: ReadonlySet<number>;
    },
    hovered: number,
  ): void {
    const { plan, outline, timeline } = model;
    if (!plan || !outline) return;
    // A row that is taken out of sight gives the keyboard up at once.
    const hadFocus = this.#sheet.contains(document.activeElement);
    this.element.classList.toggle('is-fixed', !plan.canEdit);
    this.#head.markSort(model.choices.sort);
    setAttribute(this.element, 'aria-rowcount', String(outline.visible.length + 1));
    setAttribute(this.element, 'aria-description', shownText(model) || undefined);
    setAttribute(this.element, 'aria-colcount', String(this.#columns.length + 1));
    this.#moveSheet(timeline.viewport.topPx);
    const activePosition = model.positionOf(model.activeRow);
    this.#recycle(window, activePosition);
    const show = (position: number): void => {
      const row = rowAt(model, position);
      this.#rowAt(position).show({
        plan,
        outline,
        position,
        version: model.version,
        isSelected: model.isSelected(row),
        isCarried: window.carried.has(row),
        isActive: position === activePosition,
        isHovered: position === hovered,
        areAllMatches: model.choices.onlyMatches,
      });
    };
    for (let position = window.first; position < window.end; position += 1) show(position);
    const isAway = activePosition < window.first || activePosition >= window.end;
    if (activePosition >= 0 && isAway) show(activePosition);
    for (const row of this.#free) row.retire();
    markWords(() => [...this.#shown.values()].flatMap(row => row.texts), model.filterWords);
    this.#rest.stir();
    if (hadFocus) this.focus();
  }

  /** Puts the keyboard on the active row. */
  focus(): void {
    const row = this.#sheet.querySelector<HTMLElement>('[tabindex="0"]');
    if (!row) return;
    this.#byElement.get(row)?.speak();
    if (row !== document.activeElement) row.focus({ preventScroll: true });
  }

  /** Where a cell of the active row stands in the pane of the rows. */
  cellPlace(key: ColumnKey): FieldPlace | undefined {
    const place = this.#columns.findIndex(({ column }) => column.key === key);
    const row = this.#sheet.querySelector('[tabindex="0"]');
    const cell = place < 0 ? undefined : row?.children[place + 1]?.getBoundingClientRect();
    if (!cell) return undefined;
    const pane = this.#pane.getBoundingClientRect();
    const width = Math.max(narrowestFieldPx, cell.width);
    const left = Math.max(pane.left, Math.min(cell.left, pane.right - width));
    return this.#fieldPlace({ left, top: cell.top, width });
  }

  /** Where the title of the active row stands in the pane of the rows, for a field in its place. */
  titlePlace(): FieldPlace | undefined {
    const name = this.#sheet.querySelector('[tabindex="0"] .gantt-name');
    const title = name?.parentElement?.getBoundingClientRect();
    if (!name || !title) return undefined;
    const { left } = name.getBoundingClientRect();
    return this.#fieldPlace({ left, top: title.top, width: Math.max(80, title.right - left) });
  }

  /** Fields stand beside the grid, which may hold nothing but rows. */
  #fieldPlace({ left, top, width }: Omit<FieldPlace, 'host'>): FieldPlace {
    const host = this.element.parentElement ?? this.#pane;
    const origin = host.getBoundingClientRect();
    return { host, left: left - origin.left, top: top - origin.top, width };
  }

  #moveSheet(topPx: number): void {
    const blockPx = rowsInBlock * this.#rowHeightPx;
    const base = Math.floor(topPx / blockPx) * blockPx;
    if (base !== this.#base) {
      this.#base = base;
      for (const [position, row] of this.#shown) this.#place(row, position);
    }
    this.#sheet.style.transform = `translateY(${base - topPx}px)`;
  }

  #place(row: GridRow, position: number): void {
    row.element.style.transform = `translateY(${position * this.#rowHeightPx - this.#base}px)`;
  }

  /** Frees the elements of rows that went out of sight, save the one that holds the tab stop. */
  #recycle(window: { readonly first: number; readonly end: number }, activePosition: number): void {
    for (const [position, row] of this.#shown) {
      const isSeen = position >= window.first && position < window.end;
      if (isSeen || position === activePosition) continue;
      this.#shown.delete(position);
      this.#free.push(row);
    }
  }

  #rowAt(position: number): GridRow {
    const present = this.#shown.get(position);
    if (present) return present;
    const row = this.#free.pop() ?? this.#createRow();
    this.#shown.set(position, row);
    this.#place(row, position);
    return row;
  }

  #createRow(): GridRow {
    this.#template ??= createRowTemplate(this.#columns);
    const row = new GridRow(this.#template, this.#columns);
    this.#byElement.set(row.element, row);
    this.#sheet.append(row.element);
    return row;
  }

  #rowOfEvent(
    event: Event,
  ): { readonly row: number; readonly part: RowPart | undefined } | undefined {
    if (!(event.target instanceof Element)) return undefined;
    const element = event.target.closest('.gantt-row');
    const shown = element ? this.#byElement.get(element) : undefined;
    if (!shown) return undefined;
    const part = event.target.closest('[data-part]')?.getAttribute('data-part');
    return { row: shown.row, part: rowParts.find(each => each === part) };
  }

  #columnOfEvent(event: Event): ColumnKey | undefined {
    if (!(event.target instanceof Element)) return undefined;
    const cell = event.target.closest('.gantt-cell');
    const place = cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) : 0;
    return this.#columns[place - 1]?.column.key;
  }

  #listen(): void {
    this.#sheet.addEventListener('click', event => {
      const hit = this.#rowOfEvent(event);
      if (!hit) return;
      this.#events.onSelect(hit.row, hit.part ? 'only' : selectHow(event));
      if (hit.part) this.#events.onPress(hit.part, hit.row);
    });
    this.#sheet.addEventListener('dblclick', event => {
      const hit = this.#rowOfEvent(event);
      const key = this.#columnOfEvent(event);
      if (hit && key) this.#events.onEditCell(hit.row, key);
      else if (hit && !hit.part) this.#events.onOpen(hit.row);
    });
    this.#sheet.addEventListener('contextmenu', event => {
      const hit = this.#rowOfEvent(event);
      if (!hit) return;
      event.preventDefault();
      const at = { x: event.clientX, y: event.clientY };
      afterRelease(event, () => this.#events.onMenu(hit.row, at));
    });
    this.#pane.addEventListener('pointermove', event => {
      const top = this.#pane.getBoundingClientRect().top;
      this.#events.onHover(event.clientY - top);
    });
    this.#pane.addEventListener('pointerleave', () => this.#events.onHover(Number.NaN));
    this.#pane.addEventListener('scroll', () => this.#pane.scrollTo(0, 0));
  }
}

export function selectHow(event: MouseEvent): SelectHow {
  if (event.shiftKey) return 'stretch';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only';
}

/** The row at a position, or -1 outside. */
export function rowAt(model: ChartModel, position: number): number {
  const { outline } = model;
  if (!outline || position < 0 || position >= outline.visible.length) return -1;
  return numberAt(outline.visible, position);
}
