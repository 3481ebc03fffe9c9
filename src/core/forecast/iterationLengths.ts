import type { DrawnBlock } from './drawnBlock.ts';
import type { ForecastModel } from './forecastModel.ts';
import { setLength } from './lengthNodes.ts';
import { wholeMinutes } from '../model/duration.ts';
import type { Variant } from './variant.ts';

/** What the risks of one iteration do besides making tasks longer. */
export interface IterationExtras {
  /** Working minutes at the end of the project. */
  delayAtEnd: number;
  /** Hundredths. */
  cost: number;
  /** Hundredths and minutes of people that the tasks cost beyond the plan, by their lengths. */
  people: number;
  effort: number;
}

/**
 * The lengths of one iteration, written into the network. A class because a variant is written over
 * the drawn lengths and taken back again.
 */
export class IterationLengths {
  readonly extras: IterationExtras = { delayAtEnd: 0, cost: 0, people: 0, effort: 0 };
  readonly #model: ForecastModel;
  readonly #block: DrawnBlock;
  /** By place: minutes still to come as drawn, before any risk. */
  readonly #drawn: Float64Array;
  /** By place: what the risks of the variant make of it. */
  readonly #factor: Float64Array;
  readonly #added: Float64Array;
  readonly #isTouched: Uint8Array;
  readonly #touched: number[] = [];

  constructor(model: ForecastModel, block: DrawnBlock) {
    const count = model.lengths.length;
    this.#model = model;
    this.#block = block;
    this.#drawn = Float64Array.from(model.lengths, ({ planned }) => planned);
    this.#factor = new Float64Array(count).fill(1);
    this.#added = new Float64Array(count);
    this.#isTouched = new Uint8Array(count);
    for (const length of model.lengths) setLength(model.network, length, length.planned);
  }

  /** Writes the drawn lengths of an iteration of the block. */
  load(i: number): void {
    const { lengths, network, spreadCount } = this.#model;
    const { left, size } = this.#block;
    const { duration, remaining } = network;
    for (let place = 0; place < spreadCount; place++) {
      const length = lengths[place];
      if (!length) continue;
      const minutes = left[place * size + i] ?? 0;
      this.#drawn[place] = minutes;
      if (length.pausesIn) setLength(network, length, minutes);
      else {
        duration[length.node] = length.done + minutes;
        remaining[length.node] = minutes;
      }
    }
  }

  /** Writes what the risks of a variant do over it. */
  apply(i: number, { ratingOf, idle }: Variant, happens: Uint8Array): void {
    const { events, network, lengths, costs } = this.#model;
    const { extras } = this;
    extras.delayAtEnd = 0;
    extras.cost = 0;
    extras.people = this.#block.cost[i] ?? 0;
    extras.effort = this.#block.effort[i] ?? 0;
    for (let event = 0; event < events.length; event++) {
      if (happens[event * this.#block.size + i] === 1) this.#hit(i, event, ratingOf[event] ?? 0);
    }
    for (const place of idle) {
      this.#touch(place);
      this.#factor[place] = 0;
      this.#added[place] = 0;
    }
    for (const place of this.#touched) {
      const length = lengths[place];
      if (!length) continue;
      const minutes = this.#hitLength(place, length.minutesPerWork);
      setLength(network, length, minutes);
      const beyond = minutes - (this.#drawn[place] ?? 0);
      extras.people += beyond * (costs.perMinute[place] ?? 0);
      extras.effort += beyond * (costs.effortPerMinute[place] ?? 0);
    }
    this.#applyShareLags();
  }

  /** Takes it back. */
  restore(): void {
    const { network, lengths } = this.#model;
    for (const place of this.#touched) {
      const length = lengths[place];
      this.#factor[place] = 1;
      this.#added[place] = 0;
      this.#isTouched[place] = 0;
      if (length) setLength(network, length, this.#drawn[place] ?? 0);
    }
    this.#touched.length = 0;
  }

  #hit(i: number, event: number, code: number): void {
    const found = this.#model.events[event];
    const impact = this.#block.impactOf(event, code);
    if (!found || !impact) return;
    const delay = found.sign * (impact.delay?.[i] ?? 0);
    const factor = impact.factor?.[i] ?? 1;
    this.extras.cost += found.sign * Math.round(impact.cost?.[i] ?? 0);
    if (found.isAtEnd) this.extras.delayAtEnd += Math.round(delay);
    const hits = this.#model.hitsOf[event];
    if (!hits) return;
    if (factor !== 1) {
      for (const place of hits.multiplied) {
        this.#touch(place);
        this.#factor[place] = (this.#factor[place] ?? 1) * factor;
      }
    }
    if (delay !== 0) {
      for (const place of hits.delayed) {
        this.#touch(place);
        this.#added[place] = (this.#added[place] ?? 0) + delay;
      }
    }
  }

  /** Work is never undone: an opportunity takes at most what is still to come. */
  #hitLength(place: number, minutesPerWork: number): number {
    const own = (this.#drawn[place] ?? 0) * (this.#factor[place] ?? 1);
    return wholeMinutes(Math.max(0, own + (this.#added[place] ?? 0) * minutesPerWork));
  }

  #touch(place: number): void {
    if (this.#isTouched[place] === 1) return;
    this.#isTouched[place] = 1;
    this.#touched.push(place);
  }

  #applyShareLags(): void {
    const { shareLags, network, lengths } = this.#model;
    for (const { link, place, percent } of shareLags) {
      const length = lengths[place];
      if (!length) continue;
      const left =
        this.#isTouched[place] === 1
          ? this.#hitLength(place, length.minutesPerWork)
          : (this.#drawn[place] ?? 0);
      network.lag[link] = wholeMinutes(((length.done + left) * percent) / 100);
    }
  }
}
