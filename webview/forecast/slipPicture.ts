import type { ForecastHistoryView } from '../../src/core/views/forecastHistoryView.ts';
import { createPictureReader } from './pictureReader.ts';
import { layOutSlip, slipSize, slipX, type SlipLayout } from './slipLayout.ts';
import { createSvg } from './svgElement.ts';

/** The slip chart: when it is done, as each commit of the plan would have said. */
export function createSlipPicture(view: ForecastHistoryView): HTMLElement {
  const { points } = view;
  const layout = layOutSlip(view);
  const { width, height, left, right, top, bottom } = slipSize;
  const svg = createSvg('svg', {
    class: 'forecast-curve',
    viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': 'true',
  });
  const cursor = createSvg('path', { class: 'forecast-cursor', d: '' });
  svg.append(...gridOf(layout), ...linesOf(layout), ...jumpsOf(layout), cursor);
  const last = points.length - 1;
  return createPictureReader({
    svg,
    label: 'When it is done, commit by commit',
    key: 'slip',
    first: 0,
    last,
    start: last,
    page: 5,
    valueAt: share => Math.floor(((share * width - left) / (width - left - right)) * points.length),
    show: place => {
      cursor.setAttribute('d', `M${slipX(place, points.length)} ${top}V${height - bottom}`);
      return tellPoint(view, place);
    },
  });
}

function tellPoint({ points, label }: ForecastHistoryView, place: number): string {
  const point = points[place];
  if (!point) return '';
  const { commit, day, subject, confidentDay, plannedDay, moved, causes } = point;
  const name = commit === '' ? 'Now' : `${day}, ${commit} “${subject}”`;
  const because = causes.length === 0 ? '' : `, of it ${causes.map(({ text }) => text).join('; ')}`;
  const move = moved === '' ? '' : `; ${moved} than before${because}`;
  return `${name}: ${label} sure by ${confidentDay}, schedule ${plannedDay}${move}`;
}

function gridOf({ dates, commits }: SlipLayout): readonly SVGElement[] {
  const { left, right, width, height, bottom } = slipSize;
  return [
    ...dates.flatMap(({ y, label }) => [
      createSvg('path', { class: 'forecast-grid', d: `M${left} ${y}H${width - right}` }),
      createSvg('text', { class: 'forecast-share', x: left - 6, y: y + 3.5 }, label),
    ]),
    ...commits.map(({ x, label }) =>
      createSvg('text', { class: 'forecast-date is-start', x, y: height - bottom + 16 }, label),
    ),
  ];
}

function linesOf({ lines }: SlipLayout): readonly SVGElement[] {
  const { width, right } = slipSize;
  return lines.flatMap(({ kind, path, label, y }) => [
    createSvg('path', { class: `forecast-slip is-${kind}`, d: path }),
    createSvg(
      'text',
      { class: `forecast-mark-text is-${kind}`, x: width - right + 8, y: y + 3.5 },
      label,
    ),
  ]);
}

/** Up for later and down for earlier, so that colour is not all that tells it. */
function jumpsOf({ jumps }: SlipLayout): readonly SVGElement[] {
  return jumps.map(({ x, y, isLater }) =>
    createSvg('path', {
      class: isLater ? 'forecast-later' : 'forecast-earlier',
      d: isLater
        ? `M${x - 5} ${y + 4}L${x} ${y - 5}L${x + 5} ${y + 4}Z`
        : `M${x - 5} ${y - 4}L${x} ${y + 5}L${x + 5} ${y - 4}Z`,
    }),
  );
}
