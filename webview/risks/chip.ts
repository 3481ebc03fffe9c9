import type { RatingView } from '../../src/core/views/riskRegisterView.ts';
import { createElement } from '../ui/element.ts';
import { bandTitles, ratingText } from './riskText.ts';

/** A rating in words, with a shape and a colour that say the same. */
export function createChip(rating: RatingView): HTMLElement {
  const chip = createElement('span', { class: 'chip' });
  updateChip(chip, rating);
  return chip;
}

export function updateChip(chip: HTMLElement, rating: RatingView): void {
  chip.dataset['band'] = rating.band ?? 'none';
  if (chip.textContent === ratingText(rating)) return;
  const word = rating.band === undefined ? ratingText(rating) : bandTitles[rating.band];
  chip.replaceChildren(
    createElement('span', { class: 'chip-word', text: word }),
    ...(rating.band === undefined ? [] : [' ', String(rating.score)]),
  );
}
