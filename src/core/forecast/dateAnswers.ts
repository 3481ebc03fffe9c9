import type { Instant } from '../model/instant.ts';
import {
  toldShares,
  type DateForecast,
  type Forecast,
  type HistogramBar,
  type Quantiles,
  type ToldShare,
} from './forecast.ts';
import type { ForecastModel } from './forecastModel.ts';
import {
  estimateQuantile,
  placeOfShare,
  shareUpTo,
  type QuantileEstimate,
} from './sampleQuantiles.ts';

/** Something for each of the told shares. */
export function byShare<T>(make: (share: number) => T): Record<ToldShare, T> {
  const { p10, p50, p80, p90 } = toldShares;
  return { p10: make(p10), p50: make(p50), p80: make(p80), p90: make(p90) };
}

/** The value that a share of the sorted numbers does not exceed. */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[placeOfShare(share, sorted.length)] ?? 0;
}

export function quantilesOf(sorted: Float64Array): Quantiles {
  return byShare(share => estimateQuantile(sorted, share));
}

/** The dates of something that is finished or reached, from those of all iterations in rising order. */
export function answerDate(
  { calendar, projectStart }: ForecastModel,
  sorted: Float64Array,
  known: {
    readonly planned: Instant;
    readonly due: Instant | undefined;
    readonly mergeBias: number;
  },
): DateForecast {
  const start = calendar.workAt(projectStart);
  const toWork = ({ value, low, high }: QuantileEstimate): QuantileEstimate => ({
    value: calendar.workAt(value) - start,
    low: calendar.workAt(low) - start,
    high: calendar.workAt(high) - start,
  });
  const quantiles = quantilesOf(sorted);
  const { p10, p50, p80, p90 } = quantiles;
  let sum = 0;
  for (const at of sorted) sum += calendar.workAt(at) - start;
  return {
    quantiles,
    workMinutes: { p10: toWork(p10), p50: toWork(p50), p80: toWork(p80), p90: toWork(p90) },
    meanMinutes: Math.round(sum / Math.max(1, sorted.length)),
    chanceOfPlanned: shareUpTo(sorted, known.planned),
    chanceOfDue: known.due === undefined ? undefined : shareUpTo(sorted, known.due),
    planned: known.planned,
    due: known.due,
    mergeBias: Math.round(known.mergeBias),
  };
}

const curveSteps = 50;
const mostBars = 32;
/** Up to so many days each has a bar of its own; beyond, bars are of whole weeks. */
const mostDayBars = 56;

/** The S-curve: by equal steps of shares, the moment by which that share is finished. */
export function answerCurve(sorted: Float64Array): Forecast['curve'] {
  const points: { at: Instant; share: number }[] = [];
  for (let step = 0; step <= curveSteps; step++) {
    const share = step === 0 ? 1 / Math.max(1, sorted.length) : step / curveSteps;
    const at = quantile(sorted, share);
    const last = points.at(-1);
    if (last?.at === at) last.share = share;
    else points.push({ at, share });
  }
  return points;
}

/** Bars of whole days, as many days each as it takes to have no more than some dozens of bars. */
export function answerHistogram(sorted: Float64Array): readonly HistogramBar[] {
  const day = 1440;
  // A finish at midnight belongs to the day that ends then.
  const dayOfFinish = (at: Instant): number => Math.ceil(at / day) - 1;
  const first = dayOfFinish(sorted[0] ?? 0);
  const last = dayOfFinish(sorted.at(-1) ?? 0);
  const days = last - first + 1;
  // Bars of some days would have more of them free than others.
  const width = days <= mostDayBars ? 1 : 7 * Math.ceil(days / 7 / mostBars);
  const counts = new Array<number>(Math.floor((last - first) / width) + 1).fill(0);
  for (const at of sorted) {
    const bar = Math.floor((dayOfFinish(at) - first) / width);
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts.map((count, bar) => ({
    from: (first + bar * width) * day,
    to: (first + (bar + 1) * width) * day,
    count,
  }));
}
