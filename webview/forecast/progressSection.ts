import type { ProgressPage, ProgressTable } from '../../src/core/views/progressPage.ts';
import { layOutProgress, progressSize } from '../../src/core/views/progressPicture.ts';
import { formatDay, minutesPerDay } from '../../src/core/model/instant.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { createTable, letScroll } from '../ui/dataTable.ts';
import { createElement } from '../ui/element.ts';
import { createMenuButton } from '../ui/textButton.ts';
import { createItemLink, type ShowItem } from './itemLink.ts';
import type { LaterSection } from './laterSection.ts';
import { createPictureReader } from './pictureReader.ts';
import { createSvg } from './svgElement.ts';

type Asking = Pick<PanelActions, 'progress' | 'save'>;

/** What was done so far, asked for when it is unfolded. */
export function createProgressSection(actions: Asking, show: ShowItem): LaterSection {
  const body = createElement('div', { class: 'forecast-past-body' });
  const element = createElement('details', { class: 'forecast-past' }, [
    createElement('summary', {
      text: 'What was done so far',
      attributes: { 'data-focus': 'progress' },
    }),
    body,
  ]);
  let asked = 0;
  let isKnown = false;
  const ask = async (): Promise<void> => {
    isKnown = true;
    const own = ++asked;
    const page = await actions.progress();
    if (own !== asked) return;
    isKnown = page !== undefined;
    if (page) body.replaceChildren(...createContent(page, actions, show));
  };
  element.addEventListener('toggle', () => {
    if (element.open && !isKnown) void ask();
  });
  return {
    element,
    renew: () => {
      isKnown = false;
      if (element.open) void ask();
    },
    dispose: () => undefined,
  };
}

function createContent(
  page: ProgressPage,
  actions: Asking,
  show: ShowItem,
): readonly HTMLElement[] {
  const sentences = page.sentences.map(text => createElement('li', { text: `${text}.` }));
  return [
    createElement('div', { class: 'forecast-words' }, [createElement('ul', {}, sentences)]),
    ...(page.weeks.length === 0 ? [] : [createPicture(page, actions)]),
    ...(page.ageing.length === 0 ? [] : [createAgeing(page, show)]),
    ...page.tables.map(createPart),
  ];
}

/** Burn-up and burn-down in one picture, read with the pointer or week by week with the keys. */
function createPicture(page: ProgressPage, actions: Asking): HTMLElement {
  const { width, height, left, right, top, bottom } = progressSize;
  const cursor = createSvg('path', { class: 'forecast-cursor', d: '' });
  const svg = drawLines(page);
  svg.append(cursor);
  const { weeks, perDay } = page;
  const inner = width - left - right;
  const days = (minutes: number): string => `${Number((minutes / perDay).toFixed(1))}d`;
  const reader = createPictureReader({
    svg,
    label: 'Work done and left, by week',
    key: 'weeks',
    page: 4,
    first: 0,
    last: weeks.length - 1,
    start: weeks.length - 1,
    valueAt: share => {
      const place = Math.round((weeks.length * (share * width - left)) / inner) - 1;
      return Math.min(weeks.length - 1, Math.max(0, place));
    },
    show: place => {
      const week = weeks[place];
      if (!week) return '';
      const x = left + (inner * (place + 1)) / weeks.length;
      cursor.setAttribute('d', `M${x} ${top}V${height - bottom}`);
      const monday = formatDay(week.firstDay * minutesPerDay);
      return `Week of ${monday}: ${week.doneTasks === 1 ? '1 task' : `${week.doneTasks} tasks`} done, ${days(week.done)} of work done in all, ${days(week.left)} left, ${week.inWork === 1 ? '1 task' : `${week.inWork} tasks`} in work`;
    },
  });
  return createElement('div', { class: 'forecast-picture' }, [
    reader,
    createElement('p', { class: 'faint' }, [
      createElement('span', { class: 'money-sign is-earned' }),
      'done (burn-up) ',
      createElement('span', { class: 'money-sign is-planned' }),
      'left (burn-down), as far as the plan of today goes',
    ]),
    createSave(actions),
  ]);
}

function drawLines(page: ProgressPage): SVGElement {
  const layout = layOutProgress(page);
  const { width, height, left, right, bottom } = progressSize;
  const svg = createSvg('svg', {
    class: 'money-curve',
    viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': 'true',
  });
  svg.append(
    ...layout.amounts.flatMap(({ y, label }) => [
      createSvg('path', { class: 'forecast-grid', d: `M${left} ${y}H${width - right}` }),
      createSvg('text', { class: 'forecast-share', x: left - 6, y: y + 4 }, label),
    ]),
    ...layout.dates.map(({ x, label }, place) =>
      createSvg(
        'text',
        {
          class: 'money-date',
          x,
          y: height - bottom + 16,
          'text-anchor': ['start', 'middle', 'end'][place] ?? 'middle',
        },
        label,
      ),
    ),
    createSvg('path', { class: 'money-line is-earned', d: layout.done }),
    createSvg('path', { class: 'money-line is-planned', d: layout.left }),
  );
  return svg;
}

function createSave(actions: Asking): HTMLElement {
  const save = createMenuButton('Save as…', 'Save the progress', () => [
    { label: 'Table (CSV)', run: () => actions.save({ view: 'progress', form: 'csv' }) },
    { label: 'Picture (SVG)', run: () => actions.save({ view: 'progress', form: 'svg' }) },
  ]);
  save.dataset['focus'] = 'save progress';
  return save;
}

function createAgeing({ ageing }: ProgressPage, show: ShowItem): HTMLElement {
  const rows = ageing.map(({ id, title, age, isLong }) => [
    createItemLink(id, title, show),
    age,
    isLong ? 'longer than 85% of what is done took' : '',
  ]);
  return createElement('section', { class: 'forecast-section' }, [
    createElement('h3', { text: `In work (${ageing.length})` }),
    createTable('In work', ['Task', 'For', 'Note'], rows),
  ]);
}

function createPart({ title, columns, rows }: ProgressTable): HTMLElement {
  return createElement('section', { class: 'forecast-section' }, [
    createElement('h3', { text: title }),
    letScroll(createTable(title, columns, rows), title),
  ]);
}
