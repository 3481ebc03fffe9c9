import type { ChartContext } from './chartContext.ts';
import { numberAt } from './columnar.ts';
import { rowHeightPx } from './layout.ts';
import type { RowStep } from './keyboard.ts';
import { nextMatch } from './outline.ts';
import { stepRow } from './stepRow.ts';

/** Going through the rows, folding and finding them. */
export interface RowCommands {
  /** Selects and tells the host, which selects the same in its trees. */
  select(row: number): void;
  /** Puts the keyboard on one of those selected, and leaves the others selected. */
  lead(row: number): void;
  /** Takes the row into the selection or out of it, or stretches the selection to it. */
  selectMore(row: number, how: 'toggle' | 'stretch'): void;
  /** Goes a row on and stretches the selection to it. */
  stretch(to: 'next' | 'previous'): void;
  /** Selects what the host says, without saying it back. */
  reveal(id: string | null): void;
  clearSelection(): void;
  step(to: RowStep): void;
  toggleFold(row: number): void;
  /** Scrolls the timeline to the row's bar where it is out of sight. */
  showBar(row: number): void;
  /** Goes through the matches and leaves the keyboard where it is. */
  findNext(step: 1 | -1): void;
}

/** Said where somebody folds what would stay open until the filter is gone. */
export const unfoldedByFilter =
  'What the filter finds stays unfolded: clear the filter to fold the plan';

export function createRowCommands(ctx: ChartContext): RowCommands {
  const { model, body, actions } = ctx;
  const select = (row: number): void => {
    const isNew = model.selectedRow !== row;
    if (isNew || model.selectedRows.length > 1) model.select(row);
    if (isNew) actions.select(row < 0 ? null : model.idOf(row));
    body.bringIntoView(row);
    body.render();
    body.grid.focus();
  };
  const reveal = (id: string | null): void => revealRow(ctx, id);
  return {
    select,
    ...createSelectMore(ctx),
    reveal,
    clearSelection: () => {
      if (model.selectedRow < 0) return;
      model.select(-1);
      actions.select(null);
    },
    step: to => {
      const page = Math.max(1, Math.floor(model.timeline.viewport.heightPx / rowHeightPx) - 1);
      const next = stepRow(model, to, page);
      if (next.kind === 'row') select(next.row);
      else model.setOpen(next.row, next.kind === 'unfold');
    },
    showBar: row => {
      showDates(ctx, row);
      body.requestFrame();
    },
    toggleFold: row => {
      if (model.showsMatchesOnly) actions.announce(unfoldedByFilter);
      else model.setOpen(row, model.outline?.isOpen[row] !== 1);
    },
    findNext: step => {
      const matches = model.outline?.shownMatches;
      const row = matches ? nextMatch(matches, model.selectedRow, step) : -1;
      if (row < 0) return;
      reveal(model.idOf(row));
      actions.select(model.idOf(row));
    },
  };
}

/** What selects more than one row. */
function createSelectMore(ctx: ChartContext): Pick<RowCommands, 'selectMore' | 'lead' | 'stretch'> {
  const { model, body, actions } = ctx;
  const selectMore = (row: number, how: 'toggle' | 'stretch'): void => {
    if (row < 0) return;
    if (how === 'toggle') model.toggleSelected(row);
    else model.stretchSelection(row);
    const { selectedRow, selectedRows } = model;
    actions.select(selectedRow < 0 ? null : model.idOf(selectedRow));
    if (selectedRows.length !== 1) actions.announce(`${selectedRows.length} selected`);
    body.bringIntoView(row);
    body.render();
    body.grid.focus();
  };
  return {
    selectMore,
    lead: row => {
      const isNew = model.selectedRow !== row;
      model.leadBy(row);
      if (isNew) actions.select(model.idOf(row));
      body.render();
      body.grid.focus();
    },
    stretch: to => {
      const next = stepRow(model, to, 1);
      if (model.selectedRow < 0) model.select(model.activeRow);
      selectMore(next.row, 'stretch');
    },
  };
}

/** Unfolds and unfilters what hides the item, and scrolls to it both ways. */
function revealRow(ctx: ChartContext, id: string | null): void {
  const { model, body } = ctx;
  const { plan } = model;
  if (id === null) model.select(-1);
  const row = id === null ? undefined : plan?.rowOf(id);
  if (!plan || row === undefined) return;
  if (model.positionOf(row) < 0) model.uncover(row);
  model.select(row);
  showDates(ctx, row);
  body.bringIntoView(row);
}

function showDates({ model }: ChartContext, row: number): void {
  if (!model.plan || row < 0) return;
  const { start, finish } = model.plan.view.rows;
  model.timeline.bringIntoView(numberAt(start, row), numberAt(finish, row));
}
