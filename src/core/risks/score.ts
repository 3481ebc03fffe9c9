import {
  type DurationScale,
  durationMinutes,
  type Duration,
  type Estimate,
} from '../model/duration.ts';
import type { MoneyRange } from '../model/money.ts';
import type { ImpactLevel, Project, RiskScale } from '../model/project.ts';
import type { Impact, Probability, Rating } from '../model/risk.ts';

/** How heavy a score weighs, by the thresholds of the project. */
export type Band = 'low' | 'medium' | 'high';

/** Where a rating stands on the project's scales. */
export interface Placement {
  /** Place on the probability scale from 0, or -1 when it has none. */
  readonly probability: number;
  /** Place of the heaviest impact from 0, or -1 when it has none. */
  readonly impact: number;
  /** Product of the places counted from 1; 0 when one of them is missing. */
  readonly score: number;
  readonly band: Band | undefined;
}

const slack = 1e-9;

/** Places a rating; a rating that is missing, or names a level the scale lacks, has no place. */
export function placeRating(rating: Rating | undefined, project: Project): Placement {
  const scale = project.riskScale;
  const probability = rating ? placeProbability(rating.probability, scale) : -1;
  const impact = rating ? placeImpact(rating.impact, project) : -1;
  const score = (probability + 1) * (impact + 1);
  return { probability, impact, score, band: bandOf(score, scale) };
}

/** Undefined for a score of nothing. */
export function bandOf(score: number, scale: RiskScale): Band | undefined {
  if (score <= 0) return undefined;
  if (score >= scale.highFrom) return 'high';
  return score >= scale.mediumFrom ? 'medium' : 'low';
}

/** A share belongs to the first level that it does not exceed; above all of them, to the last. */
export function placeProbability(probability: Probability | undefined, scale: RiskScale): number {
  if (!probability) return -1;
  const levels = scale.probability;
  if (probability.kind === 'level') {
    return levels.findIndex(level => level.key === probability.level);
  }
  const place = levels.findIndex(level => probability.share <= level.upTo + slack);
  return place < 0 ? levels.length - 1 : place;
}

/** The heaviest of delay, cost and the levels on the other scales decides. */
export function placeImpact(impact: Impact, project: Project): number {
  const levels = project.riskScale.impact;
  const { schedule, cost } = impact;
  const places = Object.values(impact.levels).map(key => placeLevel(key, levels));
  if (schedule) {
    places.push(
      'level' in schedule
        ? placeLevel(schedule.level, levels)
        : placeAmount(meanMinutes(schedule, project.durationScale), levels, 'scheduleUpTo'),
    );
  }
  if (cost) {
    places.push(
      'level' in cost
        ? placeLevel(cost.level, levels)
        : placeAmount(meanHundredths(cost, project.currency), levels, 'costUpTo'),
    );
  }
  return Math.max(-1, ...places);
}

function placeLevel(key: string, levels: readonly ImpactLevel[]): number {
  return levels.findIndex(level => level.key === key);
}

/** Levels that state no limit are passed over, except the last, which takes all that is left. */
function placeAmount(
  amount: number | undefined,
  levels: readonly ImpactLevel[],
  limit: 'scheduleUpTo' | 'costUpTo',
): number {
  if (amount === undefined || levels.every(level => level[limit] === undefined)) return -1;
  const place = levels.findIndex(level => amount <= (level[limit] ?? -Infinity));
  return place < 0 ? levels.length - 1 : place;
}

/**
 * The likely length in working minutes: of three points the mean of a PERT beta,
 * (o + 4m + p) / 6 (Malcolm, Roseboom, Clark and Fazar, 1959), of two the middle. Elapsed lengths
 * count with the share of the week that is worked.
 */
export function meanMinutes(estimate: Estimate, scale: DurationScale): number {
  const minutes = (duration: Duration): number =>
    durationMinutes(duration, scale) * (duration.isElapsed ? scale.minutesPerWeek / (7 * 1440) : 1);
  const low = minutes(estimate.optimistic);
  const high = minutes(estimate.pessimistic);
  return estimate.likely ? (low + 4 * minutes(estimate.likely) + high) / 6 : (low + high) / 2;
}

/** The mean of a range of money in the same way; undefined when it is not in the project's currency. */
export function meanHundredths(
  { low, likely, high }: MoneyRange,
  currency: string | undefined,
): number | undefined {
  if (low.currency !== undefined && low.currency !== currency) return undefined;
  const ends = low.hundredths + high.hundredths;
  return likely ? (ends + 4 * likely.hundredths) / 6 : ends / 2;
}
