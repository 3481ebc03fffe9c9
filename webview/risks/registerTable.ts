import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { createElement, setText } from '../ui/element.ts';
import { createExposureLine } from './exposureLine.ts';
import { groupRows } from './groupRows.ts';
import { type ColumnKey, registerColumns, sortRows } from './registerColumns.ts';
import { type GridEvents, RegisterGrid } from './registerGrid.ts';
import type { RegisterFilter, RegisterSort, RegisterUi } from './registerUi.ts';
import { countText } from './riskText.ts';
import { isFiltering } from './toolbar.ts';

export interface TableState {
  /** What passes the filters. */
  readonly rows: readonly RiskRow[];
  /** How many closed ones the filters hold back. */
  readonly hiddenClosed: number;
  readonly view: RiskRegisterView;
  readonly canEdit: boolean;
  readonly ui: RegisterUi;
}

/** The rows of the register, sorted and gathered as was asked for, and what they come to. */
export class RegisterTable {
  readonly element: HTMLElement;
  readonly grid: RegisterGrid;
  readonly #exposure = createExposureLine();
  readonly #empty = createElement('p', { class: 'register-empty' });

  constructor(events: GridEvents) {
    this.grid = new RegisterGrid(events);
    this.element = createElement('div', { class: 'register-table' }, [
      this.grid.element,
      this.#exposure.element,
      this.#empty,
    ]);
  }

  show({ rows, hiddenClosed, view, canEdit, ui }: TableState): void {
    const { filter, sort, columns, group, foldedGroups, selected } = ui;
    const lines = groupRows(sortRows(rows, sort), view, { group, folded: foldedGroups });
    this.grid.show(lines, { view, canEdit, selected, sort, choices: columns });
    this.#exposure.show(rows, view);
    this.#empty.hidden = rows.length > 0;
    setText(this.#empty, emptyText(view.rows.length, filter, hiddenClosed));
  }
}

/** The other way round by the same column, or by another one from where one looks first. */
export function sortAnew(
  sort: RegisterSort,
  column: ColumnKey,
): { readonly sort: RegisterSort; readonly told: string } {
  const isFalling = sort.column === column ? !sort.isFalling : startsFalling(column);
  const title = registerColumns.find(each => each.key === column)?.title ?? column;
  return {
    sort: { column, isFalling },
    told: `Sorted by ${title}, ${isFalling ? 'falling' : 'rising'}`,
  };
}

/** Ratings and exposures are asked for from the heaviest on. */
function startsFalling(column: ColumnKey): boolean {
  return /^(inherent|current|residual|delay|money)/.test(column);
}

function emptyText(all: number, filter: RegisterFilter, hiddenClosed: number): string {
  if (all === 0) return 'No risks are written down yet. Add the first one: what may go wrong?';
  if (isFiltering(filter)) return 'No risk passes the filters.';
  return hiddenClosed > 0 ? `${countText(hiddenClosed)} closed, none open.` : '';
}
