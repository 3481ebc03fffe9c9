import { createKeyFinder, type KeyBinding } from '../ui/keyBindings.ts';
import type { OutlineMove } from './outlineMoves.ts';

/** Where the keyboard may go from the row that it stands on. */
export type RowStep = 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp' | 'in' | 'out';

/** What keys can ask of the chart. Everything here has a way by click as well. */
export interface KeyTarget {
  step(to: RowStep): void;
  stretch(to: 'next' | 'previous'): void;
  /** Takes the row that the keyboard stands on into the selection, or out of it. */
  toggleSelected(): void;
  /** Goes on to chosen columns for which there is no room beside the others. */
  scrollColumns(by: 1 | -1): void;
  openFile(): void;
  openCode(): void;
  /** Why the row has its dates. */
  why(): void;
  toggleDone(): void;
  edit(): void;
  editTitle(): void;
  remove(): void;
  moveInOutline(to: OutlineMove): void;
  showMenu(): void;
  showDetails(): void;
  /** By days, or hours when zoomed in so far. */
  move(steps: number): void;
  resize(steps: number): void;
  /** Splits the work at a date, or takes the pauses out again. */
  split(): void;
  join(): void;
  link(): void;
  unlink(): void;
  assign(): void;
  assignWhoeverCan(): void;
  add(): void;
  zoom(steps: number): void;
  fit(): void;
  goToToday(): void;
  goToDate(): void;
  /** Scrolls the timeline to the bar of the row that the keyboard stands on. */
  goToBar(): void;
  find(): void;
  findNext(step: 1 | -1): void;
  toggleCritical(): void;
  foldAll(isFolded: boolean): void;
  toggleBaseline(): void;
  /** Marks of what holds rows by hand. */
  toggleConstraints(): void;
  /** What really happened, along the bars. */
  toggleActuals(): void;
  /** When the bars may end. */
  toggleForecast(): void;
  /** On which days there were commits. */
  toggleCommits(): void;
  /** Dims what neither drives the selection nor is driven by it. */
  togglePath(): void;
  toggleClosed(): void;
  toggleOverview(): void;
  nextHeader(): void;
  showView(): void;
  /** Puts a plain table in the place of the chart, or the chart back. */
  toggleTable(): void;
  showKeys(): void;
  cancel(): void;
}

type ChartKey = KeyBinding<KeyTarget>;

