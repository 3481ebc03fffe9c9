import { dayOf } from '../../src/core/model/instant.ts';
import { tellMoney } from '../../src/core/model/money.ts';
import {
  layOutMoney,
  moneySize,
  pointAt,
  type MoneyCurveLayout,
  type MoneyShape,
} from '../../src/core/views/moneyCurve.ts';
import type { MoneyPage } from '../../src/core/views/moneyPage.ts';
import { createPictureReader, type ReadPicture } from '../forecast/pictureReader.ts';
import { createSvg } from '../forecast/svgElement.ts';
import { shortDay, yearOf } from '../gantt/dateText.ts';
import { createElement } from '../ui/element.ts';

/** Money over time: it is read with the pointer, or with the arrow keys point by point. */
export function createMoneyPicture(page: MoneyPage, shape: MoneyShape): HTMLElement {
  const layout = layOutMoney(page, shape);
  const svg = createSvg('svg', {
    class: 'money-curve',
    viewBox: `0 0 ${moneySize.width} ${moneySize.height}`,
    'aria-hidden': 'true',
  });
  const cursor = createSvg('path', { class: 'forecast-cursor', d: '' });
  svg.append(...gridOf(layout), ...linesOf(layout), cursor);
  return createElement('div', { class: 'money-picture' }, [
    createPictureReader({
      svg,
      label: shape === 'curve' ? 'Money by day' : 'Work that is left, by day',
      key: 'curve',
      page: 4,
      ...readingOf(page, shape, { left: layout.left, cursor }),
    }),
    createLegend(layout),
  ]);
}

/** Reads the curve point by point; it begins where the figures are from. */
function readingOf(
  page: MoneyPage,
  shape: MoneyShape,
  { left, cursor }: { readonly left: number; readonly cursor: SVGPathElement },
): Pick<ReadPicture, 'first' | 'last' | 'start' | 'valueAt' | 'show'> {
  const { curve } = page;
  const { right, width, top, bottom, height } = moneySize;
  const [begin, end] = [curve[0]?.at ?? 0, curve.at(-1)?.at ?? 0];
  const inner = width - left - right;
  const start = Math.max(
    0,
    curve.findLastIndex(({ at }) => at <= page.at),
  );
  return {
    first: 0,
    last: Math.max(0, curve.length - 1),
    start,
    valueAt: share => {
      const found = pointAt(curve, begin + ((share * width - left) / inner) * (end - begin));
      return found ? curve.indexOf(found) : start;
    },
    show: place => {
      const point = curve[place];
      if (!point) return '';
      const x = left + (inner * (point.at - begin)) / Math.max(1, end - begin);
      cursor.setAttribute('d', `M${x} ${top}V${height - bottom}`);
      return readPoint(page, shape, point);
    },
  };
}

/** `By 3 Mar: 4000 EUR planned, 3600 EUR earned, 3800 EUR spent` */
function readPoint(
  { currency, total, at: present }: MoneyPage,
  shape: MoneyShape,
  { at, planned, earned, actual }: MoneyPage['curve'][number],
): string {
  const amount = (hundredths: number): string =>
    tellMoney({ hundredths, currency: currency === '' ? undefined : currency });
  const day = shortDay(dayOf(at - 1), yearOf(present));
  if (shape === 'burndown') {
    const left = earned === null ? '' : `, ${amount(total - earned)} are`;
    return `By ${day}: work worth ${amount(total - planned)} was to be left${left}`;
  }
  const rest = [
    ...(earned === null ? [] : [`${amount(earned)} earned`]),
    ...(actual === null ? [] : [`${amount(actual)} spent`]),
  ];
  return [`By ${day}: ${amount(planned)} planned`, ...rest].join(', ');
}

function gridOf({ left, amounts, dates, todayX }: MoneyCurveLayout): readonly SVGElement[] {
  const { right, width, height, top, bottom } = moneySize;
  const anchors = ['start', 'middle', 'end'];
  return [
    ...amounts.flatMap(({ y, label }) => [
      createSvg('path', { class: 'forecast-grid', d: `M${left} ${y}H${width - right}` }),
      createSvg('text', { class: 'forecast-share', x: left - 6, y: y + 3.5 }, label),
    ]),
    ...dates.map(({ x, label }, place) =>
      createSvg(
        'text',
        {
          class: 'money-date',
          x,
          y: height - bottom + 16,
          'text-anchor': anchors[place] ?? 'middle',
        },
        label,
      ),
    ),
    createSvg('path', { class: 'money-today', d: `M${todayX} ${top}V${height - bottom}` }),
  ];
}

function linesOf({
  left,
  planned,
  earned,
  actual,
  budgetY,
}: MoneyCurveLayout): readonly SVGElement[] {
  const { right, width } = moneySize;
  const line = (kind: string, d: string): readonly SVGElement[] =>
    d === '' ? [] : [createSvg('path', { class: `money-line is-${kind}`, d })];
  return [
    ...(budgetY === undefined ? [] : line('budget', `M${left} ${budgetY}H${width - right}`)),
    ...line('planned', planned),
    ...line('earned', earned),
    ...line('actual', actual),
  ];
}

function createLegend({ actual, budgetY }: MoneyCurveLayout): HTMLElement {
  const sign = (kind: string, text: string): HTMLElement =>
    createElement('li', {}, [createElement('span', { class: `money-sign is-${kind}` }), text]);
  return createElement('ul', { class: 'load-legend', attributes: { 'aria-label': 'Legend' } }, [
    sign('planned', 'planned'),
    sign('earned', 'earned'),
    ...(actual === '' ? [] : [sign('actual', 'spent')]),
    ...(budgetY === undefined ? [] : [sign('budget', 'budget')]),
  ]);
}
