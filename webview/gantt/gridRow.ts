import { isHeading, rowFlag, rowKind, type GanttView } from '../../src/core/views/ganttView.ts';
import { textAt, numberAt } from './columnar.ts';
import { markOf } from './cellMark.ts';
import type { ColumnKey, PlacedColumn } from './columns.ts';
import { createElement, setAttribute, setHidden } from '../ui/element.ts';
import { createIcon } from '../ui/icon.ts';
import { TextSlot } from './textSlot.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import type { Outline } from './outline.ts';
import { hasFlag, isClosed, isDone, spokenRow, statusName, statusOf } from './rowText.ts';

/** What a row element shows; compared as a whole before anything is touched. */
export interface RowState {
  readonly plan: LoadedPlan;
  readonly outline: Outline;
  readonly position: number;
  readonly version: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly isHovered: boolean;
  /** True while the row is in hand, on its way to another place. */
  readonly isCarried: boolean;
  /** True where nothing else is shown: then there is nothing to mark rows against. */
  readonly areAllMatches: boolean;
}

/** The parts of a row that can be pressed, found by `data-part`. */
export const rowParts = ['twisty', 'check', 'code', 'edit'] as const;
export type RowPart = (typeof rowParts)[number];

/** The bare row that {@link GridRow} copies: copying is a fraction of building. */
export function createRowTemplate(columns: readonly PlacedColumn[]): HTMLElement {
  const title = createElement(
    'span',
    { class: 'gantt-cell gantt-title', attributes: { role: 'gridcell' } },
    [
      createPart('twisty', 'gantt-twisty'),
      createPart('check', 'gantt-check'),
      createElement('span', { class: 'gantt-name' }, [' ']),
      createElement('span', { class: 'gantt-flag' }, [' ']),
      createElement('span', { class: 'gantt-id' }, [' ']),
      createPart('code', 'gantt-code', '</>'),
      createPart('edit', 'gantt-edit', createIcon('edit')),
    ],
  );
  title.style.left = '0';
  title.style.right = `${widthOf(columns)}px`;
  const cells = columns.map((placed, at) => createCell(placed, widthOf(columns.slice(at + 1))));
  const attributes = { role: 'row', tabindex: '-1' };
  return createElement('div', { class: 'gantt-row', attributes }, [title, ...cells]);
}

/**
 * One row of the grid. The element is used again for other rows while scrolling, so every change
 * is written only where it differs from what is shown.
 */
export class GridRow {
  readonly element: HTMLElement;
  readonly #check: HTMLElement;
  readonly #name: TextSlot;
  readonly #flag: TextSlot;
  readonly #id: TextSlot;
  readonly #code: HTMLElement;
  readonly #cells: readonly { readonly placed: PlacedColumn; readonly slot: TextSlot }[];
  /** What the row's spoken form tells of, and whether it has been written yet. */
  #spoken: { readonly plan: LoadedPlan; readonly row: number; isTold: boolean } | undefined;
  #shownPosition = -1;
  #shownVersion = -1;
  #shownHover = false;
  #shownLevel = -1;
  #row = -1;

