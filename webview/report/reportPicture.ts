import { formatDay } from '../../src/core/model/instant.ts';
import type { Report } from '../../src/core/report/report.ts';
import { createSvg } from '../forecast/svgElement.ts';
import { createElement } from '../ui/element.ts';
import { shortenText } from '../../src/core/base/shortenText.ts';

/** In user units of the picture. */
const size = { width: 760, label: 230, row: 24, foot: 24 } as const;

/** Time as bars and diamonds, with the day of the report as a line. */
export function createReportPicture({ bars, span }: Report): HTMLElement {
  const from = Math.min(span.from, span.at);
  const length = Math.max(1, Math.max(span.to, span.at) - from);
  const room = size.width - size.label - 16;
  const xOf = (at: number): number =>
    size.label + (room * Math.min(Math.max(at - from, 0), length)) / length;
  const height = bars.length * size.row + size.foot;
  const told = bars.map(
    ({ title, finish, isLate }) => `${title}: ${formatDay(finish - 1)}${isLate ? ', late' : ''}`,
  );
  const svg = createSvg('svg', {
    class: 'report-picture',
    viewBox: `0 0 ${size.width} ${height}`,
    role: 'img',
    'aria-label': told.join('; '),
  });
  bars.forEach((bar, place) => {
    const y = place * size.row;
    const late = bar.isLate ? ' is-late' : '';
    const [x, end] = [xOf(bar.start), xOf(bar.finish)];
    svg.append(createSvg('text', { x: 0, y: y + 15 }, shortenText(bar.title, 34)));
    if (bar.isPoint) {
      const reached = bar.progress === 1 ? ' is-reached' : '';
      const d = `M${end} ${y + 3}l8 8l-8 8l-8 -8z`;
      svg.append(createSvg('path', { class: `report-point${late}${reached}`, d }));
      return;
    }
    const rect = (kind: string, width: number): SVGElement =>
      createSvg('rect', { class: `report-${kind}${late}`, x, y: y + 5, width, height: 12, rx: 2 });
    const width = Math.max(3, end - x);
    svg.append(rect('bar', width), rect('done', width * Math.min(1, Math.max(0, bar.progress))));
  });
  const today = xOf(span.at);
  svg.append(
    createSvg('path', { class: 'money-today', d: `M${today} 0V${height - size.foot}` }),
    createSvg('text', { x: size.label, y: height - 6 }, formatDay(from)),
    createSvg(
      'text',
      { x: size.width - 8, y: height - 6, 'text-anchor': 'end' },
      formatDay(from + length - 1),
    ),
  );
  const frame = createElement('div', {
    class: 'forecast-scroll',
    attributes: { role: 'region', tabindex: '0', 'aria-label': 'Time' },
  });
  frame.append(svg);
  return frame;
}
