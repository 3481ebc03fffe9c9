import { windowOf } from '../../src/core/views/peopleView.ts';
import { createPager } from '../gantt/tablePager.ts';
import { createElement } from '../ui/element.ts';
import type { LoadShown } from './loadRow.ts';
import { weekText } from './loadText.ts';

/** Rows of one page: a reader walks through them one by one. */
const pageRows = 50;

/** The lanes as a plain table, for whoever reads them by ear or line by line: hours of work by week. */
export function createLoadTable(shown: LoadShown): HTMLElement {
  const scroller = createElement('div', {
    class: 'forecast-scroll load-table',
    attributes: { role: 'region', tabindex: '0', 'aria-label': `Load by ${shown.by} as a table` },
  });
  const { rows } = shown.view.tables[shown.by];
  const last = Math.max(0, Math.ceil(rows.length / pageRows) - 1);
  const turn = (page: number): void => {
    scroller.replaceChildren(createTable(shown, page));
    pager.show(page, last);
  };
  const pager = createPager(turn);
  turn(0);
  return createElement('div', { class: 'load-twin' }, [
    createElement('p', {
      class: 'faint',
      text: `Hours of work${shown.by === 'skill' ? ', with a plus those given to nobody yet,' : ''} and, after the stroke, of time given, by week. An exclamation mark stands where some day is too full.`,
    }),
    pager.element,
    scroller,
  ]);
}

function createTable({ view, by, window }: LoadShown, page: number): HTMLElement {
  const weeks = Array.from({ length: window.count }, (_, at) => window.from + at);
  const head = ['Name', 'Work', 'Too much', ...weeks.map(week => weekText(view, week))].map(text =>
    createElement('th', { text, attributes: { scope: 'col' } }),
  );
  const shown = view.tables[by].rows.slice(page * pageRows, (page + 1) * pageRows);
  const body = shown.map(({ name, work, over }, place) => {
    const row = page * pageRows + place;
    const cells = windowOf(view.tables[by], view.weeks, { row, ...window });
    return createElement('tr', {}, [
      createElement('th', { text: name, attributes: { scope: 'row' } }),
      createElement('td', { text: work === '' ? '–' : work }),
      createElement('td', { text: over === '' ? '–' : over }),
      ...weeks.map((_, at) => {
        const away = (cells.away[at] ?? 0) > 0 ? ' leave' : '';
        const sign = cells.over[at] === 1 ? ' !' : '';
        const wanted = cells.unassigned[at] ?? 0;
        const nobody = wanted === 0 ? '' : `+${hours(wanted)}`;
        const text = `${hours(cells.work[at])}${nobody}/${hours(cells.given[at])}${sign}${away}`;
        return createElement('td', { text });
      }),
    ]);
  });
  return createElement(
    'table',
    { class: 'forecast-table', attributes: { 'aria-label': `Load by ${by}` } },
    [createElement('thead', {}, [createElement('tr', {}, head)]), createElement('tbody', {}, body)],
  );
}

function hours(minutes = 0): string {
  return String(Math.round((minutes / 60) * 10) / 10);
}
