import { type RatingName, ratingNames } from '../../src/core/model/risk.ts';
import {
  exposureTotals,
  isUnknown,
  type TotalsByRating,
} from '../../src/core/views/exposureTotals.ts';
import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { createElement } from '../ui/element.ts';
import { exposureText, ratingTitles } from './riskText.ts';

/** The line under the table: what the rows above come to, inherent, current and residual. */
export function createExposureLine(): {
  readonly element: HTMLElement;
  show(rows: readonly RiskRow[], view: RiskRegisterView): void;
} {
  const element = createElement('div', {
    class: 'exposure-line',
    attributes: { role: 'group', 'aria-label': 'Exposure of the risks shown' },
  });
  return {
    element,
    show: (rows, view) => {
      const { threats, opportunities } = exposureTotals(rows);
      const parts = [
        ...createPart('Threat exposure', threats, view),
        ...createPart('Expected gain', opportunities, view),
      ];
      element.hidden = parts.length === 0;
      element.replaceChildren(...parts);
    },
  };
}

function createPart(
  title: string,
  totals: TotalsByRating,
  view: RiskRegisterView,
): readonly HTMLElement[] {
  if (isUnknown(totals)) return [];
  return [
    createElement('div', { class: 'exposure-part' }, [
      createElement('span', { class: 'exposure-kind', text: title }),
      createElement(
        'dl',
        { class: 'exposure-figures', attributes: { 'aria-label': title } },
        ratingNames.map(name => createFigure(name, totals, view)),
      ),
    ]),
  ];
}

function createFigure(
  name: RatingName,
  totals: TotalsByRating,
  view: RiskRegisterView,
): HTMLElement {
  return createElement('div', { class: 'exposure-figure' }, [
    createElement('dt', { text: ratingTitles[name] }),
    createElement('dd', { text: exposureText(totals[name], view) || '–' }),
  ]);
}
