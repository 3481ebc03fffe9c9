import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { afterRelease } from '../ui/afterRelease.ts';
import { createElement, setAttribute } from '../ui/element.ts';
import { clampPlace, scrollFor, visibleRows } from '../ui/rowWindow.ts';
import { type ColumnChoices, columnWidths, isFixedColumn, shownColumns } from './columnLayout.ts';
import type { ColumnKey, RegisterColumn } from './registerColumns.ts';
import { fillGroupRow } from './groupRow.ts';
import type { GridLine, GroupLine } from './groupRows.ts';
import { fillHead } from './registerHead.ts';
import { createRow, fillRow, isEditableColumn, type RowContext } from './registerRow.ts';
import type { RegisterSort } from './registerUi.ts';

/** A cell of the table: in the row of a risk, of a group, or of the heads. */
export interface GridCell {
  /** Undefined for the heads and for groups. */
  readonly row: RiskRow | undefined;
  readonly group?: GroupLine | undefined;
  readonly column: RegisterColumn;
  readonly element: HTMLElement;
}

export interface GridEvents {
  onSelect(row: RiskRow): void;
  /** A double click on a cell, or a click on something that acts. */
  onAct(cell: GridCell & { readonly row: RiskRow }): void;
  onMenu(row: RiskRow, anchor: HTMLElement): void;
  onSort(column: ColumnKey): void;
  /** Folds the group with the id, or shows its rows again. */
  onFold(id: string): void;
}

/** A row in the page, and what stands in it. */
interface ShownRow {
  readonly element: HTMLElement;
  /** A risk is the same row as long as nothing in it changed; a group is a line of its own each time. */
  content: RiskRow | GroupLine | undefined;
  ctx: RowContext | undefined;
}

/** Two lines of a title. */
const rowPx = 40;
const spareRows = 4;

/** Cells that act on a single click; the others on a double click. */
const clickable: ReadonlySet<ColumnKey> = new Set(['id', 'affects', 'code', 'actions']);

/**
 * The table of risks. Only the rows in sight are in the page. It is one tab stop with arrow keys
 * inside; row 0 is the heads.
 */
