import type {
  LoadGroup,
  LoadRow,
  LoadWindow,
  PeopleView,
} from '../../src/core/views/peopleView.ts';
import { createElement } from '../ui/element.ts';
import { createLane } from './lane.ts';
import { laneText } from './loadText.ts';
import type { WeekWindow } from './weekWindow.ts';

/** In pixels; the style sheet says the same. */
export const laneRowPx = 40;

export interface LoadShown {
  readonly view: PeopleView;
  readonly by: LoadGroup;
  readonly window: WeekWindow;
}

/** A row of the load: its name and numbers, and its weeks as a lane. */
export function createLoadRow(
  row: LoadRow,
  at: {
    readonly place: number;
    readonly isSelected: boolean;
    readonly cursor: number | undefined;
    readonly cells: LoadWindow;
    readonly shown: LoadShown;
  },
): HTMLElement {
  const { place, isSelected, cursor, cells } = at;
  const { view, window } = at.shown;
  const today = (view.today - view.firstDay) / 7 - window.from;
  const number = (text: string, kind = ''): HTMLElement =>
    createElement('span', {
      class: `load-number${kind}`,
      text,
      attributes: { role: 'gridcell' },
    });
  const lane = createElement('span', {
    class: 'load-cell',
    attributes: { role: 'gridcell', 'aria-label': laneText(view, cells, window) },
  });
  lane.append(createLane(cells, { today, cursor }));
  const element = createElement(
    'div',
    {
      class: `load-row${isSelected ? ' is-selected' : ''}`,
      attributes: {
        role: 'row',
        id: `load-${place}`,
        'aria-rowindex': String(place + 1),
        'aria-selected': String(isSelected),
        'data-place': String(place),
      },
    },
    [createName(row), number(row.work), number(row.over, ' is-over'), lane],
  );
  element.style.top = `${place * laneRowPx}px`;
  return element;
}

function createName({ name, remark, detail }: LoadRow): HTMLElement {
  const note = remark === '' ? detail : remark;
  return createElement('span', { class: 'load-name', attributes: { role: 'rowheader' } }, [
    createElement('span', { class: 'load-title', text: name, title: name }),
    createElement('span', {
      class: `load-detail${remark === '' ? '' : ' is-odd'}`,
      text: note,
      title: note,
    }),
  ]);
}
