import { formatEstimate } from '../model/duration.ts';
import { formatMoneyRange } from '../model/money.ts';
import type { Project } from '../model/project.ts';
import type { Impact, Probability, Rating } from '../model/risk.ts';
import { placeRating } from '../risks/score.ts';
import type { RatingView } from './riskRegisterView.ts';

/** A rating at its place on the project's scales, and in the words of its file. */
export function computeRatingView(rating: Rating | undefined, project: Project): RatingView {
  const { probability, impact, score, band } = placeRating(rating, project);
  return {
    probability,
    impact,
    score,
    band,
    probabilityText: probabilityText(rating?.probability),
    scheduleText: scheduleText(rating?.impact.schedule),
    costText: costText(rating?.impact.cost),
    levels: rating?.impact.levels ?? {},
  };
}

function probabilityText(probability: Probability | undefined): string {
  if (!probability) return '';
  if (probability.kind === 'level') return probability.level;
  return `${Number((probability.share * 100).toFixed(4))}%`;
}

function scheduleText(schedule: Impact['schedule']): string {
  if (!schedule) return '';
  return 'level' in schedule ? schedule.level : formatEstimate(schedule);
}

function costText(cost: Impact['cost']): string {
  if (!cost) return '';
  if ('level' in cost) return cost.level;
  return formatMoneyRange(cost);
}
