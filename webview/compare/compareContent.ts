import type { ComparedTable, ComparisonView } from '../../src/core/views/comparisonView.ts';
import { createItemLink, type ShowItem } from '../forecast/itemLink.ts';
import { createTable, letScroll } from '../ui/dataTable.ts';
import { createElement } from '../ui/element.ts';
import { createTextButton } from '../ui/textButton.ts';
import { createComparePicture } from './comparePicture.ts';

/** So many rows are shown until somebody asks for all of them. */
const mostAtFirst = 20;

export interface CompareEvents {
  readonly show: ShowItem;
  /** Titles of the tables that are shown whole. */
  readonly unfolded: ReadonlySet<string>;
  unfold(title: string): void;
}

/** What changed: the finish first, then the picture, then the tables. */
export function createCompareContent(
  view: ComparisonView,
  events: CompareEvents,
): readonly HTMLElement[] {
  const { title, sentences, bars, tables } = view;
  const [finish = '', ...others] = sentences;
  return [
    createElement('h2', {}, withWholeDays(`${finish}.`)),
    createElement('p', { class: 'faint', text: title }),
    ...(others.length === 0
      ? []
      : [
          createElement(
            'ul',
            { class: 'compare-sentences' },
            others.map(text => createElement('li', { text })),
          ),
        ]),
    ...(bars.length === 0 ? [] : [createComparePicture(view, events.show)]),
    ...(tables.length === 0 ? [createElement('p', { text: 'Nothing else changed.' })] : []),
    ...tables.map(table => createSection(table, events)),
  ];
}

/** A day is never broken at its dashes. */
function withWholeDays(text: string): readonly (Node | string)[] {
  return text
    .split(/(\d{4}-\d\d-\d\d)/)
    .map((piece, place) =>
      place % 2 === 1 ? createElement('span', { class: 'compare-day', text: piece }) : piece,
    );
}

function createSection(table: ComparedTable, events: CompareEvents): HTMLElement {
  const { title, columns, rows } = table;
  const isWhole = rows.length <= mostAtFirst || events.unfolded.has(title);
  const shown = isWhole ? rows : rows.slice(0, mostAtFirst);
  const count = rows.length + table.more;
  const content = createTable(
    title,
    columns,
    shown.map(({ id, cells }, place) =>
      cells.map((cell, column) => {
        if (column !== 0 || id === '') return createElement('span', {}, withWholeDays(cell));
        const link = createItemLink(id, cell, events.show);
        link.dataset['focus'] = `${title} ${place} ${id}`;
        return link;
      }),
    ),
  );
  const hasLinks = shown.some(({ id }) => id !== '');
  const parts = [
    createElement('h3', { text: `${title} (${count})` }),
    hasLinks ? content : letScroll(content, title),
  ];
  if (!isWhole) {
    const all = createTextButton(`Show all ${rows.length}`, () => events.unfold(title));
    all.dataset['focus'] = `all ${title}`;
    parts.push(all);
  } else if (table.more > 0) {
    const text = `and ${table.more} more; gantry diff --format json has them all`;
    parts.push(createElement('p', { class: 'faint', text }));
  }
  return createElement('section', {}, parts);
}
