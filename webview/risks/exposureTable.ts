import { ratingNames } from '../../src/core/model/risk.ts';
import {
  exposureTotals,
  isUnknown,
  type TotalsByRating,
} from '../../src/core/views/exposureTotals.ts';
import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { createElement } from '../ui/element.ts';
import { amountText, delayText, ratingTitles } from './riskText.ts';

/** Inherent, current and residual exposure side by side; undefined where none is known. */
export function createExposureTable(
  rows: readonly RiskRow[],
  view: RiskRegisterView,
): HTMLElement | undefined {
  const { threats, opportunities } = exposureTotals(rows);
  const lines = [
    ...createLines('Threats', threats, view),
    ...createLines('Gains', opportunities, view),
  ];
  if (lines.length === 0) return undefined;
  const heads = ratingNames.map(name =>
    createElement('th', { text: ratingTitles[name], attributes: { scope: 'col' } }),
  );
  return createElement(
    'table',
    { class: 'exposure-table', attributes: { 'aria-label': 'Exposure' } },
    [
      createElement('thead', {}, [createElement('tr', {}, [createElement('td'), ...heads])]),
      createElement('tbody', {}, lines),
    ],
  );
}

function createLines(
  title: string,
  totals: TotalsByRating,
  view: RiskRegisterView,
): readonly HTMLElement[] {
  if (isUnknown(totals)) return [];
  const line = (label: string, texts: readonly string[]): readonly HTMLElement[] =>
    texts.every(text => text === '')
      ? []
      : [
          createElement('tr', {}, [
            createElement('th', { text: label, attributes: { scope: 'row' } }),
            ...texts.map(text => createElement('td', { text: text === '' ? '–' : text })),
          ]),
        ];
  return [
    ...line(
      `${title}, days`,
      ratingNames.map(name => delayText(totals[name].minutes, view.minutesPerDay)),
    ),
    ...line(
      `${title}, cost`,
      ratingNames.map(name => amountText(totals[name].hundredths, view.currency)),
    ),
  ];
}