export const keyBindings: readonly ChartKey[] = [
  bind(['ArrowUp'], '↑', 'Previous row', target => target.step('previous')),
  bind(['ArrowDown'], '↓', 'Next row', target => target.step('next')),
  bind(['ArrowRight'], '→', 'Unfold, or go to the first child', target => target.step('in')),
  bind(['ArrowLeft'], '←', 'Fold, or go to the parent', target => target.step('out')),
  bind(['Shift+ArrowUp'], 'Shift+↑', 'Select the row above too', target =>
    target.stretch('previous'),
  ),
  bind(['Shift+ArrowDown'], 'Shift+↓', 'Select the row below too', target =>
    target.stretch('next'),
  ),
  bind(['Control+ '], 'Ctrl+Space', 'Select or not', target => target.toggleSelected()),
  bind(['Home', 'Control+Home'], 'Home', 'First row', target => target.step('first')),
  bind(['End', 'Control+End'], 'End', 'Last row', target => target.step('last')),
  bind(['PageUp'], 'Page Up', 'A screen up', target => target.step('pageUp')),
  bind(['PageDown'], 'Page Down', 'A screen down', target => target.step('pageDown')),
  bind(['Control+ArrowLeft'], 'Ctrl+←', 'Columns to the left', target => target.scrollColumns(-1)),
  bind(['Control+ArrowRight'], 'Ctrl+→', 'Columns to the right', target => target.scrollColumns(1)),
  bind(['Enter'], 'Enter', "Open the item's file", target => target.openFile()),
  bind(['c'], 'C', 'Open the linked code', target => target.openCode()),
  bind([' '], 'Space', 'Mark done, or reopen', target => target.toggleDone()),
  bind(['e'], 'E', 'Edit dates, progress, status and links', target => target.edit()),
  bind(['F2'], 'F2', 'Change the title', target => target.editTitle()),
  bind(
    ['Delete', 'Control+Backspace'],
    'Delete',
    'Remove from the plan, or the arrow that was pressed',
    target => target.remove(),
  ),
  bind(['i'], 'I', 'Show details', target => target.showDetails()),
  bind(['w'], 'W', 'Why this date', target => target.why()),
  bind(['Shift+F10', 'ContextMenu'], 'Shift+F10', 'All actions', target => target.showMenu()),
  bind(['Alt+ArrowLeft'], 'Alt+←', 'Move a day earlier', target => target.move(-1)),
  bind(['Alt+ArrowRight'], 'Alt+→', 'Move a day later', target => target.move(1)),
  bind(['Alt+Shift+ArrowLeft'], 'Alt+Shift+←', 'A day shorter', target => target.resize(-1)),
  bind(['Alt+Shift+ArrowRight'], 'Alt+Shift+→', 'A day longer', target => target.resize(1)),
  bind(['Alt+ArrowUp'], 'Alt+↑', 'Up among its siblings', target => target.moveInOutline('up')),
  bind(['Alt+ArrowDown'], 'Alt+↓', 'Down among its siblings', target =>
    target.moveInOutline('down'),
  ),
  bind(['>', 'Shift+>'], '>', 'Indent: part of the one above', target =>
    target.moveInOutline('in'),
  ),
  bind(['<', 'Shift+<'], '<', 'Outdent', target => target.moveInOutline('out')),
  bind(['s'], 'S', 'Split the work at a date', target => target.split()),
  bind(['Shift+S'], 'Shift+S', 'Take the pauses of split work out', target => target.join()),
  bind(['l'], 'L', 'Link to another task, or those selected', target => target.link()),
  bind(['Shift+L'], 'Shift+L', 'Remove a link', target => target.unlink()),
  bind(['a'], 'A', 'Assign people', target => target.assign()),
  bind(['Shift+W'], 'Shift+W', 'Assign to whoever can', target => target.assignWhoeverCan()),
  bind(['Insert', 'Shift+A'], 'Insert', 'Add a task', target => target.add()),
  bind(['+', '=', 'Shift++'], '+', 'Zoom in', target => target.zoom(1)),
  bind(['-', 'Shift+_'], '−', 'Zoom out', target => target.zoom(-1)),
  bind(['0'], '0', 'Show the whole plan', target => target.fit()),
  bind(['t'], 'T', 'Go to today', target => target.goToToday()),
  bind(['g'], 'G', 'Go to a date', target => target.goToDate()),
  bind(['b'], 'B', 'Go to the bar of the row', target => target.goToBar()),
  bind(['/', 'Control+f'], '/', 'Filter and find', target => target.find()),
  bind(['n', 'F3'], 'N', 'Next match', target => target.findNext(1)),
  bind(['Shift+N', 'Shift+F3'], 'Shift+N', 'Previous match', target => target.findNext(-1)),
  bind(['p'], 'P', 'Emphasise the critical path', target => target.toggleCritical()),
  bind(['v'], 'V', 'Show the baseline, or not', target => target.toggleBaseline()),
  bind(['x'], 'X', 'Show what really happened, or not', target => target.toggleActuals()),
  bind(['Shift+X'], 'Shift+X', 'Show days with commits, or not', target => target.toggleCommits()),
  bind(['u'], 'U', 'Show when bars may end, or not', target => target.toggleForecast()),
  bind(['k'], 'K', 'Show constraints, or not', target => target.toggleConstraints()),
  bind(['d'], 'D', 'Emphasise what drives the selection', target => target.togglePath()),
  bind(['h'], 'H', 'Hide done work, or show it', target => target.toggleClosed()),
  bind(['o'], 'O', 'Show the overview, or not', target => target.toggleOverview()),
  bind(['r'], 'R', 'Header: dates, week numbers, project days', target => target.nextHeader()),
  bind(['Shift+V'], 'Shift+V', 'View: baseline, header, export, print', target =>
    target.showView(),
  ),
  bind(['Shift+T'], 'Shift+T', 'The plan as a plain table, or the chart', target =>
    target.toggleTable(),
  ),
  bind(['Shift+ArrowLeft'], 'Shift+←', 'Fold everything', target => target.foldAll(true)),
  bind(['Shift+ArrowRight'], 'Shift+→', 'Unfold everything', target => target.foldAll(false)),
  bind(
    ['Escape', 'Alt+Escape', 'Alt+Shift+Escape'],
    'Esc',
    'Give up a move, or clear the selection',
    target => target.cancel(),
  ),
  bind(['?', 'Shift+?'], '?', 'Show these keys', target => target.showKeys()),
];

export const findBinding = createKeyFinder(keyBindings);

function bind(
  chords: readonly string[],
  shown: string,
  does: string,
  run: (target: KeyTarget) => void,
): ChartKey {
  return { chords, shown, does, run };
}
