import type { Instant } from '../model/instant.ts';
import type { VariantResult } from './blockResult.ts';
import { quantile, quantilesOf } from './dateAnswers.ts';
import type { CostForecast, EffortForecast, JointForecast } from './forecast.ts';
import type { ForecastModel } from './forecastModel.ts';
import { shareError, shareUpTo } from './sampleQuantiles.ts';
import { isOwnMoney } from './riskEvent.ts';

/** Undefined where nothing costs anything and there is no budget. */
export function answerCost(
  { plan, costs }: ForecastModel,
  { cost }: VariantResult,
): CostForecast | undefined {
  const sorted = cost.toSorted();
  const stated = plan.project.money?.budget;
  const budget = stated && isOwnMoney(stated, plan.project) ? stated.hundredths : undefined;
  const isFree = sorted[0] === 0 && sorted.at(-1) === 0;
  if (isFree && budget === undefined) return undefined;
  const sum = cost.reduce((all, each) => all + each, 0);
  return {
    quantiles: quantilesOf(sorted),
    mean: Math.round(sum / Math.max(1, cost.length)),
    planned: costs.planned,
    hasPeople: costs.hasRates,
    budget,
    chanceOfBudget: budget === undefined ? undefined : shareUpTo(sorted, budget),
  };
}

/** Undefined where the plan has no effort: no estimate, and nobody on what has a length. */
export function answerEffort(
  { costs }: ForecastModel,
  effort: Float64Array,
): EffortForecast | undefined {
  const sorted = effort.toSorted();
  if ((sorted.at(-1) ?? 0) <= 0) return undefined;
  return { quantiles: quantilesOf(sorted), planned: costs.plannedEffort };
}

/**
 * Time and money together: the chance to keep both promises, and the date and amount, of the same
 * quantile each, that are kept together with the confidence asked for. Their bounds are those that are
 * kept together by as much less often, or more, as the share of so many iterations may be wrong.
 */
export function answerJoint(
  { finish, cost }: VariantResult,
  known: {
    readonly due: Instant | undefined;
    readonly budget: number | undefined;
    readonly confidence: number;
  },
): JointForecast {
  const shareOfBoth = (at: Instant, amount: number): number => {
    let count = 0;
    for (let i = 0; i < finish.length; i++) {
      if ((finish[i] ?? 0) <= at && (cost[i] ?? 0) <= amount) count++;
    }
    return count / Math.max(1, finish.length);
  };
  const { due, budget, confidence } = known;
  const dates = finish.toSorted();
  const amounts = cost.toSorted();
  const levelFor = (share: number): number => {
    let [low, high] = [share, 1];
    for (let step = 0; step < 14; step++) {
      const middle = (low + high) / 2;
      const isEnough = shareOfBoth(quantile(dates, middle), quantile(amounts, middle)) >= share;
      if (isEnough) high = middle;
      else low = middle;
    }
    return high;
  };
  const level = levelFor(confidence);
  // Where one promise is kept and the other is not, the place of either among its own adds to the error.
  const apart = 2 * Math.max(0, level - confidence);
  const error = shareError(confidence * (1 - confidence) + apart, finish.length);
  const least = levelFor(Math.max(0, confidence - error));
  const most = levelFor(Math.min(1, confidence + error));
  return {
    chanceOfBoth: due === undefined || budget === undefined ? undefined : shareOfBoth(due, budget),
    at: quantile(dates, level),
    cost: quantile(amounts, level),
    atBounds: [quantile(dates, least), quantile(dates, most)],
    costBounds: [quantile(amounts, least), quantile(amounts, most)],
  };
}
