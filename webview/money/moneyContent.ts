import type { MoneyShape } from '../../src/core/views/moneyCurve.ts';
import type {
  MoneyCut,
  MoneyFigure,
  MoneyPage,
  MoneyTable,
} from '../../src/core/views/moneyPage.ts';
import { createItemLink, type ShowItem } from '../forecast/itemLink.ts';
import { createTable } from '../ui/dataTable.ts';
import { createElement } from '../ui/element.ts';
import { createSegmented } from '../ui/segmented.ts';
import { createMenuButton, createTextButton } from '../ui/textButton.ts';
import { createMoneyPicture } from './moneyPicture.ts';

export interface MoneyEvents {
  readonly show: ShowItem;
  readonly canEdit: boolean;
  take(cut: MoneyCut): void;
  /** Where rates and costs are written. */
  openProject(): void;
  save(form: 'csv' | 'svg'): void;
  showShape(shape: MoneyShape): void;
}

/** All that the money of a plan has to say: words first, then the picture, the figures, the parts. */
export function createMoneyContent(
  page: MoneyPage,
  shape: MoneyShape,
  events: MoneyEvents,
): readonly HTMLElement[] {
  return [
    createElement('header', { class: 'forecast-head' }, [
      createElement('h2', { text: `${page.headline}.` }),
      createElement('p', { text: page.sentences.join(' ') }),
      ...page.notes.map(text => createElement('p', { class: 'forecast-note', text })),
    ]),
    ...(page.figures.length === 0
      ? [
          createElement('div', { class: 'money-tools' }, [
            createTextButton('Open the project file', () => events.openProject()),
          ]),
        ]
      : [
          createSection('Over time', [createTools(shape, events), createMoneyPicture(page, shape)]),
          createSection('Figures', [createFigures(page.figures)]),
        ]),
    ...(page.cuts.length === 0
      ? []
      : [createSection('Where to cut', [createCuts(page.cuts, events)])]),
    ...page.tables.map(table => createSection(table.title, [createParts(table, events.show)])),
  ];
}

function createSection(title: string, parts: readonly HTMLElement[]): HTMLElement {
  return createElement('section', { class: 'forecast-section' }, [
    createElement('h3', { text: title }),
    ...parts,
  ]);
}

function createTools(shape: MoneyShape, events: MoneyEvents): HTMLElement {
  const choice = createSegmented({
    label: 'Shape',
    choices: [
      { value: 'curve', label: 'S-curve' },
      { value: 'burndown', label: 'Burn-down' },
    ],
    value: shape,
    onChange: value => events.showShape(value === 'burndown' ? 'burndown' : 'curve'),
  });
  for (const button of choice.element.querySelectorAll<HTMLElement>('button'))
    button.dataset['focus'] = `shape ${button.dataset['value'] ?? ''}`;
  const save = createMenuButton('Save as…', 'Save the money', () => [
    { label: 'Table (CSV)', run: () => events.save('csv') },
    { label: 'Picture (SVG)', run: () => events.save('svg') },
  ]);
  save.dataset['focus'] = 'save';
  return createElement('div', { class: 'money-tools' }, [choice.element, save]);
}

/** Each figure opens to its formula, with the numbers that went into it. */
function createFigures(figures: readonly MoneyFigure[]): HTMLElement {
  return createElement(
    'div',
    { class: 'money-figures' },
    figures.map(({ key, name, value, tone, formula, reckoned }) =>
      createElement('details', { class: 'money-figure' }, [
        createElement('summary', { attributes: { 'data-focus': `figure ${key}` } }, [
          createElement('span', { class: 'money-key', text: key, title: name }),
          createElement('span', { class: 'money-name', text: name }),
          createElement('strong', { class: `money-value is-${tone}`, text: value }),
        ]),
        createElement('p', { class: 'money-formula' }, [
          formula,
          createElement('span', {
            class: 'person-note',
            text: reckoned === '' ? '' : `= ${reckoned}`,
          }),
        ]),
      ]),
    ),
  );
}

function createParts({ title, rows }: MoneyTable, show: ShowItem): HTMLElement {
  const hasBudget = rows.some(({ budget }) => budget !== '');
  return createTable(
    `Costs ${title.toLowerCase()}`,
    ['Part', 'Costs', 'Earned', ...(hasBudget ? ['Budget', 'Left'] : [])],
    rows.map(row => [
      /^[TM]-/.test(row.key) ? createItemLink(row.key, row.name, show) : row.name,
      row.costs,
      row.earned,
      ...(hasBudget ? [row.budget === '' ? '–' : row.budget, createLeft(row)] : []),
    ]),
    [1, 2, 3],
  );
}

function createLeft({ left, share }: MoneyTable['rows'][number]): HTMLElement {
  if (share === null) return createElement('span', { text: '–' });
  const bar = createElement('span', { class: `money-bar${share > 1 ? ' is-over' : ''}` });
  bar.style.width = `${Math.round(Math.min(1, share) * 60)}px`;
  return createElement('span', { class: 'forecast-buy' }, [
    createElement('span', { class: 'money-room' }, [bar]),
    left,
  ]);
}

/** The cheapest in days and risk first; each was tried by scheduling with it. */
function createCuts(cuts: readonly MoneyCut[], events: MoneyEvents): HTMLElement {
  const table = createTable(
    'Where to cut, by what it costs in days and risk',
    ['Cut', 'Saves', 'Costs', 'Take'],
    cuts.map(cut => {
      const take = createElement('button', {
        class: 'gantt-button person-take',
        text: 'Take',
        attributes: {
          type: 'button',
          'aria-label': `Take: ${cut.text}`,
          'data-focus': `cut ${cut.text}`,
        },
      });
      take.disabled = !events.canEdit;
      take.addEventListener('click', () => events.take(cut));
      return [
        createItemLink(cut.task, cut.text, events.show),
        cut.saves,
        createElement('span', { class: 'money-price', text: cut.price }),
        take,
      ];
    }),
    [1],
  );
  return createElement('div', {}, [
    createElement('p', {
      class: 'faint',
      text: 'Each was tried by scheduling the plan with it. What costs no days comes first, then what leaves the least risk.',
    }),
    table,
  ]);
}
