import type { VariantResult } from './blockResult.ts';
import { blockSizeFor } from './blockSize.ts';
import type { BlockRange, CollectedBlocks } from './collectedBlocks.ts';
import { comparedExtent } from './comparedExtent.ts';
import type { ForecastModel } from './forecastModel.ts';
import { PairedResamples } from './pairedResamples.ts';
import type { QuantileEstimate } from './sampleQuantiles.ts';
import { rulesOf } from './taskSpread.ts';
import type { Variant } from './variant.ts';

/** Iterations in which only some variants, and the current one, are simulated. */
export interface ComparedRange extends BlockRange {
  /** Places of the variants. */
  readonly places: readonly number[];
}

/** What came of such a range: by place in it, after those of the current one. */
export interface ComparedResult {
  readonly range: ComparedRange;
  readonly variants: readonly VariantResult[];
}

/** The plan with a response, and without it. */
interface Pair {
  readonly event: number;
  readonly mitigated: number;
  readonly other: number;
  /** Working minutes by which the finish comes earlier, with the confidence that is asked for. */
  bought: QuantileEstimate;
}

/** Two variants over the same iterations. */
export interface ComparedPair extends Pick<Pair, 'bought'> {
  readonly mitigated: VariantResult;
  readonly other: VariantResult;
}

/**
 * The plan with and without each response over the same draws: over more iterations where the interval
 * of what it buys is still wider than the tolerance, twice as many each time, up to those of the run,
 * or fewer in a large plan ({@link comparedExtent}).
 * A class for what is put together step by step; it comes to the same in whatever order results come.
 */
export class ComparedVariants {
  /** Over how many iterations all variants were compared, not only the responses that need more. */
  readonly first: number;
  readonly #model: ForecastModel;
  readonly #collected: CollectedBlocks;
  readonly #resamples: PairedResamples;
  readonly #most: number;
  /** By place of the variant, of the iterations in which it is compared, in order. */
  readonly #results: VariantResult[];
  readonly #pairs: readonly Pair[];
  #open: readonly Pair[];
  #count: number;

  constructor(
    model: ForecastModel,
    variants: readonly Variant[],
    collected: CollectedBlocks,
    { seed, iterations }: { readonly seed: number; readonly iterations: number },
  ) {
    this.#model = model;
    this.#collected = collected;
    this.#resamples = new PairedResamples(seed);
    const { first, most } = comparedExtent(model, variants, iterations);
    this.first = first;
    this.#most = most;
    this.#count = Math.min(collected.count, first);
    this.#results = variants.map((_, place) => firstOf(collected.variant(place), this.#count));
    this.#pairs = variants.flatMap(({ kind, event }, mitigated) => {
      if (kind !== 'mitigated' || event === undefined) return [];
      const idle = variants.findIndex(each => each.kind === 'unmitigated' && each.event === event);
      return [
        { event, mitigated, other: Math.max(0, idle), bought: { value: 0, low: 0, high: 0 } },
      ];
    });
    this.#open = this.#pairs;
    this.#estimate();
  }

  /** What is to be simulated before it can be told how sure all are; nothing once that is known. */
  ranges(): readonly ComparedRange[] {
    const end = Math.min(this.#most, this.#count * 2);
    if (this.#open.length === 0 || end <= this.#count) return [];
    const size = blockSizeFor(this.#model);
    const places = [...new Set(this.#open.flatMap(({ mitigated, other }) => [mitigated, other]))]
      .filter(place => place > 0)
      .toSorted((a, b) => a - b);
    return Array.from({ length: Math.ceil((end - this.#count) / size) }, (_, block) => {
      const from = this.#count + block * size;
      return { from, count: Math.min(size, end - from), places };
    });
  }

  /** Takes what came of all the ranges that were asked for. */
  add(results: readonly ComparedResult[]): void {
    for (const { range, variants } of results.toSorted((a, b) => a.range.from - b.range.from)) {
      [0, ...range.places].forEach((place, i) => {
        const [known, more] = [this.#results[place], variants[i]];
        if (known && more) this.#results[place] = joined(known, more);
      });
      this.#count = range.from + range.count;
    }
    this.#estimate();
  }

  /** What is known of the response to a risk; undefined for one that was not tried. */
  of(event: number): ComparedPair | undefined {
    const pair = this.#pairs.find(each => each.event === event);
    const mitigated = pair && this.#results[pair.mitigated];
    const other = pair && this.#results[pair.other];
    if (!mitigated || !other) return undefined;
    return { mitigated, other: firstOf(other, mitigated.finish.length), bought: pair.bought };
  }

  /** What is known well enough is not simulated any further. */
  #estimate(): void {
    const { calendar, plan } = this.#model;
    const { confidence } = rulesOf(plan.project);
    const toWork = ({ finish }: VariantResult): Float64Array =>
      finish.map(at => calendar.workAt(at));
    this.#open = this.#open.filter(pair => {
      const found = this.of(pair.event);
      if (!found) return false;
      const [after, before] = [toWork(found.mitigated), toWork(found.other)];
      pair.bought = this.#resamples.difference(after, before, confidence);
      return pair.bought.high - pair.bought.low > 2 * this.#collected.tolerance;
    });
  }
}

/** The first iterations of a variant. */
export function firstOf({ finish, cost }: VariantResult, count: number): VariantResult {
  return { finish: finish.subarray(0, count), cost: cost.subarray(0, count) };
}

function joined(known: VariantResult, more: VariantResult): VariantResult {
  const join = (a: Float64Array, b: Float64Array): Float64Array => {
    const all = new Float64Array(a.length + b.length);
    all.set(a);
    all.set(b, a.length);
    return all;
  };
  return { finish: join(known.finish, more.finish), cost: join(known.cost, more.cost) };
}
