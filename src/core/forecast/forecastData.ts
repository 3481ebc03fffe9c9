import { formatInstant, type Instant } from '../model/instant.ts';
import {
  toldShares,
  type CostForecast,
  type DateForecast,
  type Forecast,
  type JointForecast,
  type Quantiles,
  type ToldShare,
} from './forecast.ts';
import type { QuantileEstimate } from './sampleQuantiles.ts';

/** A forecast as plain JSON: moments as text, lengths in working minutes, money in hundredths. */
export function forecastData(forecast: Forecast): object {
  const { finish, contingency, joint, cost, effort } = forecast;
  return {
    seed: forecast.seed,
    iterations: forecast.iterations,
    settled: forecast.isSettled,
    toleranceMinutes: forecast.tolerance,
    confidence: forecast.confidence,
    start: formatInstant(forecast.start),
    finish: dateData(finish),
    contingency: {
      at: formatInstant(contingency.at),
      bounds: contingency.bounds.map(formatInstant),
      minutes: contingency.minutes,
      cost: contingency.cost,
    },
    histogram: forecast.histogram.map(({ from, to, count }) => ({
      from: formatInstant(from),
      to: formatInstant(to),
      count,
    })),
    curve: forecast.curve.map(({ at, share }) => ({ at: formatInstant(at), share })),
    milestones: forecast.milestones.map(milestone => ({
      id: milestone.id,
      title: milestone.title,
      ...dateData(milestone),
    })),
    cost: cost ? costData(cost) : null,
    effort: effort ? { ...values(effort.quantiles, Math.round), planned: effort.planned } : null,
    joint: joint ? jointData(joint) : null,
    sampledIterations: forecast.sampled,
    criticality: forecast.tasks.map(task => ({
      id: task.id,
      title: task.title,
      criticality: task.criticality,
      cruciality: rounded(task.cruciality),
      sensitivity: rounded(task.sensitivity),
      finish: datesData(task.finish),
    })),
    tornado: forecast.tornado,
    risks: forecast.risks,
    mitigations: forecast.mitigations.map(({ isUnderWay, strategy, ...mitigation }) => ({
      ...mitigation,
      strategy: strategy ?? null,
      underWay: isUnderWay,
    })),
    runs: forecast.runs.map(({ rating, quantiles, meanCost }) => ({
      rating,
      ...datesData(quantiles),
      meanCost,
    })),
    actions: forecast.actions,
    ranged: forecast.ranged,
    notes: forecast.notes,
  };
}

function dateData(date: DateForecast): object {
  const { quantiles, workMinutes, due } = date;
  return {
    ...values(quantiles, formatInstant),
    bounds: bounds(quantiles, formatInstant),
    workMinutes: values(workMinutes, minutes => minutes),
    workMinuteBounds: bounds(workMinutes, minutes => minutes),
    meanMinutes: date.meanMinutes,
    planned: formatInstant(date.planned),
    chanceOfPlanned: date.chanceOfPlanned,
    due: due === undefined ? null : formatInstant(due),
    chanceOfDue: date.chanceOfDue ?? null,
    mergeBiasMinutes: date.mergeBias,
  };
}

function jointData(joint: JointForecast): object {
  return {
    chanceOfBoth: joint.chanceOfBoth ?? null,
    at: formatInstant(joint.at),
    cost: joint.cost,
    atBounds: joint.atBounds.map(formatInstant),
    costBounds: joint.costBounds,
  };
}

function costData(cost: CostForecast): object {
  return {
    ...values(cost.quantiles, amount => amount),
    bounds: bounds(cost.quantiles, amount => amount),
    mean: cost.mean,
    planned: cost.planned,
    people: cost.hasPeople,
    budget: cost.budget ?? null,
    chanceOfBudget: cost.chanceOfBudget ?? null,
  };
}

const names = Object.keys(toldShares).filter(name => name in toldShares) as readonly ToldShare[];

type Tell = (value: number) => number | string;

function values(of: Quantiles, tell: Tell): object {
  return Object.fromEntries(names.map(name => [name, tell(of[name].value)]));
}

function bounds(of: Quantiles, tell: Tell): object {
  const pair = ({ low, high }: QuantileEstimate): readonly unknown[] => [tell(low), tell(high)];
  return Object.fromEntries(names.map(name => [name, pair(of[name])]));
}

function datesData(dates: Readonly<Record<ToldShare, Instant>>): object {
  return Object.fromEntries(names.map(name => [name, formatInstant(dates[name])]));
}

/** Four digits say all that the iterations can. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}
