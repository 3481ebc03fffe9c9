import { lastStep } from '../base/lastStep.ts';
import { blockSizeFor } from './blockSize.ts';
import type { BlockResult, VariantResult } from './blockResult.ts';
import { comparedExtent } from './comparedExtent.ts';
import type { ComparedRange, ComparedResult } from './comparedVariants.ts';
import { DrawnBlock } from './drawnBlock.ts';
import type { ForecastModel } from './forecastModel.ts';
import { IterationLengths } from './iterationLengths.ts';
import { IterationPlacer } from './placeIteration.ts';
import { sampledIterations } from './sampledFinishes.ts';
import { Tally } from './tally.ts';
import type { Instant } from '../model/instant.ts';
import { horizon } from '../schedule/horizon.ts';
import { recurringBeyond } from './workCosts.ts';
import type { Variant } from './variant.ts';

/** A run says how far it is whenever it has worked out so many dates of tasks: a few times in a second. */
const datesPerStep = 1e6;

/**
 * Simulates iterations block by block. A block does not depend on the ones before, so any of them can be
 * made anywhere. A class for the room that is used again.
 */
export class BlockRun {
  readonly #model: ForecastModel;
  readonly #variants: readonly Variant[];
  readonly #block: DrawnBlock;
  readonly #lengths: IterationLengths;
  readonly #placer: IterationPlacer;
  readonly #happens: Uint8Array[];
  /** Over how many iterations all variants are compared. */
  readonly #compared: number;
  /** Dates that were worked out since it was last said how far it is. */
  #dates = 0;

  constructor(model: ForecastModel, variants: readonly Variant[], seed: number) {
    const size = blockSizeFor(model);
    this.#model = model;
    this.#variants = variants;
    this.#block = new DrawnBlock(model, seed, size);
    this.#lengths = new IterationLengths(model, this.#block);
    this.#placer = new IterationPlacer(model);
    this.#compared = comparedExtent(model, variants, Infinity).first;
    this.#happens = variants.map(() => new Uint8Array(model.events.length * size));
  }

  /** The same as {@link runInSteps} in one go. */
  run(from: number, count: number): BlockResult {
    return lastStep(this.runInSteps(from, count));
  }

  /**
   * The iterations from `from` on, which is a multiple of the size of a block; `count` of them. It tells
   * now and then how many are made.
   */
  *runInSteps(from: number, count: number): Generator<number, BlockResult> {
    this.#block.draw(from);
    this.#variants.forEach((variant, place) => {
      if (place > 0 && from >= this.#compared) return;
      const happens = this.#happens[place];
      if (happens) this.#block.markEvents(variant, happens);
    });
    const compared = Math.max(0, Math.min(count, this.#compared - from));
    const results = this.#variants.map((_, place): VariantResult => {
      const length = place === 0 ? count : compared;
      return { finish: new Float64Array(length), cost: new Float64Array(length) };
    });
    const tally = new Tally(this.#model, this.#block, count);
    const effort = new Float64Array(count);
    const { tasks } = this.#model;
    const isKept = from < sampledIterations(this.#model);
    const taskFinishes = new Int32Array(isKept ? tasks.length * count : 0);
    const before = this.#placer.beyond;
    for (let i = 0; i < count; i++) {
      this.#lengths.load(i);
      this.#runCurrent(i, results, true);
      effort[i] = this.#model.costs.plannedEffort + this.#lengths.extras.effort;
      tally.count(i, this.#placer, results[0]?.finish[i] ?? 0);
      for (let place = 0; isKept && place < tasks.length; place++) {
        taskFinishes[place * count + i] = this.#placer.finishOf(tasks[place] ?? 0);
      }
      this.#lengths.restore();
      if (this.#isStep()) yield i;
      if (i >= compared) continue;
      for (let place = 1; place < results.length; place++) this.#runVariant(i, place, results);
      if (this.#isStep()) yield i + 1;
    }
    return {
      from,
      count,
      variants: results,
      effort,
      ...tally.sum(this.#happens[0] ?? new Uint8Array(0)),
      taskFinishes,
      beyondHorizon: this.#placer.beyond - before,
    };
  }

  /** Only some variants beside the current one, over iterations like those of a block; it tells as above. */
  *compareInSteps(range: ComparedRange): Generator<number, ComparedResult> {
    const { from, count, places } = range;
    this.#block.draw(from);
    const all = [0, ...places];
    for (const place of all) {
      const [variant, happens] = [this.#variants[place], this.#happens[place]];
      if (variant && happens) this.#block.markEvents(variant, happens);
    }
    const results = this.#variants.map((_, place): VariantResult => {
      const length = all.includes(place) ? count : 0;
      return { finish: new Float64Array(length), cost: new Float64Array(length) };
    });
    for (let i = 0; i < count; i++) {
      this.#lengths.load(i);
      this.#runCurrent(i, results, false);
      this.#lengths.restore();
      for (const place of places) this.#runVariant(i, place, results);
      if (this.#isStep()) yield i + 1;
    }
    return { range, variants: results.filter((_, place) => all.includes(place)) };
  }

  #isStep(): boolean {
    if (this.#dates < datesPerStep) return false;
    this.#dates = 0;
    return true;
  }

  #runCurrent(i: number, results: readonly VariantResult[], withFloats: boolean): void {
    const variant = this.#variants[0];
    const result = results[0];
    if (variant && result) this.#place({ i, place: 0, variant, result, withFloats });
  }

  /** Only where a risk comes out differently anything is placed anew. */
  #runVariant(i: number, place: number, results: readonly VariantResult[]): void {
    const variant = this.#variants[place];
    const [result, current] = [results[place], results[0]];
    const now = this.#variants[0];
    if (!variant || !result || !current || !now) return;
    if (this.#differs(i, place, variant)) {
      this.#place({ i, place, variant, result, withFloats: false });
      this.#lengths.restore();
      return;
    }
    result.finish[i] = current.finish[i] ?? 0;
    result.cost[i] = (current.cost[i] ?? 0) + variant.responseCost - now.responseCost;
  }

  #differs(i: number, place: number, { differing, idle }: Variant): boolean {
    if (idle.length > 0) return true;
    const { size } = this.#block;
    const now = this.#happens[0];
    const then = this.#happens[place];
    return differing.some(event => now?.[event * size + i] === 1 || then?.[event * size + i] === 1);
  }

  #place({
    i,
    place,
    variant,
    result,
    withFloats,
  }: {
    readonly i: number;
    readonly place: number;
    readonly variant: Variant;
    readonly result: VariantResult;
    readonly withFloats: boolean;
  }): void {
    const happens = this.#happens[place];
    if (!happens) return;
    const { calendar, costs, projectStart } = this.#model;
    this.#lengths.apply(i, variant, happens);
    const finish = this.#placer.place(withFloats);
    this.#dates += this.#model.network.count;
    const { delayAtEnd, cost, people } = this.#lengths.extras;
    const end =
      delayAtEnd === 0 ? finish : within(projectStart, calendar.addWork(finish, delayAtEnd));
    result.finish[i] = end;
    const work = Math.round(costs.planned + people + recurringBeyond(costs, end));
    result.cost[i] = work + cost + variant.responseCost;
  }
}

/** No end is before the start of the project, nor after the last year that a plan can speak of. */
function within(projectStart: Instant, end: Instant): Instant {
  return Math.min(horizon, Math.max(projectStart, end));
}
