import type { BlockRange } from './collectedBlocks.ts';
import type { ForecastModel } from './forecastModel.ts';
import { comparedExtent, type ComparedExtent } from './comparedExtent.ts';
import type { Variant } from './variant.ts';

/**
 * How far a run is, by how many schedules it has made of those that it may take: one for each iteration,
 * and one for each variant in which a risk comes out differently. It is done when this comes to 1, and
 * skips what is left once all is known well enough. A class for what is worked out once.
 */
export class RunProgress {
  readonly #iterations: number;
  readonly #compared: ComparedExtent;

  constructor(model: ForecastModel, variants: readonly Variant[], iterations: number) {
    this.#iterations = iterations;
    this.#compared = comparedExtent(model, variants, iterations);
  }

  /** The share that is done once these iterations are made, wherever they lie: 0 to 1. */
  simulated(made: readonly BlockRange[]): number {
    return made.reduce((sum, range) => sum + this.#schedulesOf(range), 0) / this.#all();
  }

  /** The same once all is simulated, and responses are compared over so many iterations. */
  compared(count: number): number {
    return (this.#simulating() + this.#furtherOf(count)) / this.#all();
  }

  #all(): number {
    const { most } = this.#compared;
    return Math.max(1, this.#simulating() + this.#furtherOf(most));
  }

  #simulating(): number {
    return this.#schedulesOf({ from: 0, count: this.#iterations });
  }

  #schedulesOf({ from, count }: BlockRange): number {
    const { first, besides } = this.#compared;
    return count + Math.max(0, Math.min(first - from, count)) * besides;
  }

  #furtherOf(count: number): number {
    const { first, further } = this.#compared;
    return Math.max(0, count - first) * further;
  }
}
