import type { ForecastModel } from './forecastModel.ts';
import { comparedIterations, type Variant } from './variant.ts';

/**
 * How far a run is, by how many schedules it has made of those that it may take: one for each iteration,
 * and one for each variant in which a risk comes out differently. It is done when this comes to 1, and
 * skips what is left once all is known well enough. A class for what is worked out once.
 */
export class RunProgress {
  readonly #iterations: number;
  /** Schedules beside the current one that an iteration takes at first, and when responses are compared further. */
  readonly #besides: number;
  readonly #further: number;

  constructor(model: ForecastModel, variants: readonly Variant[], iterations: number) {
    const chances = variants.slice(1).map(variant => chanceToDiffer(model, variant));
    const responses = variants.slice(1).map(({ kind }) => kind === 'mitigated');
    this.#iterations = iterations;
    this.#besides = chances.reduce((sum, chance) => sum + chance, 0);
    this.#further = responses.includes(true)
      ? chances.reduce((sum, chance, i) => (responses[i] === true ? sum + chance : sum), 1)
      : 0;
  }

  /** The share that is done: 0 to 1. */
  simulated(count: number): number {
    return this.#schedulesOf(count) / this.#all();
  }

  /** The same once all is simulated, and responses are compared over so many iterations. */
  compared(count: number): number {
    return (this.#schedulesOf(this.#iterations) + this.#furtherOf(count)) / this.#all();
  }

  #all(): number {
    return Math.max(1, this.#schedulesOf(this.#iterations) + this.#furtherOf(this.#iterations));
  }

  #schedulesOf(count: number): number {
    return count + Math.min(count, comparedIterations) * this.#besides;
  }

  #furtherOf(count: number): number {
    return Math.max(0, count - comparedIterations) * this.#further;
  }
}

/** As if risks were independent, and as likely as any of their ratings has them. */
function chanceToDiffer({ events }: ForecastModel, { differing, idle }: Variant): number {
  if (idle.length > 0) return 1;
  const same = differing.reduce((chance, event) => {
    const ratings = Object.values(events[event]?.ratings ?? {});
    return chance * (1 - Math.max(0, ...ratings.map(({ probability }) => probability)));
  }, 1);
  return 1 - same;
}
