import { durationMinutes, type Duration } from '../model/duration.ts';
import type { FactorRange } from '../model/factorRange.ts';
import type { ForecastRules } from '../model/forecastRules.ts';
import type { Money } from '../model/money.ts';
import type { ImpactLevel, Project } from '../model/project.ts';
import type { Impact, Rating, RatingName, Risk } from '../model/risk.ts';
import { shareOf } from '../risks/exposure.ts';
import type { Distribution } from './distribution.ts';
import { inOrder, inTwo, rulesOf } from './taskSpread.ts';

/** A risk as one of its ratings has it. */
export interface EventRating {
  /** 0 to 1. */
  readonly probability: number;
  /** Working minutes that it adds to each task that it hits; an opportunity takes them away. */
  readonly delay: Distribution | undefined;
  /** What it multiplies the work of each by. */
  readonly factor: Distribution | undefined;
  /** Hundredths of the project's currency; an opportunity saves them. */
  readonly cost: Distribution | undefined;
}

const nothing: EventRating = {
  probability: 0,
  delay: undefined,
  factor: undefined,
  cost: undefined,
};

/** Every rating that a run may take, a missing one in the place of the nearest that is given. */
export type EventRatings = Readonly<Record<RatingName, EventRating>>;

/**
 * The ratings of a risk. Without an inherent rating, or a residual one, the current one holds;
 * without a current one, the inherent, and then the residual.
 */
export function eventRatings(risk: Risk, project: Project): EventRatings {
  const current = risk.current ?? risk.inherent ?? risk.residual;
  const read = (rating: Rating | undefined): EventRating => readRating(rating, project);
  return {
    inherent: read(risk.inherent ?? current),
    current: read(current),
    residual: read(risk.residual ?? current),
  };
}

function readRating(rating: Rating | undefined, project: Project): EventRating {
  if (!rating) return nothing;
  const rules = rulesOf(project);
  const share = shareOf(rating.probability, project.riskScale);
  const { impact } = rating;
  return {
    probability: Math.min(1, Math.max(0, share ?? 0)),
    delay: delayOf(impact, project, rules),
    factor: factorOf(impact, rules),
    cost: costOf(impact, project, rules),
  };
}

function delayOf(
  { schedule }: Impact,
  project: Project,
  rules: ForecastRules,
): Distribution | undefined {
  if (!schedule) return undefined;
  if ('level' in schedule) return levelRange(schedule.level, project, 'scheduleUpTo');
  const scale = project.durationScale;
  const minutes = (duration: Duration): number =>
    durationMinutes(duration, scale) * (duration.isElapsed ? scale.minutesPerWeek / (7 * 1440) : 1);
  return inRange(rules, {
    low: minutes(schedule.optimistic),
    likely: schedule.likely && minutes(schedule.likely),
    high: minutes(schedule.pessimistic),
  });
}

function factorOf({ factor }: Impact, rules: ForecastRules): Distribution | undefined {
  if (!factor) return undefined;
  return inRange(rules, factor);
}

function inRange(rules: ForecastRules, { low, likely, high }: FactorRange): Distribution {
  return likely === undefined
    ? inTwo(rules.twoPoints, low, high)
    : inOrder(rules.threePoints, [low, likely, high]);
}

function costOf(
  { cost }: Impact,
  project: Project,
  rules: ForecastRules,
): Distribution | undefined {
  if (!cost) return undefined;
  if ('level' in cost) return levelRange(cost.level, project, 'costUpTo');
  if (!isOwnMoney(cost.low, project)) return undefined;
  return inRange(rules, {
    low: cost.low.hundredths,
    likely: cost.likely?.hundredths,
    high: cost.high.hundredths,
  });
}

/** True for an amount in the project's own currency. */
export function isOwnMoney({ currency }: Money, project: Project): boolean {
  return currency === undefined || currency === project.currency;
}

/** Anything within the band of a level, all alike; of a level without a limit, the least it can mean. */
function levelRange(
  key: string,
  { riskScale }: Project,
  limit: 'scheduleUpTo' | 'costUpTo',
): Distribution | undefined {
  const levels: readonly ImpactLevel[] = riskScale.impact;
  const place = levels.findIndex(level => level.key === key);
  if (place < 0) return undefined;
  const below = levels.slice(0, place).findLast(level => level[limit] !== undefined)?.[limit] ?? 0;
  const upTo = levels[place]?.[limit] ?? below;
  return inOrder('uniform', [below, (below + upTo) / 2, upTo]);
}
