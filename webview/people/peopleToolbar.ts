import { loadGroups, type LoadGroup } from '../../src/core/views/peopleView.ts';
import { isRecord, oneOf } from '../../src/protocol/validate.ts';
import { createElement, setAttribute } from '../ui/element.ts';
import { createSegmented } from '../ui/segmented.ts';
import { createMenuButton, createTextButton } from '../ui/textButton.ts';
import { rangeLabel, weekRanges } from './weekWindow.ts';

/** What the view wants back after a restart: how a person looks at the load, never the load. */
export interface PeopleUi {
  readonly by: LoadGroup;
  /** So many weeks at once; 0 for all. */
  readonly range: number;
  /** The key of the row that is selected. */
  readonly selected: string | undefined;
  readonly isTable: boolean;
}

export const freshPeopleUi: PeopleUi = {
  by: 'person',
  range: 26,
  selected: undefined,
  isTable: false,
};

const isGroup = oneOf(loadGroups);

/** What an earlier life of the view has kept; of what it does not know, the usual. */
export function readPeopleUi(kept: unknown): PeopleUi {
  if (!isRecord(kept)) return freshPeopleUi;
  const { by, range, selected, isTable } = kept;
  return {
    by: isGroup(by) ? by : freshPeopleUi.by,
    range: weekRanges.find(each => each === range) ?? freshPeopleUi.range,
    selected: typeof selected === 'string' ? selected : undefined,
    isTable: isTable === true,
  };
}

export interface PeopleToolbarEvents {
  change(ui: Partial<PeopleUi>): void;
  /** Moves the window by half of it, back or forth. */
  step(direction: -1 | 1): void;
  level(): void;
  save(form: 'csv' | 'svg'): void;
}

const groupLabels: Readonly<Record<LoadGroup, string>> = {
  person: 'People',
  team: 'Teams',
  skill: 'Skills',
};

export interface PeopleToolbar {
  readonly element: HTMLElement;
  show(ui: PeopleUi): void;
}

export function createPeopleToolbar(ui: PeopleUi, events: PeopleToolbarEvents): PeopleToolbar {
  const by = createSegmented({
    label: 'Load by',
    choices: loadGroups.map(value => ({ value, label: groupLabels[value] })),
    value: ui.by,
    onChange: value => {
      if (isGroup(value)) events.change({ by: value });
    },
  });
  let shown = ui;
  const range = createMenuButton('', 'Weeks at once', () =>
    weekRanges.map(each => ({
      label: rangeLabel(each),
      isChecked: each === shown.range,
      run: () => events.change({ range: each }),
    })),
  );
  const table = createTextButton('Table', () => events.change({ isTable: !shown.isTable }));
  table.title = 'Show the load as a plain table';
  const save = createMenuButton('Save as…', 'Save the load', () => [
    { label: 'Table (CSV)', run: () => events.save('csv') },
    { label: 'Picture (SVG)', run: () => events.save('svg') },
  ]);
  const level = createTextButton('Level…', () => events.level());
  level.title = 'Preview a schedule in which nobody has more to do than time';
  const element = createElement(
    'div',
    { class: 'people-toolbar', attributes: { role: 'toolbar', 'aria-label': 'Load' } },
    [
      by.element,
      createStep('Earlier', () => events.step(-1)),
      range,
      createStep('Later', () => events.step(1)),
      table,
      level,
      save,
    ],
  );
  const show = (next: PeopleUi): void => {
    shown = next;
    by.setValue(next.by);
    range.textContent = rangeLabel(next.range);
    setAttribute(table, 'aria-pressed', String(next.isTable));
  };
  show(ui);
  return { element, show };
}

function createStep(label: string, onClick: () => void): HTMLButtonElement {
  const button = createTextButton(label === 'Earlier' ? '‹' : '›', onClick);
  button.setAttribute('aria-label', `${label} weeks`);
  button.title = `${label} weeks`;
  return button;
}
