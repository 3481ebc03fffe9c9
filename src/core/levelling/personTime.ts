import type { Instant } from '../model/instant.ts';

/** What a task takes of a person while it runs. */
export interface Use {
  readonly person: string;
  readonly share: number;
}

/** Shares this close are the same: three thirds are one. */
const tolerance = 1e-9;

/**
 * How much of one person is taken, moment by moment: from `#times[i]` up to the next one, `#used[i]`.
 * A class because it fills as work is placed.
 */
export class PersonTime {
  readonly #capacity: number;
  readonly #times: number[] = [-Infinity];
  readonly #used: number[] = [0];

  /** @param capacity the share that the project has of the person: 1 is all of their time */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** How much of the person the project has. */
  get capacity(): number {
    return this.#capacity;
  }

  /**
   * `from` where the share is free from there up to `to`; else the moment at which the first stretch
   * in the way ends.
   */
  freeFrom(from: Instant, to: Instant, share: number): Instant {
    const most = this.#capacity - share + tolerance;
    const times = this.#times;
    for (let i = this.#find(from); i < times.length && (times[i] ?? 0) < to; i++) {
      if ((this.#used[i] ?? 0) <= most) continue;
      let end = i + 1;
      while (end < times.length && (this.#used[end] ?? 0) > most) end++;
      return times[end] ?? Infinity;
    }
    return from;
  }

  take(from: Instant, to: Instant, share: number): void {
    if (to <= from || share === 0) return;
    const first = this.#cutAt(from);
    const last = this.#cutAt(to);
    for (let i = first; i < last; i++) this.#used[i] = (this.#used[i] ?? 0) + share;
    this.#joinAt(last);
    this.#joinAt(first);
  }

  /** Two stretches that are alike are one, so that somebody with much to do is no more work to ask. */
  #joinAt(place: number): void {
    if (place === 0 || this.#used[place] !== this.#used[place - 1]) return;
    this.#times.splice(place, 1);
    this.#used.splice(place, 1);
  }

  /** The place of the stretch that a moment lies in. */
  #find(at: Instant): number {
    let low = 0;
    let high = this.#times.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#times[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #cutAt(at: Instant): number {
    const place = this.#find(at);
    if (this.#times[place] === at) return place;
    this.#times.splice(place + 1, 0, at);
    this.#used.splice(place + 1, 0, this.#used[place] ?? 0);
    return place + 1;
  }
}
