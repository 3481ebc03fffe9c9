import type { ForecastView } from '../../src/core/views/forecastView.ts';
import { createTable, letScroll } from '../ui/dataTable.ts';
import { createElement } from '../ui/element.ts';
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
      createElement('span', {}, [
        createElement('strong', { text: row.share }),
        createElement('span', { class: 'faint', text: ` ${row.words}` }),
      ]),
      row.day,
      row.between,
      ...(hasResponses ? [row.inherent, row.residual] : []),
    ]),
  );
  return letScroll(table, 'Dates by how sure one is');
}

/** Each milestone with the chance that its promise is kept. */
export function createMilestonesTable({ milestones }: ForecastView, show: ShowItem): HTMLElement {
  return createTable(
    'Milestones and the chance of each promise',
    ['Milestone', 'Half the time by', 'Four in five by', 'Promise', 'Kept'],
    milestones.map(row => [
      createItemLink(row.id, row.title, show),
      row.p50,
      row.mergeBias === ''
        ? row.p80
        : createElement('span', {
            text: row.p80,
            title: `Waiting for several paths makes it ${row.mergeBias} later on average`,
          }),
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
        ...(hasMoney ? [row.saves, row.costs, row.net] : []),
      ];
    }),
  );
  return letScroll(table, 'What each response to a risk buys');
}
