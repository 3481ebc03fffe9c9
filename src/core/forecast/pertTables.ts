import { power } from './portableMath.ts';

/** Cells of a table of quantiles; it has one entry more. */
export const quantileCells = 1024;
/** Places of the mode for which tables are made; between them quantiles are interpolated. */
const modeSteps = 64;
/** Points at which the density is summed up. */
const sumSteps = 1024;

/**
 * Quantiles of the PERT beta distribution on 0 to 1: of a beta with the parameters 1 + 4t and 5 - 4t,
 * t the mode (Malcolm, Roseboom, Clark and Fazar, "Application of a Technique for Research and
 * Development Program Evaluation", 1959; the weight of 4 makes the mean (o + 4m + p) / 6). Tables are
 * made when first asked for. Between the first and the last hundredth interpolation errs by less than 1
 * in 10⁴ of the range; the outermost thousandths are straight lines with the right mean.
 */
export class PertTables {
  readonly #rows: (Float64Array | undefined)[] = [];

  /** The two tables that lie around a mode, and the share of the second. */
  around(mode: number): { low: Float64Array; high: Float64Array; share: number } {
    const at = Math.min(1, Math.max(0, mode)) * modeSteps;
    const step = Math.min(modeSteps - 1, Math.floor(at));
    return { low: this.#row(step), high: this.#row(step + 1), share: at - step };
  }

  #row(step: number): Float64Array {
    const known = this.#rows[step];
    if (known) return known;
    const row = computeQuantiles(step / modeSteps);
    this.#rows[step] = row;
    return row;
  }
}

/**
 * The density is summed by Simpson's rule over s with x = s²(3 - 2s), because in s it rises and falls
 * smoothly at both ends.
 */
function computeQuantiles(mode: number): Float64Array {
  const below = new Float64Array(sumSteps + 1);
  const at = (s: number): number => s * s * (3 - 2 * s);
  const density = (s: number): number => {
    const x = at(s);
    return power(x, 4 * mode) * power(1 - x, 4 - 4 * mode) * s * (1 - s);
  };
  let before = density(0);
  for (let i = 0; i < sumSteps; i++) {
    const after = density((i + 1) / sumSteps);
    below[i + 1] = (below[i] ?? 0) + before + 4 * density((i + 0.5) / sumSteps) + after;
    before = after;
  }
  const all = below[sumSteps] ?? 1;
  const row = new Float64Array(quantileCells + 1);
  let cell = 0;
  for (let k = 1; k < quantileCells; k++) {
    const wanted = (k / quantileCells) * all;
    while ((below[cell + 1] ?? 0) < wanted) cell++;
    const from = below[cell] ?? 0;
    const share = (wanted - from) / ((below[cell + 1] ?? 0) - from);
    row[k] = at((cell + share) / sumSteps);
  }
  // The outermost cells end where their mean is right, so that their straight lines move no mean.
  row[quantileCells] = 1;
  const points = Float64Array.from({ length: sumSteps + 1 }, (_, i) => at(i / sumSteps));
  const [first = 0, last = 1] = [row[1], row[quantileCells - 1]];
  row[0] = Math.max(0, 2 * meanWithin(below, points, 0, first) - first);
  row[quantileCells] = Math.min(1, 2 * meanWithin(below, points, last, 1) - last);
  return row;
}

/** The mean of what lies between two points, from the shares below the points of the sum. */
function meanWithin(below: Float64Array, points: Float64Array, from: number, to: number): number {
  let [mass, moment] = [0, 0];
  for (let i = 0; i < sumSteps; i++) {
    const [low = 0, high = 0] = [points[i], points[i + 1]];
    const [start, end] = [Math.max(low, from), Math.min(high, to)];
    if (end <= start) continue;
    const part = (((below[i + 1] ?? 0) - (below[i] ?? 0)) * (end - start)) / (high - low);
    mass += part;
    moment += (part * (start + end)) / 2;
  }
  return mass === 0 ? (from + to) / 2 : moment / mass;
}
