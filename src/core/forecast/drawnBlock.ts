import { ratingNames } from '../model/risk.ts';
import { takeQuantiles, type Distribution } from './distribution.ts';
import type { ForecastModel } from './forecastModel.ts';
import { PertTables } from './pertTables.ts';
import { fillUniforms, streamKey } from './randomStream.ts';
import { ShareSource } from './sharedCauses.ts';
import { absent, type Variant } from './variant.ts';

/** What one rating of a risk does in each iteration of a block, should it happen. */
interface DrawnImpact {
  readonly delay: Float64Array | undefined;
  readonly factor: Float64Array | undefined;
  readonly cost: Float64Array | undefined;
}

/** The numbers of one block of iterations. A class for the room that is used again block by block. */
export class DrawnBlock {
  readonly size: number;
  /** Minutes of work to come, by place in the lengths with a spread, then by iteration. */
  readonly left: Int32Array;
  /** By iteration, hundredths and minutes of people beyond the plan that the drawn lengths cost. */
  readonly cost: Float64Array;
  readonly effort: Float64Array;
  readonly #model: ForecastModel;
  readonly #seed: number;
  readonly #tables = new PertTables();
  readonly #source: ShareSource;
  readonly #shares: Float64Array;
  /** By event, then by iteration: high ones are bad. */
  readonly #chance: Float64Array;
  /** By event that begins a group, then by iteration: which of the group happens, if one does. */
  readonly #which = new Map<number, Float64Array>();
  /** By event, by rating. */
  #impacts: (readonly DrawnImpact[])[] = [];

  constructor(model: ForecastModel, seed: number, size: number) {
    this.#model = model;
    this.#seed = seed;
    this.size = size;
    this.left = new Int32Array(model.spreadCount * size);
    this.cost = new Float64Array(size);
    this.effort = new Float64Array(size);
    this.#source = new ShareSource(model.causes, seed, size);
    this.#shares = new Float64Array(size);
    this.#chance = new Float64Array(model.events.length * size);
    model.events.forEach(({ group }, event) => {
      if (group !== event) this.#which.set(group, new Float64Array(size));
    });
  }

  /** Draws the iterations from a number on. */
  draw(from: number): void {
    this.#source.begin(from, variable => this.#nameOf(variable));
    this.cost.fill(0);
    this.effort.fill(0);
    for (let place = 0; place < this.#model.spreadCount; place++) this.#drawLength(place, from);
    this.#model.events.forEach((_, event) => {
      const variable = this.#model.spreadCount + event;
      const { size } = this;
      const chance = this.#chance.subarray(event * size, (event + 1) * size);
      this.#source.fill(variable, this.#nameOf(variable), from, chance);
    });
    for (const [event, which] of this.#which) {
      const id = this.#model.events[event]?.id ?? '';
      fillUniforms(streamKey(this.#seed, id, 'which'), from, which);
    }
    this.#impacts = this.#model.events.map((_, event) => this.#drawImpacts(event, from));
  }

  /** What an event does by a rating; undefined while it is absent. */
  impactOf(event: number, code: number): DrawnImpact | undefined {
    return this.#impacts[event]?.[code - 1];
  }

  /**
   * Marks what happens in a variant.
   *
   * @param happens by event, then by iteration: 1 for what happens
   */
  markEvents({ ratingOf }: Variant, happens: Uint8Array): void {
    const { events } = this.#model;
    events.forEach((event, place) => {
      const code = ratingOf[place] ?? absent;
      const row = happens.subarray(place * this.size, (place + 1) * this.size);
      row.fill(0);
      if (code === absent) return;
      const { any, from, to } = this.#windowOf(place, ratingOf);
      const which = this.#which.get(event.group);
      const isTop = event.sign === 1 || which !== undefined;
      const chance = event.group * this.size;
      for (let i = 0; i < this.size; i++) {
        const u = this.#chance[chance + i] ?? 0;
        const own = which?.[i] ?? 0;
        if ((isTop ? 1 - u : u) < any && own >= from && own < to) row[i] = 1;
      }
      if (event.triggers.length > 0) this.#waitForTriggers(event.triggers, happens, row);
    });
  }

  /**
   * The chance that any of the events that exclude one another happens, and between which numbers it is
   * this one: so each is as likely as stated, and all of them hang on what drives the group.
   */
  #windowOf(place: number, ratingOf: Uint8Array): { any: number; from: number; to: number } {
    const { events } = this.#model;
    const { group } = events[place] ?? { group: place };
    let [from, own, sum] = [0, 0, 0];
    events.forEach((event, at) => {
      if (event.group !== group) return;
      const name = ratingNames[(ratingOf[at] ?? absent) - 1];
      const probability = name ? event.ratings[name].probability : 0;
      if (at < place) from += probability;
      if (at === place) own = probability;
      sum += probability;
    });
    if (own === 0) return { any: 0, from: 0, to: 0 };
    return { any: Math.min(1, sum), from: from / sum, to: (from + own) / sum };
  }

  #waitForTriggers(triggers: readonly number[], happens: Uint8Array, row: Uint8Array): void {
    for (let i = 0; i < this.size; i++) {
      if (row[i] === 0) continue;
      if (!triggers.some(trigger => happens[trigger * this.size + i] === 1)) row[i] = 0;
    }
  }

  #drawLength(place: number, from: number): void {
    const length = this.#model.lengths[place];
    if (!length?.spread) return;
    this.#source.fill(place, this.#nameOf(place), from, this.#shares);
    takeQuantiles(length.spread.distribution, this.#shares, this.#tables);
    // What is left of begun work is as uncertain, in proportion, as the whole was.
    const scale = length.planned / length.spread.planned;
    const start = place * this.size;
    for (let i = 0; i < this.size; i++) {
      this.left[start + i] = Math.max(1, Math.round((this.#shares[i] ?? 0) * scale));
    }
    this.#addCosts(place, length.planned);
  }

  #addCosts(place: number, planned: number): void {
    const { costs } = this.#model;
    const hundredths = costs.perMinute[place] ?? 0;
    const minutes = costs.effortPerMinute[place] ?? 0;
    if (hundredths === 0 && minutes === 0) return;
    const { cost, effort, left, size } = this;
    for (let i = 0; i < size; i++) {
      const beyond = (left[place * size + i] ?? 0) - planned;
      cost[i] = (cost[i] ?? 0) + beyond * hundredths;
      effort[i] = (effort[i] ?? 0) + beyond * minutes;
    }
  }

  #drawImpacts(event: number, from: number): readonly DrawnImpact[] {
    const found = this.#model.events[event];
    if (!found) return [];
    const { ratings, id } = found;
    const drawn = new Map<object, DrawnImpact>();
    return ratingNames.map(name => {
      const rating = ratings[name];
      const known = drawn.get(rating);
      if (known) return known;
      const take = (of: Distribution | undefined, purpose: string): Float64Array | undefined => {
        if (!of) return undefined;
        const values = new Float64Array(this.size);
        fillUniforms(streamKey(this.#seed, id, purpose), from, values);
        takeQuantiles(of, values, this.#tables);
        return values;
      };
      const impact: DrawnImpact = {
        delay: take(rating.delay, 'delay'),
        factor: take(rating.factor, 'factor'),
        cost: take(rating.cost, 'cost'),
      };
      drawn.set(rating, impact);
      return impact;
    });
  }

  #nameOf(variable: number): readonly [string, string] {
    const { spreadCount, lengths, events } = this.#model;
    return variable < spreadCount
      ? [lengths[variable]?.id ?? '', 'estimate']
      : [events[variable - spreadCount]?.id ?? '', 'event'];
  }
}
