import type { DistributionName } from '../model/forecastRules.ts';
import { normalQuantile, normalShare } from './normal.ts';
import { quantileCells, type PertTables } from './pertTables.ts';
import { exp, log } from './portableMath.ts';

/** What may come of something uncertain, in any unit; low ≤ likely ≤ high. */
export interface Distribution {
  readonly shape: DistributionName;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** A lognormal is cut where one in ten thousand lies beyond. */
const cut = 1e-4;
/** How many times as wide one half of a lognormal counts as the other, at most. */
const mostSkew = 10;
/** The shares between which the points of a lognormal lie. */
const lowerTenth = 0.1;

/** True where there is nothing uncertain about it. */
export function isFixed({ low, high }: Distribution): boolean {
  return low === high;
}

/**
 * Turns shares between 0 and 1 into values: each share of `shares` is replaced by the value below
 * which that share of the distribution lies.
 *
 * - `uniform`: between low and high, all alike. The likely value does not count.
 * - `triangular`: its density rises to the likely value and falls from it.
 * - `pert`: a beta distribution with the likely value as its mode, see {@link PertTables}.
 * - `lognormal`: low and high are its tenth and ninetieth hundredths, and the likely value is its
 *   median: a shifted lognormal through three quantiles (Johnson's S_L system, Biometrika 36, 1949).
 *   Where one half is more than ten times as wide as the other, its tail would run off into centuries:
 *   each half then keeps its own width, with the skew of ten, so that the three points still hold.
 */
export function takeQuantiles(of: Distribution, shares: Float64Array, tables: PertTables): void {
  const { low, high } = of;
  if (isFixed(of)) {
    shares.fill(low);
    return;
  }
  switch (of.shape) {
    case 'uniform':
      for (let i = 0; i < shares.length; i++) shares[i] = low + (high - low) * (shares[i] ?? 0);
      return;
    case 'triangular':
      takeTriangular(of, shares);
      return;
    case 'pert':
      takePert(of, shares, tables);
      return;
    case 'lognormal':
      takeLognormal(of, shares);
      return;
  }
}

function takeTriangular({ low, likely, high }: Distribution, shares: Float64Array): void {
  const turn = (likely - low) / (high - low);
  const rising = (high - low) * (likely - low);
  const falling = (high - low) * (high - likely);
  for (let i = 0; i < shares.length; i++) {
    const u = shares[i] ?? 0;
    shares[i] = u < turn ? low + Math.sqrt(u * rising) : high - Math.sqrt((1 - u) * falling);
  }
}

function takePert(
  { low, likely, high }: Distribution,
  shares: Float64Array,
  tables: PertTables,
): void {
  const size = high - low;
  const { low: before, high: after, share } = tables.around((likely - low) / size);
  for (let i = 0; i < shares.length; i++) {
    const at = (shares[i] ?? 0) * quantileCells;
    const cell = at | 0;
    const within = at - cell;
    const a = before[cell] ?? 0;
    const b = after[cell] ?? 0;
    const ofFirst = a + ((before[cell + 1] ?? 0) - a) * within;
    const ofSecond = b + ((after[cell + 1] ?? 0) - b) * within;
    shares[i] = low + size * (ofFirst + (ofSecond - ofFirst) * share);
  }
}

/** The halves of a lognormal: below and above its median, a size times what a normal variate makes. */
interface LognormalHalves {
  /** By what a normal variate is multiplied before it becomes an exponent; 0 for a normal distribution. */
  readonly spread: number;
  readonly below: number;
  readonly above: number;
}

function halvesOf({ low, likely, high }: Distribution): LognormalHalves {
  const tenth = -normalQuantile(lowerTenth);
  const below = likely - low;
  const above = high - likely;
  const ratio = Math.min(mostSkew, Math.max(1 / mostSkew, above / below));
  const spread = log(ratio) / tenth;
  if (Math.abs(spread) < 1e-9) return { spread: 0, below: below / tenth, above: above / tenth };
  return { spread, below: below / (1 - 1 / ratio), above: above / (ratio - 1) };
}

function takeLognormal(of: Distribution, shares: Float64Array): void {
  const { spread, below, above } = halvesOf(of);
  for (let i = 0; i < shares.length; i++) {
    const u = Math.min(1 - cut, Math.max(cut, shares[i] ?? 0));
    const z = normalQuantile(u);
    const size = z < 0 ? below : above;
    shares[i] = of.likely + size * (spread === 0 ? z : exp(spread * z) - 1);
  }
}

/** The value below which a share of the distribution lies. */
export function quantileOf(of: Distribution, share: number, tables: PertTables): number {
  const one = Float64Array.of(share);
  takeQuantiles(of, one, tables);
  return one[0] ?? 0;
}

/** The median of a lognormal for which only two points are given: their geometric middle. */
export function lognormalMiddle(low: number, high: number): number {
  return low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
}

/** The mean, by the formula of its shape; of a lognormal that of the whole, not cut. */
export function meanOf(of: Distribution): number {
  const { low, likely, high } = of;
  switch (of.shape) {
    case 'uniform':
      return (low + high) / 2;
    case 'triangular':
      return (low + likely + high) / 3;
    case 'pert':
      return (low + 4 * likely + high) / 6;
    case 'lognormal':
      return meanOfLognormal(of);
  }
}

function meanOfLognormal(of: Distribution): number {
  const { spread, below, above } = halvesOf(of);
  if (spread === 0 || isFixed(of)) return of.likely;
  // Of exp(spread z) the means over either half of the normal distribution.
  const whole = exp((spread * spread) / 2);
  const upper = whole * normalShare(spread) - 0.5;
  const lower = whole * normalShare(-spread) - 0.5;
  return of.likely + above * upper + below * lower;
}

/** The shares of standard normal variates, in place. */
export function takeShares(variates: Float64Array): void {
  for (let i = 0; i < variates.length; i++) variates[i] = normalShare(variates[i] ?? 0);
}
