import type { Instant } from '../model/instant.ts';
import type { VariantResult } from './blockResult.ts';
import { quantile, quantilesOf } from './dateAnswers.ts';
import type { CostForecast, EffortForecast, JointForecast } from './forecast.ts';
import type { ForecastModel } from './forecastModel.ts';
import { shareUpTo } from './sampleQuantiles.ts';
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
 * quantile each, that are kept together with the confidence asked for.
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
  let [low, high] = [confidence, 1];
  for (let step = 0; step < 14; step++) {
    const middle = (low + high) / 2;
    const isEnough = shareOfBoth(quantile(dates, middle), quantile(amounts, middle)) >= confidence;
    if (isEnough) high = middle;
    else low = middle;
  }
  return {
    chanceOfBoth: due === undefined || budget === undefined ? undefined : shareOfBoth(due, budget),
    at: quantile(dates, high),
    cost: quantile(amounts, high),
  };
}
