import type { ForecastView } from '../../src/core/views/forecastView.ts';
import { createTable, type Cell, letScroll } from '../ui/dataTable.ts';
import { createElement } from '../ui/element.ts';
import { createBarCell } from './barCell.ts';
import { createItemLink, type ShowItem } from './itemLink.ts';

/** How sure one is of which date. */
export function createDatesTable({ dates }: ForecastView): HTMLElement {
  const hasResponses = dates.some(({ inherent }) => inherent !== '');
  const table = createTable(
    'Dates by how sure one is',
    [
      'Sure',
      'Done by',
      'The true day, 95%',
      ...(hasResponses ? ['No responses', 'All responses'] : []),
    ],
    dates.map(row => [
      createShare(row),
      row.day,
      row.between,
      ...(hasResponses ? [row.inherent, row.residual] : []),
    ]),
  );
  return letScroll(table, 'Dates by how sure one is');
}

function createShare({ share, words }: { readonly share: string; readonly words: string }): Cell {
  return createElement('span', {}, [
    createElement('strong', { text: share }),
    createElement('span', { class: 'faint', text: ` ${words}` }),
  ]);
}

/** How sure one is of which amount. */
export function createCostsTable({ costs }: ForecastView): HTMLElement {
  const label = 'Costs by how sure one is';
  const rows = costs.map(row => [createShare(row), row.amount, row.between]);
  const heads = ['Sure', 'Costs at most', 'The true amount, 95%'];
  return letScroll(createTable(label, heads, rows, [1]), label);
}

/** A number, and below it between which the true one lies. */
function createBetween(text: string, between: string, title = ''): Cell {
  if (between === '' && title === '') return text;
  return createElement('span', title === '' ? {} : { title }, [
    text,
    between === ''
      ? undefined
      : createElement('span', { class: 'forecast-between', text: ` 95%: ${between}` }),
  ]);
}

/** Which tasks the finish hangs on. */
export function createTasksTable({ tasks }: ForecastView, show: ShowItem): HTMLElement {
  const label = 'How often each task is critical, and how closely the finish goes with it';
  return createTable(
    label,
    ['Task', 'Criticality', 'Cruciality'],
    tasks.map(({ id, title, share, criticality, cruciality }) => [
      createItemLink(id, title, show),
      createBarCell(share, 1, criticality),
      cruciality,
    ]),
  );
}

/** How often each risk happens, and what it adds on average. */
export function createRisksTable({ risks }: ForecastView, show: ShowItem): HTMLElement {
  const label = 'What each risk adds on average';
  const hasMoney = risks.some(({ cost }) => cost !== '');
  return createTable(
    label,
    ['Risk', 'Happens', 'Adds on average', ...(hasMoney ? ['Costs on average'] : [])],
    risks.map(row => [
      createElement('span', {}, [
        createItemLink(row.id, row.title, show),
        createElement('span', {
          class: 'faint',
          text: row.kind === 'threat' ? '' : ` ${row.kind}`,
        }),
      ]),
      row.happens,
      createBetween(row.days === '' ? '–' : row.days, row.daysBetween),
      ...(hasMoney ? [createBetween(row.cost === '' ? '–' : row.cost, row.costBetween)] : []),
    ]),
  );
}

/** Each milestone with the chance that its promise is kept. */
export function createMilestonesTable({ milestones }: ForecastView, show: ShowItem): HTMLElement {
  return createTable(
    'Milestones and the chance of each promise',
    ['Milestone', 'Half the time by', 'Four in five by', 'Promise', 'Kept'],
    milestones.map(row => [
      createItemLink(row.id, row.title, show),
      createBetween(row.p50, row.p50Between),
      createBetween(
        row.p80,
        row.p80Between,
        row.mergeBias === ''
          ? ''
          : `Waiting for several paths makes it ${row.mergeBias} later on average`,
      ),
      row.due === '' ? '–' : row.due,
      row.chance === ''
        ? '–'
        : createElement('span', { class: `forecast-chance is-${row.tone}` }, [
            createElement('strong', { text: row.chance }),
            ` ${row.words}`,
          ]),
    ]),
  );
}

/** What each response buys, the best first. */
export function createMitigationsTable({ mitigations }: ForecastView, show: ShowItem): HTMLElement {
  const most = Math.max(1, ...mitigations.map(({ minutes }) => Math.abs(minutes)));
  const hasMoney = mitigations.some(({ net }) => net !== '');
  const table = createTable(
    'What each response to a risk buys',
    ['Response to', 'Buys', 'The true days, 95%', ...(hasMoney ? ['Saves', 'Costs', 'Net'] : [])],
    mitigations.map(row => {
      const bar = createElement('span', { class: 'forecast-buy-bar' });
      bar.style.width = `${Math.round((Math.max(0, row.minutes) / most) * 80)}px`;
      return [
        createElement('span', {}, [
          createItemLink(row.id, row.title, show),
          row.isUnderWay
            ? createElement('span', { class: 'faint', text: ' under way' })
            : undefined,
        ]),
        createElement('span', { class: 'forecast-buy' }, [bar, row.buys]),
        row.between,
        ...(hasMoney ? [createBetween(row.saves, row.savesBetween), row.costs, row.net] : []),
      ];
    }),
  );
  return letScroll(table, 'What each response to a risk buys');
}
