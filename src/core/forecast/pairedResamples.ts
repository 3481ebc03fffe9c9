import { fillUniforms, streamKey } from './randomStream.ts';
import { placeOfShare, type QuantileEstimate } from './sampleQuantiles.ts';

/** So many samples are drawn anew. */
const resamples = 400;
/** So many of the differences are left out at each end, for a confidence of 95%. */
const outside = 10;

/**
 * How sure a difference of quantiles is between two samples that were drawn in pairs: the percentile
 * interval of the paired bootstrap (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993,
 * chapters 8 and 13). Whole pairs are drawn anew, so that what the two have in common counts in neither.
 * A class for the resamples, which are the same for all pairs of samples of one size.
 */
export class PairedResamples {
  readonly #seed: number;
  /** By resample, how often it holds each pair. */
  #counts: readonly Uint8Array[] = [];

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** By how much the quantile of the second is larger; as many numbers in both. */
  difference(first: Float64Array, second: Float64Array, share: number): QuantileEstimate {
    const count = first.length;
    if (count === 0) return { value: 0, low: 0, high: 0 };
    const place = placeOfShare(share, count);
    const [a, b] = [inOrder(first), inOrder(second)];
    const at = (values: Float64Array, order: Uint32Array, rank: number): number =>
      values[order[rank] ?? 0] ?? 0;
    const value = at(second, b, place) - at(first, a, place);
    if (first.every((each, i) => each === second[i])) return { value, low: value, high: value };
    const differences = Float64Array.from(
      this.#countsFor(count),
      counts => at(second, b, rankIn(counts, b, place)) - at(first, a, rankIn(counts, a, place)),
    ).sort();
    return {
      value,
      low: Math.min(value, differences[outside] ?? value),
      high: Math.max(value, differences[resamples - 1 - outside] ?? value),
    };
  }

  #countsFor(count: number): readonly Uint8Array[] {
    if (this.#counts[0]?.length === count) return this.#counts;
    const drawn = new Float64Array(count);
    this.#counts = Array.from({ length: resamples }, (_, resample) => {
      fillUniforms(streamKey(this.#seed, String(resample), 'resample'), 0, drawn);
      const counts = new Uint8Array(count);
      for (const each of drawn) {
        const pair = Math.floor(each * count);
        counts[pair] = (counts[pair] ?? 0) + 1;
      }
      return counts;
    });
    return this.#counts;
  }
}

/** Places of numbers by their size, of equal ones in the order in which they are. */
function inOrder(values: Float64Array): Uint32Array {
  return Uint32Array.from(values, (_, i) => i).sort(
    (i, j) => (values[i] ?? 0) - (values[j] ?? 0) || i - j,
  );
}

/** The rank, among all numbers, of the one with a place among those of a resample. */
function rankIn(counts: Uint8Array, order: Uint32Array, place: number): number {
  let left = place;
  for (let rank = 0; rank < order.length; rank++) {
    left -= counts[order[rank] ?? 0] ?? 0;
    if (left < 0) return rank;
  }
  return order.length - 1;
}
