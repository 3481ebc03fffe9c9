import { kindOfId } from '../../src/core/model/ids.ts';
import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { chordOf } from '../ui/keyBindings.ts';
import type { GridCell, RegisterGrid } from './registerGrid.ts';
import { findRegisterKey, type RegisterKeyTarget } from './registerKeys.ts';

/** What the keys of the register need of it. */
export interface RegisterSurface extends Pick<
  RegisterKeyTarget,
  | 'showDetails'
  | 'showHistory'
  | 'toggleBowTie'
  | 'toggleClosed'
  | 'add'
  | 'find'
  | 'showViews'
  | 'showKeys'
> {
  readonly grid: RegisterGrid;
  editCell(cell: GridCell & { readonly row: RiskRow }): void;
  fold(id: string): void;
  openMenu(row: RiskRow, anchor: HTMLElement): void;
  openCode(row: RiskRow): void;
  /** Runs a command on a risk that may be changed, or lets the editor ask for more. */
  change(row: RiskRow, how: RowChange): void;
}

export type RowChange = 'completeItem' | 'reopenItem' | 'remove' | 'reviewed' | 'occurred';

/** What the keys do, on the row that the keyboard stands on. */
export function createKeyTarget(surface: RegisterSurface): RegisterKeyTarget {
  const { grid } = surface;
  const onRow = (act: (cell: GridCell & { readonly row: RiskRow }) => void): void => {
    const cell = grid.activeCell;
    if (cell?.row) act({ ...cell, row: cell.row });
  };
  return {
    ...surface,
    move: (rows, columns) => grid.moveBy(rows, columns),
    movePage: by => grid.movePage(by),
    stepAside: by => {
      const group = grid.activeCell?.group;
      if (group?.isFolded === by > 0) surface.fold(group.id);
      else grid.moveBy(0, by);
    },
    act: () => grid.act(),
    editCell: () => {
      if (grid.activeCell?.row) onRow(cell => surface.editCell(cell));
      else grid.act();
    },
    closeOrReopen: () => {
      if (!grid.activeCell?.row) grid.act();
      else onRow(({ row }) => surface.change(row, row.isLive ? 'completeItem' : 'reopenItem'));
    },
    remove: () => onRow(({ row }) => surface.change(row, 'remove')),
    review: () => onRow(({ row }) => surface.change(row, 'reviewed')),
    occur: () => onRow(({ row }) => surface.change(row, 'occurred')),
    openCode: () => onRow(({ row }) => surface.openCode(row)),
    showMenu: () => onRow(({ row, element }) => surface.openMenu(row, element)),
    backToTable: () => grid.focus(),
  };
}

/** Where an item is shown in the panel; undefined where it is only in its file. */
export function viewOfItem(id: string): 'gantt' | 'risks' | undefined {
  const kind = kindOfId(id);
  if (kind === 'task' || kind === 'milestone') return 'gantt';
  return kind === 'risk' ? 'risks' : undefined;
}

/** Keys that the register serves do not reach the editor, which may bind them to something else. */
export function listenToRegisterKeys(
  register: HTMLElement,
  grid: RegisterGrid,
  target: RegisterKeyTarget,
): void {
  register.addEventListener('keydown', event => {
    if (event.defaultPrevented || isTyped(event)) return;
    const binding = findRegisterKey(chordOf(event), grid.hasFocus);
    if (!binding) return;
    event.preventDefault();
    event.stopPropagation();
    binding.run(target);
  });
}

/** Looks through the shadow of the toolkit's fields. */
function isTyped(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches('input, textarea, select, vscode-dropdown');
}