export class RegisterGrid {
  readonly element = createElement('div', { class: 'register-scroll' });
  /** Where editors are laid over cells; scrolls with the rows. */
  readonly overlay = createElement('div', { class: 'register-overlay' });
  readonly #grid = createElement('div', {
    class: 'register-grid',
    attributes: { role: 'grid', 'aria-label': 'Risks' },
  });
  readonly #head = createElement('div', {
    class: 'register-row register-head',
    attributes: { role: 'row', 'aria-rowindex': '1' },
  });
  readonly #body = createElement('div', {
    class: 'register-body',
    attributes: { role: 'rowgroup' },
  });
  readonly #events: GridEvents;
  readonly #shown = new Map<string, ShownRow>();
  #lines: readonly GridLine[] = [];
  #columns: readonly RegisterColumn[] = [];
  #choices: ColumnChoices | undefined;
  /** Of the columns, in CSS pixels. */
  #widths: readonly number[] = [];
  #ctx: RowContext | undefined;
  #sort: RegisterSort | undefined;
  /** Its width when it was last seen. */
  #windowPx = 0;
  #selected: string | null = null;
  /** Row 0 is the heads. */
  #active = { row: 1, column: 1 };
  #activeId: string | undefined;
  /** The focus was asked for before there was a cell to take it. */
  #isFocusWanted = false;
  /** Where the first click of a double click fell. */
  #clicked: string | undefined;

  constructor(events: GridEvents) {
    this.#events = events;
    const headGroup = createElement(
      'div',
      { class: 'register-heads', attributes: { role: 'rowgroup' } },
      [this.#head],
    );
    this.#grid.append(headGroup, this.#body);
    this.element.append(this.#grid, this.overlay);
    this.element.addEventListener('scroll', () => this.#render(), { passive: true });
    this.#grid.addEventListener('click', event => this.#onClick(event));
    this.#grid.addEventListener('dblclick', event => this.#onDoubleClick(event));
    this.#grid.addEventListener('contextmenu', event => this.#onContextMenu(event));
    new ResizeObserver(() => this.#layOut()).observe(this.element);
  }

  show(
    lines: readonly GridLine[],
    state: Omit<RowContext, 'columns'> & {
      readonly selected: string | null;
      readonly sort: RegisterSort;
      readonly choices: ColumnChoices;
    },
  ): void {
    const hadFocus = this.#grid.contains(document.activeElement) || this.#isFocusWanted;
    this.#isFocusWanted = false;
    if (!this.#ctx) this.#activeId = state.selected ?? undefined;
    this.#lines = lines;
    this.#sort = state.sort;
    this.#choices = state.choices;
    this.#selected = state.selected;
    if (this.#ctx?.view !== state.view || this.#ctx.canEdit !== state.canEdit) {
      this.#ctx = { view: state.view, canEdit: state.canEdit, columns: this.#columns };
    }
    this.#body.style.height = `${lines.length * rowPx}px`;
    setAttribute(this.#grid, 'aria-rowcount', String(lines.length + 1));
    const place = lines.findIndex(({ id }) => id === this.#activeId);
    const row = this.#active.row === 0 ? 0 : place >= 0 ? place + 1 : this.#active.row;
    this.#active = { ...this.#active, row: clampPlace(row, lines.length) };
    this.#activeId = lines[this.#active.row - 1]?.id;
    this.#layOut();
    if (hadFocus) this.#focusActive();
  }

  /** Brings a risk into view and makes its row the active one; answers whether it is in the table. */
  reveal(id: string): boolean {
    const place = this.#lines.findIndex(line => line.id === id);
    if (place < 0) return false;
    this.#active = { ...this.#active, row: place + 1 };
    this.#activeId = id;
    this.#scrollTo(place);
    this.#render();
    return true;
  }

  /** To the active cell; without rows to the heads, from which the next rows take it over. */
  focus(): void {
    if (this.#ctx) this.#focusActive();
    else this.#isFocusWanted = true;
  }

  /** The cell of a risk; undefined while the column or the row is not in the table. */
  cellOf(id: string, column: ColumnKey): GridCell | undefined {
    if (!this.reveal(id)) return undefined;
    const place = this.#columns.findIndex(each => each.key === column);
    if (place < 0) return undefined;
    this.#active = { ...this.#active, column: place };
    this.#render();
    return this.#cellAt(this.#active.row, place);
  }

  /** The columns in the table whose cells can be edited, in their order. */
  editableColumns(): readonly RegisterColumn[] {
    return this.#columns.filter(isEditableColumn);
  }

  /** True where the keyboard is in a cell, and not in an editor over it. */
  get hasFocus(): boolean {
    return this.#grid.contains(document.activeElement);
  }

  /** The cell that the keyboard stands on. */
  get activeCell(): GridCell | undefined {
    return this.#cellAt(this.#active.row, this.#active.column);
  }

  /** By so many rows and columns, as far as there are any. */
  moveBy(rows: number, columns: number): void {
    this.#moveTo(this.#active.row + rows, this.#active.column + columns);
  }

  /** By the rows that are in sight at once. */
  movePage(by: 1 | -1): void {
    this.moveBy(by * Math.max(1, Math.floor(this.element.clientHeight / rowPx) - 2), 0);
  }

  /** Acts as a click does: sorts by a head, folds a group. */
  act(): void {
    this.#act(this.activeCell);
  }

  #layOut(): void {
    const ctx = this.#ctx;
    const choices = this.#choices;
    if (!ctx || !choices) return;
    // Out of sight it has no width, and stays as it was.
    const clientWidth = this.element.clientWidth || this.#windowPx;
    this.#windowPx = clientWidth;
    const hadFocus = this.#grid.contains(document.activeElement);
    const sortedBy = this.#sort?.column ?? 'title';
    const columns = shownColumns(choices, { widthPx: clientWidth, sortedBy });
    if (columns.map(each => each.key).join() !== this.#columns.map(each => each.key).join()) {
      const active = this.#columns[this.#active.column]?.key ?? 'title';
      this.#columns = columns;
      const place = columns.findIndex(each => each.key === active);
      this.#active = { ...this.#active, column: Math.max(place, 0) };
      setAttribute(this.#grid, 'aria-colcount', String(columns.length));
    }
    this.#widths = columnWidths(this.#columns, choices, clientWidth);
    const sum = this.#widths.reduce((total, px) => total + px, 0);
    this.#grid.style.setProperty('--register-columns', this.#widths.map(px => `${px}px`).join(' '));
    this.#grid.style.width = `${sum}px`;
    this.#grid.style.setProperty('--register-window', `${clientWidth}px`);
    this.overlay.style.width = `${sum}px`;
    this.element.classList.toggle('is-wide', sum > clientWidth);
    if (ctx.columns !== this.#columns) this.#ctx = { ...ctx, columns: this.#columns };
    fillHead(this.#head, this.#columns, this.#sort);
    this.#render();
    if (hadFocus && !this.#grid.contains(document.activeElement)) this.#focusActive();
  }

  /** Puts the rows in sight into the page, in their order, and takes the others out. */
  #render(): void {
    const ctx = this.#ctx;
    if (!ctx) return;
    const { scrollTop, clientHeight } = this.element;
    const { from, to } = visibleRows({
      scrollTop,
      clientHeight,
      rowPx,
      spareRows,
      count: this.#lines.length,
    });
    const places = new Set<number>();
    for (let place = from; place < to; place++) places.add(place);
    if (this.#active.row > 0 && this.#active.row <= this.#lines.length)
      places.add(this.#active.row - 1);
    const wanted = [...places]
      .sort((a, b) => a - b)
      .flatMap(place => {
        const line = this.#lines[place];
        return line ? [{ line, place }] : [];
      });
    const ids = new Set(wanted.map(each => each.line.id));
    for (const [id, shown] of this.#shown) {
      if (ids.has(id)) continue;
      shown.element.remove();
      this.#shown.delete(id);
    }
    let before = this.#body.firstElementChild;
    for (const { line, place } of wanted) {
      const element = this.#fill(line, ctx);
      setAttribute(element, 'aria-rowindex', String(place + 2));
      element.style.transform = `translateY(${place * rowPx}px)`;
      if (element === before) before = before.nextElementSibling;
      else this.#body.insertBefore(element, before);
    }
    this.#markActive();
  }

  /** The row of a line; it is written anew only when something in it can have changed. */
  #fill(line: GridLine, ctx: RowContext): HTMLElement {
    const shown = this.#shown.get(line.id) ?? {
      element: createRow(line.id),
      content: undefined,
      ctx: undefined,
    };
    this.#shown.set(line.id, shown);
    const content = line.kind === 'risk' ? line.row : line;
    if (shown.content !== content || shown.ctx !== ctx) {
      if (line.kind === 'risk') fillRow(shown.element, line.row, ctx);
      else fillGroupRow(shown.element, line, { view: ctx.view, columns: this.#columns.length });
    }
    shown.content = content;
    shown.ctx = ctx;
    const isSelected = line.kind === 'risk' ? String(line.id === this.#selected) : undefined;
    setAttribute(shown.element, 'aria-selected', isSelected);
    return shown.element;
  }

  #markActive(): void {
    const active = this.#cellAt(this.#active.row, this.#active.column)?.element;
    for (const cell of this.#grid.querySelectorAll('[tabindex="0"]')) {
      if (cell !== active) cell.setAttribute('tabindex', '-1');
    }
    active?.setAttribute('tabindex', '0');
  }

  #cellAt(row: number, column: number): GridCell | undefined {
    const line = this.#lines[row - 1];
    const parent = row === 0 ? this.#head : line && this.#shown.get(line.id)?.element;
    const group = line?.kind === 'group' ? line : undefined;
    const element = parent?.children[group ? 0 : column];
    const known = this.#columns[column];
    if (!known || !(element instanceof HTMLElement)) return undefined;
    return { row: line?.kind === 'risk' ? line.row : undefined, group, column: known, element };
  }

  #cellOfTarget(target: EventTarget | null): GridCell | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    const id = element?.parentElement?.dataset['id'];
    const place = this.#lines.findIndex(line => line.id === id) + 1;
    const key = element?.dataset['column'];
    const column =
      key === 'group' ? this.#active.column : this.#columns.findIndex(each => each.key === key);
    return element ? this.#cellAt(place, column) : undefined;
  }

  #moveTo(row: number, column: number): void {
    this.#active = {
      row: clampPlace(row, this.#lines.length),
      column: clampPlace(column, this.#columns.length - 1),
    };
    const line = this.#lines[this.#active.row - 1];
    this.#activeId = line?.id;
    if (line) this.#scrollTo(this.#active.row - 1);
    this.#render();
    this.#focusActive();
    if (line?.kind === 'risk' && this.#selected !== line.id) this.#events.onSelect(line.row);
  }

  #focusActive(): void {
    const cell = this.#cellAt(this.#active.row, this.#active.column);
    if (!cell?.group) this.#scrollToColumn(this.#active.column);
    cell?.element.focus({ preventScroll: true });
  }

  #scrollTo(place: number): void {
    const top = place * rowPx;
    this.element.scrollTop = scrollFor({
      scroll: this.element.scrollTop,
      room: this.element.clientHeight - this.#head.offsetHeight,
      from: top,
      to: top + rowPx,
    });
  }

  /** The title sticks to the left and the actions to the right: they are always in sight. */
  #scrollToColumn(place: number): void {
    const key = this.#columns[place]?.key;
    if (key === undefined || isFixedColumn(key)) return;
    const widthOf = (wanted: ColumnKey): number =>
      this.#widths[this.#columns.findIndex(each => each.key === wanted)] ?? 0;
    const before = this.#columns.slice(0, place).map(each => each.key);
    const offset = this.#widths.slice(0, place).reduce((sum, px) => sum + px, 0);
    const covered = before.includes('title') ? widthOf('title') : 0;
    this.element.scrollLeft = scrollFor({
      scroll: this.element.scrollLeft,
      room: this.element.clientWidth - widthOf('actions') - covered,
      from: offset - covered,
      to: offset - covered + (this.#widths[place] ?? 0),
    });
  }

  #onClick(event: MouseEvent): void {
    const cell = this.#cellOfTarget(event.target);
    if (!cell) return;
    // A double click counts only when both of its clicks met the same cell.
    if (event.detail === 1) this.#clicked = keyOf(cell);
    const column = this.#columns.indexOf(cell.column);
    const place = this.#lines.findIndex(({ id }) => id === (cell.row ?? cell.group)?.id);
    if (!cell.row) {
      this.#active = { row: place + 1, column };
      this.#activeId = cell.group?.id;
      this.#markActive();
      this.#act(cell);
      return;
    }
    this.#moveTo(place + 1, column);
    if (clickable.has(cell.column.key) && event.detail <= 1) this.#act(cell);
  }

  /** Edits the cell below it; what acts on a click has done so already. */
  #onDoubleClick(event: MouseEvent): void {
    const cell = this.#cellOfTarget(event.target);
    const isClicked = cell?.row && this.#clicked === keyOf(cell);
    if (isClicked && !clickable.has(cell.column.key)) this.#act(cell);
  }

  #onContextMenu(event: MouseEvent): void {
    const cell = this.#cellOfTarget(event.target);
    if (!cell?.row) return;
    event.preventDefault();
    const { row, element } = cell;
    afterRelease(event, () => this.#events.onMenu(row, element));
  }

  #act(cell: GridCell | undefined): void {
    if (!cell) return;
    const { row, group } = cell;
    if (row) this.#events.onAct({ ...cell, row });
    else if (group) this.#events.onFold(group.id);
    else if (cell.column.compare) this.#events.onSort(cell.column.key);
  }
}

function keyOf({ row, column }: GridCell): string {
  return `${row?.id ?? ''} ${column.key}`;
}
