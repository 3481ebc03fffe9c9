import { formatDay } from '../../src/core/model/instant.ts';
import {
  layOutComparison,
  type ComparedLane,
  type ComparisonLayout,
  type LanePlace,
} from '../../src/core/views/comparisonPicture.ts';
import type { ComparedBar, ComparisonView } from '../../src/core/views/comparisonView.ts';
import { createItemLink, type ShowItem } from '../forecast/itemLink.ts';
import { createElement } from '../ui/element.ts';

/** A line for each thing that moved: where it was as a dashed outline, where it is filled. */
export function createComparePicture(
  { bars, moreBars }: ComparisonView,
  show: ShowItem,
): HTMLElement {
  const layout = layOutComparison(bars);
  const rows = bars.map((bar, place) => createRow(bar, { layout, place, show }));
  return createElement('section', { class: 'compare-picture' }, [
    createElement('p', { class: 'faint compare-legend' }, [
      createElement('span', { class: 'compare-sign is-before' }),
      'before ',
      createElement('span', { class: 'compare-sign is-after' }),
      'now; lines: the finish of the project',
    ]),
    createElement(
      'ol',
      { class: 'compare-rows', attributes: { 'aria-label': 'What moved' } },
      rows,
    ),
    createElement(
      'div',
      { class: 'compare-dates', attributes: { 'aria-hidden': 'true' } },
      layout.dates.map(({ label }) => createElement('span', { text: label })),
    ),
    ...(moreBars === 0
      ? []
      : [createElement('p', { class: 'faint', text: `and ${moreBars} more, which moved less` })]),
  ]);
}

function createRow(
  bar: ComparedBar,
  {
    layout,
    place,
    show,
  }: { readonly layout: ComparisonLayout; readonly place: number; readonly show: ShowItem },
): HTMLElement {
  const { id, title, words, tone } = bar;
  const name =
    id === ''
      ? createElement('span', { class: 'compare-name', text: title })
      : createItemLink(id, title, show);
  name.classList.add('compare-name');
  if (id !== '') name.dataset['focus'] = `bar ${id}`;
  return createElement('li', { class: `compare-row is-${tone}`, title: datesOf(bar) }, [
    name,
    createLane(bar, layout.lanes[place], layout),
    createElement('span', { class: 'compare-words', text: words }),
    createElement('span', { class: 'visually-hidden', text: `, ${datesOf(bar)}` }),
  ]);
}

/** `2026-03-02 to 2026-03-05, before 2026-03-02 to 2026-03-03` */
function datesOf({ isPoint, before, after }: ComparedBar): string {
  const span = (given: ComparedBar['before']): string =>
    !given
      ? ''
      : isPoint
        ? formatDay(given.finish - 1)
        : `${formatDay(given.start)} to ${formatDay(given.finish - 1)}`;
  if (!before) return span(after);
  return after ? `${span(after)}, before ${span(before)}` : `before ${span(before)}`;
}

function createLane(
  { isPoint }: ComparedBar,
  lane: ComparedLane | undefined,
  { finishBefore, finishAfter }: ComparisonLayout,
): HTMLElement {
  const shape = (given: LanePlace | undefined, kind: string): readonly HTMLElement[] => {
    if (!given) return [];
    const element = createElement('span', {
      class: `${isPoint ? 'compare-point' : 'compare-bar'} is-${kind}`,
    });
    element.style.left = percent(given.x);
    if (!isPoint) element.style.width = percent(given.width);
    return [element];
  };
  const line = (share: number | undefined, kind: string): readonly HTMLElement[] => {
    if (share === undefined) return [];
    const element = createElement('span', { class: `compare-finish is-${kind}` });
    element.style.left = percent(share);
    return [element];
  };
  return createElement('span', { class: 'compare-lane', attributes: { 'aria-hidden': 'true' } }, [
    ...line(finishBefore, 'before'),
    ...line(finishAfter, 'after'),
    ...shape(lane?.after, 'after'),
    ...shape(lane?.before, 'before'),
  ]);
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
