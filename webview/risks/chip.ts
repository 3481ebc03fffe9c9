import type { RiskKind } from '../../src/core/model/risk.ts';
import type { RatingView } from '../../src/core/views/riskRegisterView.ts';
import { createElement } from '../ui/element.ts';
import { bandText, ratingText } from './riskText.ts';

/** A rating in words, with a shape and a colour that say the same; gains have their own of both. */
export function createChip(rating: RatingView, kind: RiskKind): HTMLElement {
  const { band, score } = rating;
  const word = band === undefined ? ratingText(rating, kind) : bandText(band, kind);
  return createElement(
    'span',
    { class: 'chip', attributes: { 'data-band': band ?? 'none', 'data-kind': kind } },
    [
      createElement('span', { class: 'chip-word', text: word }),
      ...(band === undefined ? [] : [' ', String(score)]),
    ],
  );
}
