import { createKeyFinder, type KeyBinding } from '../ui/keyBindings.ts';

/** What keys can ask of the register. Everything here has a way by click as well. */
export interface RegisterKeyTarget {
  move(rows: number, columns: number): void;
  movePage(by: 1 | -1): void;
  /** To the next cell; on the line of a group its rows are shown, or folded away. */
  stepAside(by: 1 | -1): void;
  act(): void;
  editCell(): void;
  /** Closes the risk or reopens it; sorts by a head, folds a group. */
  closeOrReopen(): void;
  remove(): void;
  review(): void;
  occur(): void;
  openCode(): void;
  showMenu(): void;
  showDetails(): void;
  showHistory(): void;
  toggleBowTie(): void;
  toggleClosed(): void;
  add(): void;
  find(): void;
  showViews(): void;
  showKeys(): void;
  backToTable(): void;
}

/** Keys of the rows reach nothing while the keyboard is beside the table. */
interface RegisterKey extends KeyBinding<RegisterKeyTarget> {
  readonly isOfRows: boolean;
}

export const registerKeys: readonly RegisterKey[] = [
  ofRows(['ArrowUp'], '↑', 'Previous row', target => target.move(-1, 0)),
  ofRows(['ArrowDown'], '↓', 'Next row', target => target.move(1, 0)),
  ofRows(['ArrowLeft'], '←', 'Previous cell, or fold the group', target => target.stepAside(-1)),
  ofRows(['ArrowRight'], '→', 'Next cell, or unfold the group', target => target.stepAside(1)),
  ofRows(['PageUp'], 'Page Up', 'A screen up', target => target.movePage(-1)),
  ofRows(['PageDown'], 'Page Down', 'A screen down', target => target.movePage(1)),
  ofRows(['Home'], 'Home', 'First cell', target => target.move(0, -Infinity)),
  ofRows(['End'], 'End', 'Last cell', target => target.move(0, Infinity)),
  ofRows(['Control+Home'], 'Ctrl+Home', 'To the heads', target =>
    target.move(-Infinity, -Infinity),
  ),
  ofRows(['Control+End'], 'Ctrl+End', 'To the last row', target => target.move(Infinity, Infinity)),
  ofRows(['Enter'], 'Enter', 'Edit the cell, open what it names, or sort by the head', target =>
    target.act(),
  ),
  ofRows(['F2'], 'F2', 'Edit the cell', target => target.editCell()),
  ofRows([' '], 'Space', 'Close the risk, or reopen it', target => target.closeOrReopen()),
  ofRows(['Delete', 'Control+Backspace'], 'Delete', 'Remove from the plan', target =>
    target.remove(),
  ),
  ofRows(['r'], 'R', 'Reviewed today, next in…', target => target.review()),
  ofRows(['o'], 'O', 'It has occurred…', target => target.occur()),
  ofRows(['c'], 'C', 'Open the linked code', target => target.openCode()),
  ofRows(['Shift+F10', 'ContextMenu'], 'Shift+F10', 'All actions', target => target.showMenu()),
  bind(['i'], 'I', 'Go to the details', target => target.showDetails()),
  bind(['x'], 'X', 'Show the history, or not', target => target.showHistory()),
  bind(['b', 'B'], 'B', 'Show the bow-tie, or the table', target => target.toggleBowTie()),
  bind(['h'], 'H', 'Hide closed risks, or show them', target => target.toggleClosed()),
  bind(['Insert', 'Shift+A'], 'Insert', 'Add a risk', target => target.add()),
  bind(['/', 'Control+f'], '/', 'Filter', target => target.find()),
  bind(['Shift+V'], 'Shift+V', 'Views that the plan keeps', target => target.showViews()),
  bind(['Escape'], 'Esc', 'Back to the table', target => target.backToTable()),
  bind(['?', 'Shift+?'], '?', 'Show these keys', target => target.showKeys()),
];

const findKey = createKeyFinder(registerKeys);

/** The key that a chord means where the keyboard is. */
export function findRegisterKey(chord: string, isInRows: boolean): RegisterKey | undefined {
  const found = findKey(chord);
  return found && (isInRows || !found.isOfRows) ? found : undefined;
}

function bind(
  chords: readonly string[],
  shown: string,
  does: string,
  run: (target: RegisterKeyTarget) => void,
): RegisterKey {
  return { chords, shown, does, run, isOfRows: false };
}

function ofRows(...binding: Parameters<typeof bind>): RegisterKey {
  return { ...bind(...binding), isOfRows: true };
}
