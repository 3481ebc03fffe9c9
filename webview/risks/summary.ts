import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { createElement } from '../ui/element.ts';
import { createExposureTable } from './exposureTable.ts';

/** What the risks that can still happen come to, as pairs of a name and words. */
export function summarize(rows: readonly RiskRow[]): readonly (readonly [string, string])[] {
  const live = rows.filter(row => row.isLive);
  const threats = live.filter(row => row.riskKind === 'threat');
  const gains = live.filter(row => row.riskKind === 'opportunity');
  return [
    ['Threats', bandCounts(threats)],
    ['Opportunities', bandCounts(gains)],
    ['Reviews due', countOf(live, row => row.isReviewDue)],
    ['Without owner', countOf(live, row => row.owner === '')],
    ['Without response', countOf(live, row => row.strategy === undefined)],
  ].flatMap(([label = '', text = '']) => (text === '' ? [] : [[label, text] as const]));
}

/** Stands where a selected risk is told, while none is. */
export function createSummary(): {
  readonly element: HTMLElement;
  show(rows: readonly RiskRow[], view: RiskRegisterView): void;
} {
  const facts = createElement('dl', { class: 'detail-facts' });
  const table = createElement('div');
  const element = createElement(
    'section',
    { class: 'detail register-summary', attributes: { 'aria-label': 'Summary' } },
    [createElement('h2', { class: 'rating-title', text: 'In all' }), facts, table],
  );
  return {
    element,
    show: (rows, view) => {
      facts.replaceChildren(
        ...summarize(rows).flatMap(([label, text]) => [
          createElement('dt', { text: label }),
          createElement('dd', { text }),
        ]),
      );
      const exposure = createExposureTable(rows, view);
      table.replaceChildren(...(exposure ? [exposure] : []));
    },
  };
}

/** `2 high, 1 low`, by the current rating. */
function bandCounts(rows: readonly RiskRow[]): string {
  const bands = ['high', 'medium', 'low', undefined] as const;
  return bands
    .flatMap(band => {
      const count = rows.filter(row => row.ratings.current.band === band).length;
      return count === 0 ? [] : [`${count} ${band ?? 'not rated'}`];
    })
    .join(', ');
}

function countOf(rows: readonly RiskRow[], is: (row: RiskRow) => boolean): string {
  const count = rows.filter(is).length;
  return count === 0 ? '' : String(count);
}
