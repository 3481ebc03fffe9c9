import { dayOf } from '../../src/core/model/instant.ts';
import { formatMoney } from '../../src/core/model/money.ts';
import {
  layOutMoney,
  moneySize,
  pointAt,
  type MoneyCurveLayout,
  type MoneyShape,
} from '../../src/core/views/moneyCurve.ts';
import type { MoneyPage } from '../../src/core/views/moneyPage.ts';
import { createSvg } from '../forecast/svgElement.ts';
import { shortDay, yearOf } from '../gantt/dateText.ts';
import { createElement, setText } from '../ui/element.ts';

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
  const frame = createElement('div', {
    class: 'forecast-frame',
    attributes: {
      role: 'slider',
      tabindex: '0',
      'data-focus': 'curve',
      'aria-label': shape === 'curve' ? 'Money by day' : 'Work that is left, by day',
      'aria-valuemin': '0',
      'aria-valuemax': String(Math.max(0, page.curve.length - 1)),
    },
  });
  frame.append(svg);
  const reading = createElement('p', { class: 'forecast-reading' });
  listen({ page, shape, frame, cursor, reading });
  return createElement('div', { class: 'money-picture' }, [frame, reading, createLegend(layout)]);
}

interface Reader {
  readonly page: MoneyPage;
  readonly shape: MoneyShape;
  readonly frame: HTMLElement;
  readonly cursor: SVGPathElement;
  readonly reading: HTMLElement;
}

function listen({ page, shape, frame, cursor, reading }: Reader): void {
  const { curve } = page;
  const { left, right, width, top, bottom, height } = moneySize;
  const [first, last] = [curve[0]?.at ?? 0, curve.at(-1)?.at ?? 0];
  const present = Math.max(
    0,
    curve.findLastIndex(({ at }) => at <= page.at),
  );
  let place = present;
  const show = (wanted: number): void => {
    place = Math.min(curve.length - 1, Math.max(0, wanted));
    const point = curve[place];
    if (!point) return;
    const text = readPoint(page, shape, point);
    setText(reading, text);
    frame.setAttribute('aria-valuenow', String(place));
    frame.setAttribute('aria-valuetext', text);
    const x = left + ((width - left - right) * (point.at - first)) / Math.max(1, last - first);
    cursor.setAttribute('d', `M${x} ${top}V${height - bottom}`);
  };
  show(present);
  frame.addEventListener('pointermove', event => {
    const box = frame.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const at = first + ((x - left) / (width - left - right)) * (last - first);
    const found = pointAt(curve, at);
    if (found) show(curve.indexOf(found));
  });
  frame.addEventListener('pointerleave', () => show(present));
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -4,
    PageUp: 4,
    Home: -curve.length,
    End: curve.length,
  };
  frame.addEventListener('keydown', event => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    show(place + step);
  });
}

/** `By 3 Mar: 4000 EUR planned, 3600 EUR earned, 3800 EUR spent` */
function readPoint(
  { currency, total, at: present }: MoneyPage,
  shape: MoneyShape,
  { at, planned, earned, actual }: MoneyPage['curve'][number],
): string {
  const amount = (hundredths: number): string =>
    formatMoney({ hundredths, currency: currency === '' ? undefined : currency });
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

function gridOf({ amounts, dates, todayX }: MoneyCurveLayout): readonly SVGElement[] {
  const { left, right, width, height, top, bottom } = moneySize;
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

function linesOf({ planned, earned, actual, budgetY }: MoneyCurveLayout): readonly SVGElement[] {
  const { left, right, width } = moneySize;
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
