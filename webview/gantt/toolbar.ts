import { openMenu } from '../ui/menu.ts';
import { createElement, setAttribute, setHidden, setText } from '../ui/element.ts';
import { createIcon, type IconName } from './icons.ts';
import type { KeyTarget } from './keyboard.ts';
import type { ChartModel } from './chartModel.ts';

/** What the toolbar asks of the chart beside what keys do. */
export interface ToolbarEvents extends Pick<
  KeyTarget,
  | 'zoom'
  | 'fit'
  | 'goToToday'
  | 'goToDate'
  | 'findNext'
  | 'toggleCritical'
  | 'foldAll'
  | 'add'
  | 'toggleBaseline'
  | 'togglePath'
  | 'toggleClosed'
  | 'showView'
  | 'showKeys'
> {
  filter(text: string): void;
  toggleOnlyMatches(): void;
  showColumns(anchor: Element): void;
  showViews(anchor: Element): void;
  toggleGrid(): void;
  /** From the filter box back to the rows. */
  leaveFilter(): void;
}

/** The chart's own toolbar: zoom and place at the left, filter and find at the right. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly filterInput = createElement('input', {
    class: 'gantt-input',
    attributes: {
      type: 'search',
      placeholder: 'Filter: parser status:doing float<2d',
      'aria-label': 'Filter by words, fields and comparisons',
    },
  });
  readonly dateButton: HTMLButtonElement;
  readonly viewButton: HTMLButtonElement;
  readonly #events: ToolbarEvents;
  readonly #baseline: HTMLButtonElement;
  readonly #path: HTMLButtonElement;
  readonly #closed: HTMLButtonElement;
  readonly #critical: HTMLButtonElement;
  readonly #onlyMatches: HTMLButtonElement;
  readonly #table: HTMLButtonElement;
  /** How much is hidden because it is closed. */
  readonly #hidden = createElement('span', { class: 'gantt-hidden-count' });
  #shown: readonly unknown[] = [];
  readonly #count = createElement('span', { class: 'gantt-count', attributes: { role: 'status' } });

  constructor(events: ToolbarEvents) {
    this.#events = events;
    this.#critical = createTool('critical', 'Emphasise the critical path (P)', () =>
      events.toggleCritical(),
    );
    this.#baseline = createTool('baseline', 'Show the baseline (V)', () => events.toggleBaseline());
    this.#path = createTool('path', 'Emphasise what drives the selection (D)', () =>
      events.togglePath(),
    );
    this.#closed = createTool('closed', 'Hide done and dropped work (H)', () =>
      events.toggleClosed(),
    );
    this.viewButton = createTool(
      'view',
      'View: baseline, header, overview, export, print (Shift+V)',
      () => events.showView(),
    );
    this.viewButton.setAttribute('aria-haspopup', 'menu');
    this.#onlyMatches = createTool('filter', 'Show only what matches', () =>
      events.toggleOnlyMatches(),
    );
    this.#table = createTool('table', 'Show the table', () => events.toggleGrid());
    this.dateButton = createTool('date', 'Go to date (G)', () => events.goToDate(), 'Go to date');
    this.element = createElement(
      'div',
      { class: 'gantt-toolbar', attributes: { role: 'group', 'aria-label': 'Gantt chart' } },
      [
        this.#createZoomTools(),
        this.#createPlaceTools(),
        this.#createRowTools(),
        this.#createSearch(),
      ],
    );
    this.#listen();
  }

  /** To be called after every frame; what has not changed costs nothing. */
  show(model: ChartModel): void {
    const { choices, plan, outline, selectedRow, filterProblem, lostNote } = model;
    const wanted = [choices, plan, outline, selectedRow, filterProblem, lostNote];
    if (wanted.every((each, i) => each === this.#shown[i])) return;
    this.#shown = wanted;
    const { filter, onlyMatches, isCriticalShown, isGridFolded } = choices;
    setAttribute(this.#critical, 'aria-pressed', String(isCriticalShown));
    setAttribute(this.#table, 'aria-pressed', String(!isGridFolded));
    this.#showSwitches(model);
    setAttribute(this.#onlyMatches, 'aria-pressed', String(onlyMatches));
    if (this.filterInput.value !== filter) this.filterInput.value = filter;
    const matches = outline?.shownMatches;
    const count = matches ? countText(matches.length, matches.indexOf(selectedRow)) : '';
    const problem = filterProblem === '' ? lostNote : filterProblem;
    setText(this.#count, problem === '' ? count : problem);
    setAttribute(this.#count, 'title', problem === '' ? undefined : problem);
    this.#count.classList.toggle('is-problem', problem !== '');
    setAttribute(this.filterInput, 'aria-invalid', filterProblem === '' ? undefined : 'true');
  }

  #showSwitches({ choices, plan, outline }: ChartModel): void {
    setHidden(this.#baseline, plan?.view.baselines === undefined);
    setAttribute(this.#baseline, 'aria-pressed', String(choices.isBaselineShown));
    setAttribute(this.#path, 'aria-pressed', String(choices.isPathShown));
    setAttribute(this.#closed, 'aria-pressed', String(choices.isClosedHidden));
    const hidden = choices.isClosedHidden ? (outline?.closedCount ?? 0) : 0;
    setText(this.#hidden, hidden === 0 ? '' : `${hidden} hidden`);
  }

  #createZoomTools(): HTMLElement {
    return createTools([
      createTool('zoomOut', 'Zoom out (−)', () => this.#events.zoom(-1)),
      createTool('zoomIn', 'Zoom in (+)', () => this.#events.zoom(1)),
      createTool('fit', 'Show the whole plan (0)', () => this.#events.fit()),
    ]);
  }

  #createPlaceTools(): HTMLElement {
    return createTools([
      createTool('today', 'Go to today (T)', () => this.#events.goToToday(), 'Today'),
      this.dateButton,
    ]);
  }

  #createRowTools(): HTMLElement {
    const columnsTool = createTool('columns', 'Columns', () =>
      this.#events.showColumns(columnsTool),
    );
    const viewsTool = createTool(
      'views',
      'Views that the plan keeps',
      () => this.#events.showViews(viewsTool),
      'Views',
    );
    const spare = [
      createTool('foldAll', 'Fold everything (Shift+←)', () => this.#events.foldAll(true)),
      createTool('unfoldAll', 'Unfold everything (Shift+→)', () => this.#events.foldAll(false)),
      this.#critical,
      this.#path,
      this.#baseline,
      this.#closed,
      this.#table,
    ];
    return createTools([
      createTool('add', 'Add a task (Insert)', () => this.#events.add()),
      ...createSpareTools(spare),
      this.#hidden,
      columnsTool,
      viewsTool,
      this.viewButton,
      createTool('help', 'Keys and signs (?)', () => this.#events.showKeys()),
    ]);
  }

  #createSearch(): HTMLElement {
    const search = createTools([this.filterInput, this.#onlyMatches, this.#count]);
    search.classList.add('gantt-search');
    search.setAttribute('role', 'search');
    return search;
  }

  #listen(): void {
    this.filterInput.addEventListener('input', () => this.#events.filter(this.filterInput.value));
    this.filterInput.addEventListener('keydown', event => {
      if (event.key === 'Enter') this.#events.findNext(event.shiftKey ? -1 : 1);
      else if (event.key === 'Escape' && this.filterInput.value !== '') this.#events.filter('');
      else if (event.key === 'Escape' || event.key === 'ArrowDown') this.#events.leaveFilter();
      else return;
      event.preventDefault();
    });
  }
}

/** In a column at the side, what is rarely wanted stands in a menu of its own. */
function createSpareTools(tools: readonly HTMLButtonElement[]): readonly HTMLElement[] {
  for (const tool of tools) tool.classList.add('is-spare');
  const more = createTool('more', 'More tools', () =>
    openMenu({
      anchor: more,
      label: 'More tools',
      items: tools
        .filter(tool => !tool.hidden)
        .map(tool => {
          const pressed = tool.getAttribute('aria-pressed');
          const state = pressed === null ? {} : { isChecked: pressed === 'true', isSwitch: true };
          return { label: tool.title, ...state, run: () => tool.click() };
        }),
    }),
  );
  more.classList.add('is-more');
  more.setAttribute('aria-haspopup', 'menu');
  return [...tools, more];
}

function createTools(children: readonly HTMLElement[]): HTMLElement {
  return createElement('div', { class: 'gantt-tools' }, children);
}

function createTool(
  icon: IconName,
  label: string,
  onClick: () => void,
  text?: string,
): HTMLButtonElement {
  const button = createElement(
    'button',
    { class: 'gantt-button', title: label, attributes: { type: 'button', 'aria-label': label } },
    [
      createIcon(icon),
      text === undefined ? undefined : createElement('span', { class: 'gantt-button-text', text }),
    ],
  );
  button.addEventListener('click', onClick);
  return button;
}

function countText(total: number, index: number): string {
  if (total === 0) return 'No match';
  if (index >= 0) return `${index + 1} of ${total}`;
  return total === 1 ? '1 match' : `${total} matches`;
}
