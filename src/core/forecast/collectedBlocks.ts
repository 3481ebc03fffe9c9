import type { BlockResult, VariantResult } from './blockResult.ts';
import { blockSizeFor } from './blockSize.ts';
import { toldShares } from './forecast.ts';
import type { ForecastModel } from './forecastModel.ts';
import { estimateQuantile } from './sampleQuantiles.ts';
import { rulesOf } from './taskSpread.ts';

/** How many iterations are to be made. */
export interface Extent {
  readonly iterations: number;
  /** True where fewer will do once the quantiles have settled. */
  readonly mayStopEarly: boolean;
}

/** Some iterations in a row. */
export interface BlockRange {
  readonly from: number;
  readonly count: number;
}

/** As many iterations are made at least. */
const fewest = 2000;

/**
 * Puts blocks together, whoever made them and in whatever order they come: in the order of their
 * iterations, so that sums, and the moment at which the quantiles have settled, are always the same.
 */
export class CollectedBlocks {
  /** Of the blocks that count, in order. */
  readonly blocks: BlockResult[] = [];
  readonly tolerance: number;
  isSettled = false;
  readonly #model: ForecastModel;
  readonly #extent: Extent;
  readonly #early = new Map<number, BlockResult>();
  #count = 0;
  /** Which date had not settled last. */
  #unsettled: number | undefined;

  constructor(model: ForecastModel, extent: Extent) {
    this.#model = model;
    this.#extent = extent;
    this.tolerance = toleranceFor(model);
  }

  /** The blocks that are to be made, in order. */
  ranges(): readonly BlockRange[] {
    const size = blockSizeFor(this.#model);
    const { iterations } = this.#extent;
    return Array.from({ length: Math.ceil(iterations / size) }, (_, place) => ({
      from: place * size,
      count: Math.min(size, iterations - place * size),
    }));
  }

  /** How many iterations count so far. */
  get count(): number {
    return this.#count;
  }

  get isDone(): boolean {
    return this.isSettled || this.#count >= this.#extent.iterations;
  }

  /** Takes a block; one that comes after the quantiles have settled is left out. */
  add(block: BlockResult): void {
    this.#early.set(block.from, block);
    for (let next = this.#next(); next && !this.isDone; next = this.#next()) {
      this.#early.delete(next.from);
      this.blocks.push(next);
      this.#count += next.count;
      const mayStop = this.#extent.mayStopEarly && this.#count >= fewest;
      if (mayStop && this.#count < this.#extent.iterations) this.isSettled = this.#hasSettled();
    }
  }

  /** A variant over all blocks. */
  variant(place: number): VariantResult {
    return {
      finish: joined(this.blocks.map(({ variants }) => variants[place]?.finish)),
      cost: joined(this.blocks.map(({ variants }) => variants[place]?.cost)),
    };
  }

  /** Minutes of people in each iteration. */
  effort(): Float64Array {
    return joined(this.blocks.map(({ effort }) => effort));
  }

  milestone(place: number): Float64Array {
    return joined(this.blocks.map(({ milestones }) => milestones[place]));
  }

  /** The sums of all blocks, in their order. */
  sum(of: 'critical' | 'lengthSums' | 'eventSums' | 'finishSums'): Float64Array {
    const sums = new Float64Array(this.blocks[0]?.[of].length ?? 0);
    for (const block of this.blocks) {
      const added = block[of];
      for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (added[i] ?? 0);
    }
    return sums;
  }

  #next(): BlockResult | undefined {
    return this.#early.get(this.#count);
  }

  /**
   * True once every quantile that is told of the finish and the milestones is known to within the
   * tolerance, and so is the one with the confidence asked for. What had not settled is looked at first.
   */
  #hasSettled(): boolean {
    const last = this.#unsettled;
    if (last !== undefined && !this.#isKnown(last)) return false;
    for (let place = finishPlace; place < this.#model.milestones.length; place++) {
      if (place === last || this.#isKnown(place)) continue;
      this.#unsettled = place;
      return false;
    }
    return true;
  }

  #isKnown(place: number): boolean {
    const { calendar, plan } = this.#model;
    const dates = place === finishPlace ? this.variant(0).finish : this.milestone(place);
    const sorted = dates.toSorted();
    return [...Object.values(toldShares), rulesOf(plan.project).confidence].every(share => {
      const { low, high } = estimateQuantile(sorted, share);
      return calendar.workBetween(low, high) <= 2 * this.tolerance;
    });
  }
}

/** Before the places of the milestones. */
const finishPlace = -1;

/** Half a working day, or one part in 200 of the time from the start to the planned finish, if more. */
function toleranceFor({ plan, calendar, projectStart, plannedFinish }: ForecastModel): number {
  const length = calendar.workBetween(projectStart, plannedFinish);
  return Math.round(Math.max(plan.project.durationScale.minutesPerDay / 2, length / 200));
}

function joined(parts: readonly (Float64Array | undefined)[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0));
  let at = 0;
  for (const part of parts) {
    if (!part) continue;
    all.set(part, at);
    at += part.length;
  }
  return all;
}
