import { blockSizeFor } from './blockSize.ts';
import type { ForecastModel } from './forecastModel.ts';
import type { Variant } from './variant.ts';

/**
 * Ways other than the current one are compared over so many iterations: with the same draws, that is
 * enough to tell a day from none.
 */
const usual = 2048;

/** Where a plan is so large that these take minutes, fewer have to do, but so many or a block. */
const fewest = 256;

/**
 * So many dates of tasks are worked out for comparing at first, and again for comparing further: about
 * as many as ten thousand tasks have in ten thousand iterations, and half a minute of one processor.
 */
const mostDates = 3e8;

/** Over how many iterations variants are compared; the same for all that simulate a part of a plan. */
export interface ComparedExtent {
  /** All variants. */
  readonly first: number;
  /** What responses buy, where it takes more to be sure of it. */
  readonly most: number;
  /** Schedules beside the current one that an iteration takes at first, and when comparing further. */
  readonly besides: number;
  readonly further: number;
}

/** @param iterations of the run */
export function comparedExtent(
  model: ForecastModel,
  variants: readonly Variant[],
  iterations: number,
): ComparedExtent {
  const chances = variants.slice(1).map(variant => chanceToDiffer(model, variant));
  const responses = variants.slice(1).map(({ kind }) => kind === 'mitigated');
  const besides = chances.reduce((sum, chance) => sum + chance, 0);
  const further = responses.includes(true)
    ? chances.reduce((sum, chance, i) => (responses[i] === true ? sum + chance : sum), 1)
    : 0;
  const affordable = (schedules: number): number =>
    Math.floor(mostDates / Math.max(1, schedules * model.network.count));
  const least = Math.max(fewest, blockSizeFor(model));
  const blocks = Math.max(1, Math.floor(affordable(besides) / least));
  const first = Math.min(usual, blocks * least);
  return { first, most: Math.min(iterations, first + affordable(further)), besides, further };
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
