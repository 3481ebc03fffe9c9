import { shortenText } from '../../src/core/base/shortenText.ts';
import { formatDay, type Instant } from '../../src/core/model/instant.ts';
import type { Report, ReportBar } from '../../src/core/report/report.ts';
import { createElement } from '../ui/element.ts';

/** Time as bars and diamonds, with the day of the report as a line. */
export function createReportPicture({ bars, span }: Report): HTMLElement {
  const from = Math.min(span.from, span.at);
  const length = Math.max(1, Math.max(span.to, span.at) - from);
  const xOf: Place = at => Math.min(1, Math.max(0, (at - from) / length));
  const told = bars.map(
    ({ title, finish, isLate }) => `${title}: ${formatDay(finish - 1)}${isLate ? ', late' : ''}`,
  );
  return createElement(
    'div',
    { class: 'report-picture', attributes: { role: 'img', 'aria-label': told.join('; ') } },
    [
      ...bars.flatMap(bar => [
        createElement('span', { class: 'report-name', text: shortenText(bar.title, 60) }),
        createLane(bar, { xOf, at: span.at }),
      ]),
      createElement('div', { class: 'report-days' }, [
        createElement('span', { text: formatDay(from) }),
        createElement('span', { text: formatDay(from + length - 1) }),
      ]),
    ],
  );
}

/** The share of the room that lies before a moment. */
type Place = (at: Instant) => number;

function createLane(
  bar: ReportBar,
  { xOf, at }: { readonly xOf: Place; readonly at: Instant },
): HTMLElement {
  const [x, end] = [xOf(bar.start), xOf(bar.finish)];
  const late = bar.isLate ? ' is-late' : '';
  const reached = bar.progress === 1 ? ' is-reached' : '';
  const place = (kind: string, left: number, width?: number): HTMLElement => {
    const element = createElement('span', { class: `report-${kind}` });
    element.style.left = percent(left);
    if (width !== undefined) element.style.width = percent(width);
    return element;
  };
  const done = Math.min(1, Math.max(0, bar.progress));
  return createElement('span', { class: 'report-lane' }, [
    place('today', xOf(at)),
    ...(bar.isPoint
      ? [place(`point${late}${reached}`, end)]
      : [
          place(`bar${late}`, x, end - x),
          ...(done === 0 ? [] : [place('done', x, (end - x) * done)]),
        ]),
  ]);
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
