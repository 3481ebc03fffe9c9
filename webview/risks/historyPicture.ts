import { formatDay, formatPlanDate } from '../../src/core/model/instant.ts';
import type { RiskHistoryView } from '../../src/core/views/riskHistoryView.ts';
import { createElement } from '../ui/element.ts';
import { type HistoryMoment, historySeries } from './historySeries.ts';
import type { HistoryState } from './historyState.ts';
import { exposureText } from './riskText.ts';
import { stepPath } from './stepChart.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const chartSize = { width: 280, height: 56 };

/** The line of what the risks weighed, where there is one, and the table of it. */
export function createHistoryPicture(
  history: RiskHistoryView,
  state: HistoryState,
): readonly HTMLElement[] {
  const { view, row, today } = state;
  const moments = historySeries(history, { rows: view.rows, at: today }, row?.id);
  const chart = createChart(moments, state);
  return [...(chart ? [chart] : []), createTable(moments, state)];
}

function createChart(
  moments: readonly HistoryMoment[],
  { row, view, today }: HistoryState,
): HTMLElement | undefined {
  const [first] = moments;
  const last = moments.at(-1);
  // Days and money are never drawn on one line.
  const inDays = moments.some(({ threats }) => threats.minutes !== undefined);
  const valueOf = ({ score, threats }: HistoryMoment): number =>
    row ? score : ((inDays ? threats.minutes : threats.hundredths) ?? 0);
  const steps = moments.map(moment => ({ at: moment.at, value: valueOf(moment) }));
  // The last value holds to the end of today at least, so that what happened today is seen.
  const until = Math.max(today + 1440, (last?.at ?? 0) + 60);
  const d = stepPath(steps, until, chartSize);
  if (d === undefined || !first || !last) return undefined;
  const svg = document.createElementNS(svgNamespace, 'svg');
  const { width, height } = chartSize;
  svg.setAttribute('viewBox', `-2 -4 ${width + 4} ${height + 6}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', 'risk-history-chart');
  svg.setAttribute('role', 'img');
  const told = (moment: HistoryMoment): string =>
    row ? `score ${moment.score}` : exposureText(moment.threats, view) || 'nothing';
  svg.setAttribute(
    'aria-label',
    `${row ? `Score of ${row.id}` : 'Threat exposure'}: from ${told(first)} on ${formatDay(first.at)} to ${told(last)} now, in ${moments.length} steps; the table below has them all`,
  );
  const ground = document.createElementNS(svgNamespace, 'path');
  ground.setAttribute('class', 'risk-history-ground');
  ground.setAttribute('d', `M0 ${height}H${width}`);
  const line = document.createElementNS(svgNamespace, 'path');
  line.setAttribute('class', 'risk-history-line');
  line.setAttribute('d', d);
  svg.append(ground, line);
  const words = (text: string): HTMLElement => createElement('span', { text });
  return createElement('div', { class: 'risk-history-picture' }, [
    svg,
    createElement('div', { class: 'risk-history-ends', attributes: { 'aria-hidden': 'true' } }, [
      words(`${formatDay(first.at)}: ${told(first)}`),
      words(`now: ${told(last)}`),
    ]),
  ]);
}

/** The newest first. */
function createTable(moments: readonly HistoryMoment[], { row, view }: HistoryState): HTMLElement {
  const heads = row ? ['From', 'Score', 'Exposure'] : ['From', 'Threats', 'Expected gain'];
  const days = moments.map(({ at }) => formatDay(at));
  const lines = [...moments].reverse().map(moment => {
    const day = formatDay(moment.at);
    const hasTwins = days.indexOf(day) !== days.lastIndexOf(day);
    const date = formatPlanDate({ at: moment.at, hasTime: hasTwins }).replace('T', ' ');
    const when = moment.commit === '' ? 'now, not committed' : date;
    const threats = exposureText(moment.threats, view);
    const gains = exposureText(moment.gains, view);
    const score = moment.score === 0 ? '–' : String(moment.score);
    const cells = row ? [score, threats || gains || '–'] : [threats || '–', gains || '–'];
    const head = createElement('th', {
      text: when,
      title: moment.commit === '' ? '' : `Commit ${moment.commit.slice(0, 10)}`,
      attributes: { scope: 'row' },
    });
    return createElement('tr', {}, [head, ...cells.map(text => createElement('td', { text }))]);
  });
  return createElement(
    'table',
    {
      class: 'exposure-table',
      attributes: { 'aria-label': row ? `History of ${row.id}` : 'Exposure over time' },
    },
    [
      createElement('thead', {}, [
        createElement(
          'tr',
          {},
          heads.map(text => createElement('th', { text, attributes: { scope: 'col' } })),
        ),
      ]),
      createElement('tbody', {}, lines),
    ],
  );
}
