import { riskStatuses, strategies } from '../../src/core/model/risk.ts';
import type { LostFilter } from '../../src/core/views/ganttView.ts';
import type { RiskRegisterView } from '../../src/core/views/riskRegisterView.ts';
import { createCheckbox } from '../ui/checkbox.ts';
import { createElement, setAttribute, setText } from '../ui/element.ts';
import { createIconButton } from '../ui/iconButton.ts';
import { type Choice, createSelect, type Select } from '../ui/select.ts';
import { createTextField, type TextField } from '../ui/textField.ts';
import { noneChoice } from './filterRows.ts';
import { createRovingTools } from './rovingTools.ts';
import { openFilter, type RegisterFilter } from './registerUi.ts';
import { queryOf } from './registerViews.ts';
import { bandTitles, countText, statusTitles, strategyTitles } from './riskText.ts';
import { createToolbarButtons, type ToolbarButtonEvents } from './toolbarButtons.ts';

export interface Toolbar {
  readonly element: HTMLElement;
  show(state: ToolbarState): void;
  focusFilter(): void;
  showViews(): void;
  showKeys(): void;
}

export interface ToolbarState {
  readonly view: RiskRegisterView;
  readonly filter: RegisterFilter;
  readonly shown: number;
  readonly hiddenClosed: number;
  /** What is wrong with the words of the filter, or empty. */
  readonly problem: string;
  readonly lostFilters: readonly LostFilter[];
  readonly canEdit: boolean;
  readonly isSideFolded: boolean;
}

const picked = ['status', 'category', 'owner', 'band', 'strategy', 'review'] as const;
type Picked = (typeof picked)[number];

export interface ToolbarEvents extends ToolbarButtonEvents {
  change(filter: Partial<RegisterFilter>): void;
  /** From the filter back to the rows. */
  leave(): void;
}

/** The filters of the register, and how many risks they leave. */
export function createToolbar(filter: RegisterFilter, events: ToolbarEvents): Toolbar {
  const find = createFind(filter, events);
  const selects = createSelects(filter, change => events.change(change));
  const closed = createCheckbox({
    label: 'Closed',
    isChecked: filter.isClosedShown,
    onChange: isClosedShown => events.change({ isClosedShown }),
  });
  const count = createElement('span', { class: 'toolbar-count', attributes: { role: 'status' } });
  const clear = createClear(events);
  const { add, group, columns, views, side, keys } = createToolbarButtons(events);
  const more = createMoreButton(isShown => {
    element.classList.toggle('is-filtering', isShown);
    tools.refresh();
  });
  const filters = [...Object.values(selects).map(select => select.element), closed.element, clear];
  const tools = createRovingTools(
    'Filters and actions',
    [more.element, ...filters, add, group, columns, views, side, keys],
    [
      more.element,
      ...filters,
      createElement('div', { class: 'toolbar-end' }, [
        count,
        add,
        group,
        columns,
        views,
        side,
        keys,
      ]),
    ],
  );
  const element = createElement(
    'div',
    { class: 'register-toolbar', attributes: { role: 'group', 'aria-label': 'Filters' } },
    [find.element, tools.element],
  );
  more.show(isFiltering({ ...filter, text: '' }));
  return {
    element,
    focusFilter: () => find.element.focus(),
    showViews: () => views.click(),
    showKeys: () => keys.click(),
    show: state => {
      if (find.value !== state.filter.text) find.value = state.filter.text;
      const choices = choicesOf(state.view);
      for (const key of picked) selects[key].setChoices(choices[key], state.filter[key]);
      closed.setChecked(state.filter.isClosedShown);
      closed.setLabel(closedLabel(state));
      clear.hidden = !isFiltering(state.filter);
      showCount(count, state);
      add.hidden = !state.canEdit;
      setAttribute(side, 'aria-pressed', String(!state.isSideFolded));
      tools.refresh();
    },
  };
}

/** Escape empties the filter first; what leaves it goes on to the rows. */
function createFind(filter: RegisterFilter, events: ToolbarEvents): TextField {
  const find = createTextField({
    label: 'Filter the risks',
    placeholder: 'Filter: server response:reduce review<today',
    value: filter.text,
    onInput: text => events.change({ text }),
  });
  find.element.addEventListener('keydown', event => {
    if (event.key === 'Escape' && find.value !== '') events.change({ text: '' });
    else if (['Enter', 'Escape', 'ArrowDown'].includes(event.key)) events.leave();
    else return;
    event.preventDefault();
  });
  return find;
}