  /** `template` is what {@link createRowTemplate} made for the same columns. */
  constructor(template: HTMLElement, columns: readonly PlacedColumn[]) {
    this.element = copyOf(template);
    const title = childAt(this.element, 0);
    this.#check = childAt(title, 1);
    this.#name = new TextSlot(childAt(title, 2));
    this.#flag = new TextSlot(childAt(title, 3));
    this.#id = new TextSlot(childAt(title, 4));
    this.#code = childAt(title, 5);
    this.#cells = columns.map((placed, at) => ({
      placed,
      slot: new TextSlot(childAt(this.element, at + 1)),
    }));
  }

  get row(): number {
    return this.#row;
  }

  /** The texts in which words that are looked for are marked. */
  get texts(): readonly Node[] {
    return [this.#name, this.#id].flatMap(({ element }) => element.firstChild ?? []);
  }

  get position(): number {
    return this.#shownPosition;
  }

  /**
   * Takes the element out of sight, and from screen readers, until it serves another row. It keeps
   * its boxes, because making them anew is what costs.
   */
  retire(): void {
    if (this.#shownVersion === -1) return;
    this.element.style.visibility = 'hidden';
    setAttribute(this.element, 'tabindex', '-1');
    this.#shownVersion = -1;
  }

  /**
   * Gives the row its spoken form and its tooltips, which nobody can ask for while it rushes by.
   * Until then it is known by the words of its cells.
   */
  speak(): void {
    if (!this.#spoken || this.#spoken.isTold || this.#shownVersion === -1) return;
    this.#spoken.isTold = true;
    const { row } = this.#spoken;
    const { plan } = this.#spoken;
    const { view } = plan;
    const spoken = spokenRow(plan, row, plan.predecessorsOf(row));
    setAttribute(this.element, 'aria-label', spoken);
    const id = isHeading(view, row) ? '' : ` (${textAt(view.rows.id, row)})`;
    const name = `${textAt(view.rows.title, row)}${id}`;
    setAttribute(this.#name.element, 'title', name);
    setAttribute(this.#check, 'title', `${statusName(view, row)}: mark done or not`);
  }

  show(state: RowState): void {
    if (this.#shownHover !== state.isHovered) {
      this.#shownHover = state.isHovered;
      this.element.classList.toggle('is-hovered', state.isHovered);
    }
    if (this.#shownPosition === state.position && this.#shownVersion === state.version) return;
    if (this.#shownVersion === -1) this.element.style.visibility = '';
    this.#shownPosition = state.position;
    this.#shownVersion = state.version;
    this.#row = numberAt(state.outline.visible, state.position);
    this.#showTitle(state);
    this.#showCells(state.plan);
    this.#showAria(state);
  }

  #showTitle({ plan, outline, isHovered, isCarried, areAllMatches }: RowState): void {
    const { view } = plan;
    const row = this.#row;
    const flags = [
      'gantt-row',
      outline.hasChildren[row] === 1 ? 'is-parent' : '',
      numberAt(view.rows.kind, row) === rowKind.milestone ? 'is-point' : '',
      isHeading(view, row) ? 'is-heading' : '',
      isClosed(view, row) ? 'is-closed' : '',
      statusOf(view, row) === 'dropped' ? 'is-dropped' : '',
      hasFlag(view, row, rowFlag.undated) ? 'is-undated' : '',
      outline.matches && !areAllMatches && isIn(outline.matches, row) ? 'is-match' : '',
      isHovered ? 'is-hovered' : '',
      isCarried ? 'is-carried' : '',
    ];
    changeClass(this.element, flags.filter(flag => flag !== '').join(' '));
    this.#indent(numberAt(view.rows.level, row));
    const title = textAt(view.rows.title, row);
    this.#name.setText(title);
    this.#id.setText(isHeading(view, row) ? '' : textAt(view.rows.id, row));
    setHidden(this.#code, !hasFlag(view, row, rowFlag.hasCode));
    const problem = hasFlag(view, row, rowFlag.hasProblem);
    this.#flag.setText(problem ? '!' : statusOf(view, row) === 'blocked' ? '⊘' : '');
    this.#flag.setClass(problem ? 'gantt-flag is-problem' : 'gantt-flag');
    setAttribute(this.#check, 'aria-checked', String(isDone(view, row)));
  }

  #indent(level: number): void {
    if (level === this.#shownLevel) return;
    this.#shownLevel = level;
    this.element.style.setProperty('--gantt-level', String(level));
  }

  #showCells(plan: LoadedPlan): void {
    const { view } = plan;
    for (const { placed, slot } of this.#cells) {
      const { key, isNumber, text } = placed.column;
      slot.setText(text(plan, this.#row));
      slot.setClass(
        `gantt-cell ${isNumber ? 'is-number' : 'is-text'}${markClass(view, this.#row, key)}`,
      );
    }
  }

  #showAria({ plan, outline, position, isSelected, isActive }: RowState): void {
    const { element } = this;
    const row = this.#row;
    const parent = numberAt(plan.view.rows.parent, row);
    const hasChildren = outline.hasChildren[row] === 1;
    const isOpen = outline.isOpen[row] === 1;
    setAttribute(element, 'aria-level', String(numberAt(plan.view.rows.level, row) + 1));
    setAttribute(element, 'aria-rowindex', String(position + 2));
    setAttribute(element, 'aria-posinset', String(numberAt(outline.placeInSet, position)));
    setAttribute(element, 'aria-setsize', String(numberAt(outline.shownChildren, parent + 1)));
    setAttribute(element, 'aria-expanded', hasChildren ? String(isOpen) : undefined);
    setAttribute(element, 'aria-selected', String(isSelected));
    setAttribute(element, 'tabindex', isActive ? '0' : '-1');
    if (this.#spoken?.plan !== plan || this.#spoken.row !== row) {
      this.#spoken = { plan, row, isTold: false };
      element.removeAttribute('aria-label');
    }
  }
}

function markClass(view: GanttView, row: number, key: ColumnKey): string {
  const mark = markOf(view, row, key);
  return mark === undefined ? '' : ` is-${mark}`;
}

const partAttributes: Readonly<Record<RowPart, Readonly<Record<string, string>>>> = {
  twisty: { 'aria-hidden': 'true' },
  check: { role: 'checkbox', 'aria-label': 'Done' },
  code: { role: 'button', 'aria-label': 'Open the linked code', title: 'Open the linked code' },
  edit: { role: 'button', 'aria-label': 'Edit', title: 'Edit (E)' },
};

function createPart(part: RowPart, className: string, content: Node | string = ''): HTMLElement {
  const attributes = { 'data-part': part, ...partAttributes[part] };
  return createElement('span', { class: className, attributes }, [content]);
}

function widthOf(columns: readonly PlacedColumn[]): number {
  return columns.reduce((sum, { widthPx }) => sum + widthPx, 0);
}

function createCell({ widthPx }: PlacedColumn, rightPx: number): HTMLElement {
  const options = { class: 'gantt-cell', attributes: { role: 'gridcell' } };
  const cell = createElement('span', options, [' ']);
  cell.style.width = `${widthPx}px`;
  cell.style.right = `${rightPx}px`;
  return cell;
}

function copyOf(template: HTMLElement): HTMLElement {
  const copy = template.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new TypeError('The copy of an element is an element');
  return copy;
}

function childAt(parent: HTMLElement, index: number): HTMLElement {
  const child = parent.children[index];
  if (!(child instanceof HTMLElement)) throw new RangeError(`A row has no part ${index}`);
  return child;
}

function changeClass(element: HTMLElement, className: string): void {
  if (element.className !== className) element.className = className;
}

/** Binary search: matches stand in the order of the rows. */
function isIn(matches: Int32Array, row: number): boolean {
  let low = 0;
  let high = matches.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = numberAt(matches, middle);
    if (found === row) return true;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
