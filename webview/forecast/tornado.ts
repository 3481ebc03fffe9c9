import type { ForecastTornadoRow, ForecastView } from '../../src/core/views/forecastView.ts';
import { createElement } from '../ui/element.ts';
import { createItemLink, type ShowItem } from './itemLink.ts';
import { createSvg } from './svgElement.ts';

const shown = 10;
const size = { width: 200, height: 16 } as const;

/** What the finish depends on: a bar from the best to the worst, on one scale, the widest first. */
export function createTornado({ tornado }: ForecastView, show: ShowItem): HTMLElement {
  const rows = tornado.slice(0, shown);
  const reach = Math.max(
    1,
    ...rows.flatMap(({ best, worst }) => [Math.abs(best), Math.abs(worst)]),
  );
  return createElement(
    'ul',
    { class: 'forecast-tornado' },
    rows.map(row =>
      createElement('li', {}, [
        createElement('span', { class: 'forecast-tornado-name' }, [
          createItemLink(row.id, row.title, show),
          createElement('span', {
            class: 'faint',
            text: row.kind === 'task' ? '' : ` ${row.kind}`,
          }),
        ]),
        createBar(row, reach),
        createElement('span', { class: 'forecast-tornado-text', text: row.text }),
      ]),
    ),
  );
}

/** Working minutes to the left are earlier than the mean finish, to the right later. */
function createBar({ best, worst }: ForecastTornadoRow, reach: number): SVGElement {
  const { width, height } = size;
  const xOf = (minutes: number): number => width / 2 + ((width / 2 - 2) * minutes) / reach;
  const svg = createSvg('svg', {
    class: 'forecast-tornado-bar',
    viewBox: `0 0 ${width} ${height}`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  const rect = (kind: string, from: number, to: number): SVGElement =>
    createSvg('rect', {
      class: `forecast-${kind}`,
      x: Math.min(xOf(from), xOf(to)),
      y: 3,
      width: Math.abs(xOf(to) - xOf(from)),
      height: height - 6,
    });
  svg.append(
    rect('earlier', Math.min(0, best, worst), 0),
    rect('later', 0, Math.max(0, best, worst)),
    createSvg('path', { class: 'forecast-middle', d: `M${width / 2} 0V${height}` }),
  );
  return svg;
}