function createClear(events: ToolbarEvents): HTMLElement {
  return createIconButton({
    icon: 'close',
    label: 'Clear the filters',
    text: 'Clear',
    onClick: () => events.change({ ...openFilter }),
  });
}

/** How many risks are shown, or what is wrong with the filter. */
function showCount(count: HTMLElement, state: ToolbarState): void {
  const asked = queryOf(state.filter);
  const lost = state.lostFilters.find(({ filter }) => filter === asked)?.note ?? '';
  const problem = state.problem === '' ? lost : state.problem;
  setText(count, problem === '' ? countLabel(state) : problem);
  setAttribute(count, 'title', problem === '' ? undefined : problem);
  count.classList.toggle('is-problem', problem !== '');
}

/** In a narrow window the filters stand behind a button of their own. */
function createMoreButton(onChange: (isShown: boolean) => void): {
  readonly element: HTMLElement;
  show(isShown: boolean): void;
} {
  const show = (isShown: boolean): void => {
    setAttribute(element, 'aria-expanded', String(isShown));
    onChange(isShown);
  };
  const element = createIconButton({
    icon: 'down',
    label: 'More filters',
    text: 'Filters',
    onClick: () => show(element.getAttribute('aria-expanded') !== 'true'),
  });
  element.classList.add('toolbar-more');
  return { element, show };
}

function createSelects(
  filter: RegisterFilter,
  change: (filter: Partial<RegisterFilter>) => void,
): Readonly<Record<Picked, Select>> {
  const create = (key: Picked, label: string): Select =>
    createSelect({
      label,
      choices: [{ value: filter[key], label: filter[key] }],
      value: filter[key],
      onChange: value => change(narrowed(key, value)),
    });
  return {
    status: create('status', 'Status'),
    category: create('category', 'Category'),
    owner: create('owner', 'Owner'),
    band: create('band', 'Current rating'),
    strategy: create('strategy', 'Response'),
    review: create('review', 'Review'),
  };
}

/** True when anything but closed risks is held back. */
export function isFiltering(filter: RegisterFilter): boolean {
  const { text, status, category, owner, band, strategy, review, cell } = filter;
  const values = [text, status, category, owner, band, strategy, review];
  return values.some(value => value !== '') || cell !== null;
}

function narrowed(key: Picked, value: string): Partial<RegisterFilter> {
  switch (key) {
    case 'status':
      return { status: riskStatuses.find(each => each === value) ?? '' };
    case 'band':
      return { band: value === 'low' || value === 'medium' || value === 'high' ? value : '' };
    case 'category':
      return { category: value };
    case 'owner':
      return { owner: value };
    case 'strategy':
      return { strategy: value };
    case 'review':
      return { review: value };
  }
}

function choicesOf(view: RiskRegisterView): Readonly<Record<Picked, readonly Choice[]>> {
  const any = (label: string): Choice => ({ value: '', label });
  const owners = new Set(view.rows.map(row => row.owner).filter(owner => owner !== ''));
  const people = view.people.filter(({ key }) => owners.delete(key));
  return {
    status: [
      any('Any status'),
      ...riskStatuses.map(value => ({ value, label: statusTitles[value] })),
    ],
    category: [
      any('Any category'),
      ...view.categories.map(value => ({ value, label: value })),
      { value: noneChoice, label: 'Without category' },
    ],
    owner: [
      any('Any owner'),
      ...people.map(({ key, name }) => ({ value: key, label: name })),
      ...[...owners].sort().map(value => ({ value, label: value })),
      { value: noneChoice, label: 'Nobody' },
    ],
    band: [
      any('Any rating'),
      ...(['high', 'medium', 'low'] as const).map(value => ({ value, label: bandTitles[value] })),
    ],
    strategy: [
      any('Any response'),
      ...strategies.map(value => ({ value, label: strategyTitles[value] })),
      { value: noneChoice, label: 'No response' },
    ],
    review: [
      any('Any review'),
      { value: 'overdue', label: 'Review overdue' },
      { value: 'due', label: 'Review due' },
      { value: 'soon', label: 'Review within two weeks' },
      { value: noneChoice, label: 'No review set' },
    ],
  };
}

function closedLabel({ filter, hiddenClosed }: ToolbarState): string {
  return filter.isClosedShown || hiddenClosed === 0 ? 'Closed' : `Closed (${hiddenClosed})`;
}

function countLabel({ shown, view }: ToolbarState): string {
  return shown === view.rows.length
    ? countText(shown)
    : `${shown} of ${countText(view.rows.length)}`;
}
