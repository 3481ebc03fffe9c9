import { normalQuantile } from './normal.ts';

/** The place, in sorted order, of the least number that a share of all numbers does not exceed. */
export function placeOfShare(share: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.ceil(share * count - 1e-9) - 1));
}

/** A quantile of what was drawn, and between which drawn numbers the true one lies. */
export interface QuantileEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How sure it is that a true quantile lies between the bounds that are told. */
export const boundsConfidence = 0.95;

/**
 * A quantile with its confidence interval by order statistics, which needs nothing to be known of the
 * distribution (David and Nagaraja, "Order Statistics", 3rd edition, 2003, section 7.1): how many of n
 * draws lie below the true quantile is binomial, here with its normal approximation, rounded outwards.
 *
 * @param sorted what was drawn, in rising order
 */
export function estimateQuantile(sorted: Float64Array, share: number): QuantileEstimate {
  const count = sorted.length;
  const half = count * shareError(share * (1 - share), count);
  const low = Math.max(0, Math.floor(count * share - half) - 1);
  const high = Math.min(count - 1, Math.ceil(count * share + half));
  return {
    value: sorted[placeOfShare(share, count)] ?? 0,
    low: sorted[low] ?? 0,
    high: sorted[high] ?? 0,
  };
}

/** By how much a share of so many draws may be away from the true one: with the confidence of bounds. */
export function shareError(varianceOfOne: number, count: number): number {
  const z = normalQuantile((1 + boundsConfidence) / 2);
  return z * Math.sqrt(varianceOfOne / Math.max(1, count));
}

/** The share of all numbers that do not exceed a limit: 0 to 1. */
export function shareUpTo(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return sorted.length === 0 ? 0 : low / sorted.length;
}
