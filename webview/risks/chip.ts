import type { RatingView } from '../../src/core/views/riskRegisterView.ts';
import { createElement, setText } from '../ui/element.ts';
import { ratingText } from './riskText.ts';

/** A rating in words, with a shape and a colour that say the same. */
export function createChip(rating: RatingView): HTMLElement {
  const chip = createElement('span', { class: 'chip' });
  updateChip(chip, rating);
  return chip;
}

export function updateChip(chip: HTMLElement, rating: RatingView): void {
  chip.dataset['band'] = rating.band ?? 'none';
  setText(chip, ratingText(rating));
}
