import { dayOf } from '../../src/core/model/instant.ts';
import type { ForecastView } from '../../src/core/views/forecastView.ts';
import { shortDay, yearOf } from '../gantt/dateText.ts';
import {
  curveSize,
  layOutCurve,
  shareAt,
  type CurveLayout,
  type CurveMark,
} from './curveLayout.ts';
import { createPictureReader } from './pictureReader.ts';
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
  const first = dayOf(layout.from);
  const last = dayOf(layout.to);
  const { left, right, width, top, bottom, height } = curveSize;
  const inner = width - left - right;
  return createPictureReader({
    svg,
    label: 'Runs that are done by a day',
    key: 'curve',
    first,
    last,
    start: dayOf(view.confident.at - 1),
    page: 7,
    valueAt: share =>
      dayOf(layout.from + ((share * width - left) / inner) * (layout.to - layout.from)),
    show: day => {
      const end = (day + 1) * 1440;
      const x = left + (inner * (end - layout.from)) / (layout.to - layout.from);
      cursor.setAttribute('d', `M${Math.min(width - right, x)} ${top}V${height - bottom}`);
      const share = tellShareOf(view, end);
      return `${share} of the runs are done by ${shortDay(day, yearOf(view.planned))}`;
    },
  });
}

function tellShareOf({ curve }: ForecastView, at: number): string {
  return `${Math.round(shareAt(curve, at) * 100)}%`;
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

/** The foot of the words of a mark. */
function footOf({ line }: CurveMark): number {
  return 15 + line * 16;
}

/** From beside its words down. */
function markLine(mark: CurveMark): SVGElement {
  const { kind, x } = mark;
  const { bottom, height } = curveSize;
  const d = `M${x} ${footOf(mark) - 10}V${height - bottom}`;
  return createSvg('path', { class: `forecast-mark is-${kind}`, d });
}

function markText(mark: CurveMark): SVGElement {
  const { kind, x, label, anchor } = mark;
  return createSvg(
    'text',
    {
      class: `forecast-mark-text is-${kind}`,
      x: anchor === 'start' ? x + 4 : x - 4,
      y: footOf(mark),
      'text-anchor': anchor,
    },
    label,
  );
}
