import { normalQuantile } from './normal.ts';
import { boundsConfidence } from './sampleQuantiles.ts';

/** Between which a true number lies. */
export type Bounds = readonly [low: number, high: number];

/** A mean of what was drawn, and between which numbers the true one lies, all of them whole. */
export interface MeanEstimate {
  readonly mean: number;
  readonly bounds: Bounds;
}

/**
 * A mean with its confidence interval by the central limit theorem. Of differences between pairs it is
 * the paired interval, in which what the two have in common does not count. What never differs by less
 * than nothing does not do so on average either, so that the bounds stay within what was drawn.
 */
export function estimateMean(drawn: Float64Array): MeanEstimate {
  const count = drawn.length;
  if (count === 0) return { mean: 0, bounds: [0, 0] };
  let [sum, squares, least, most] = [0, 0, Infinity, -Infinity];
  for (const each of drawn) {
    sum += each;
    squares += each * each;
    if (each < least) least = each;
    if (each > most) most = each;
  }
  const mean = sum / count;
  const variance = Math.max(0, squares - sum * mean) / Math.max(1, count - 1);
  const half = normalQuantile((1 + boundsConfidence) / 2) * Math.sqrt(variance / count);
  return {
    mean: Math.round(mean),
    bounds: [Math.round(Math.max(least, mean - half)), Math.round(Math.min(most, mean + half))],
  };
}
