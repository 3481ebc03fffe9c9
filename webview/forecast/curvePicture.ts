import { dayOf } from '../../src/core/model/instant.ts';
import type { ForecastView } from '../../src/core/views/forecastView.ts';
import { shortDay, yearOf } from '../gantt/dateText.ts';
import { createElement, setText } from '../ui/element.ts';
import {
  curveSize,
  layOutCurve,
  shareAt,
  type CurveLayout,
  type CurveMark,
} from './curveLayout.ts';
import { createSvg } from './svgElement.ts';

/**
 * The S-curve over the histogram. It is read with the pointer, or with the arrow keys day by day: the
 * line below says how many runs are done by the day.
 */
export function createCurvePicture(view: ForecastView): HTMLElement {
  const layout = layOutCurve(view);
  const svg = createSvg('svg', {
    class: 'forecast-curve',
    viewBox: `0 0 ${curveSize.width} ${curveSize.height}`,
    'aria-hidden': 'true',
  });
  const cursor = createSvg('path', { class: 'forecast-cursor', d: '' });
  svg.append(
    ...gridOf(layout),
    ...layout.bars.map(bar => createSvg('rect', { class: 'forecast-bar', ...bar })),
    ...layout.marks.map(markLine),
    createSvg('path', { class: 'forecast-line', d: layout.path }),
    ...layout.marks.map(markText),
    cursor,
  );
  const reading = createElement('p', { class: 'forecast-reading' });
  const frame = createElement(
    'div',
    {
      class: 'forecast-frame',
      attributes: {
        role: 'slider',
        tabindex: '0',
        'data-focus': 'curve',
        'aria-label': 'Runs that are done by a day',
        'aria-valuemin': String(dayOf(layout.from)),
        'aria-valuemax': String(dayOf(layout.to)),
      },
    },
    [],
  );
  frame.append(svg);
  listen({ view, layout, frame, cursor, reading });
  return createElement('div', { class: 'forecast-picture' }, [frame, reading]);
}

interface Reader {
  readonly view: ForecastView;
  readonly layout: CurveLayout;
  readonly frame: HTMLElement;
  readonly cursor: SVGPathElement;
  readonly reading: HTMLElement;
}

function listen({ view, layout, frame, cursor, reading }: Reader): void {
  const { left, right, width, top, bottom, height } = curveSize;
  const first = dayOf(layout.from);
  const last = dayOf(layout.to);
  let day = dayOf(view.confident.at - 1);
  const show = (wanted: number): void => {
    day = Math.min(last, Math.max(first, wanted));
    const end = (day + 1) * 1440;
    const share = shareAt(view.curve, end);
    const text = `${Math.round(share * 100)}% of the runs are done by ${shortDay(day, yearOf(view.planned))}`;
    setText(reading, text);
    frame.setAttribute('aria-valuenow', String(day));
    frame.setAttribute('aria-valuetext', text);
    const inner = width - left - right;
    const x = Math.min(
      width - right,
      left + (inner * (end - layout.from)) / (layout.to - layout.from),
    );
    cursor.setAttribute('d', `M${x} ${top}V${height - bottom}`);
  };
  show(day);
  frame.addEventListener('pointermove', event => {
    const box = frame.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const at = layout.from + ((x - left) / (width - left - right)) * (layout.to - layout.from);
    show(dayOf(at));
  });
  frame.addEventListener('pointerleave', () => show(dayOf(view.confident.at - 1)));
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -7,
    PageUp: 7,
    Home: first - last,
    End: last - first,
  };
  frame.addEventListener('keydown', event => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    show(day + step);
  });
}

function gridOf({ shares, dates }: CurveLayout): readonly SVGElement[] {
  const { left, right, width, height, bottom } = curveSize;
  return [
    ...shares.flatMap(({ y, label }) => [
      createSvg('path', { class: 'forecast-grid', d: `M${left} ${y}H${width - right}` }),
      createSvg('text', { class: 'forecast-share', x: left - 6, y: y + 3.5 }, label),
    ]),
    ...dates.map(({ x, label }) =>
      createSvg('text', { class: 'forecast-date', x, y: height - bottom + 16 }, label),
    ),
  ];
}

function markLine({ kind, x }: CurveMark): SVGElement {
  const { top, bottom, height } = curveSize;
  const d = `M${x} ${top - 4}V${height - bottom}`;
  return createSvg('path', { class: `forecast-mark is-${kind}`, d });
}

function markText({ kind, x, label, anchor, line }: CurveMark): SVGElement {
  return createSvg(
    'text',
    {
      class: `forecast-mark-text is-${kind}`,
      x: anchor === 'start' ? x + 4 : x - 4,
      y: 9 + line * 12,
      'text-anchor': anchor,
    },
    label,
  );
}
