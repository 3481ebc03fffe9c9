import { loadPaths } from '../../src/core/views/loadPaths.ts';
import { windowOf } from '../../src/core/views/peopleView.ts';
import { createElement } from '../ui/element.ts';
import { createLane } from './lane.ts';
import type { LoadShown } from './loadRow.ts';
import { hoursText, laneText, weekText } from './loadText.ts';

/** The load of one row as a histogram with its scale: bars by week under the line of what is given. */
export function createHistogram(shown: LoadShown, row: number): HTMLElement {
  const { view, by, window } = shown;
  const { from, count } = window;
  const cells = windowOf(view.tables[by], view.weeks, { row, from, count });
  const { most } = loadPaths(cells, { width: 1, height: 1 });
  const today = (view.today - view.firstDay) / 7 - from;
  const frame = createElement('div', {
    class: 'histogram-frame',
    attributes: { role: 'img', 'aria-label': laneText(view, cells, window) },
  });
  frame.append(createLane(cells, { today, cursor: undefined }));
  const full = most / 1.5;
  return createElement('figure', { class: 'histogram' }, [
    createElement('div', { class: 'histogram-scale', attributes: { 'aria-hidden': 'true' } }, [
      createElement('span', { text: hoursText(full) }),
      createElement('span', { text: '0' }),
    ]),
    frame,
    createElement('figcaption', { class: 'histogram-weeks' }, [
      createElement('span', { text: weekText(view, from) }),
      createElement('span', { text: `to ${weekText(view, from + count)}` }),
    ]),
    createLegend(by === 'skill'),
  ]);
}

function createLegend(isOfSkill: boolean): HTMLElement {
  const sign = (kind: string, text: string): HTMLElement =>
    createElement('li', {}, [createElement('span', { class: `load-sign is-${kind}` }), text]);
  return createElement('ul', { class: 'load-legend', attributes: { 'aria-label': 'Legend' } }, [
    sign('work', 'work'),
    ...(isOfSkill ? [sign('unassigned', 'given to nobody yet')] : []),
    sign('over', 'too much'),
    sign('capacity', 'time given'),
    sign('away', 'leave'),
  ]);
}
