import { computeTails } from './criticalPath.ts';
import type { ResourceProject } from './resourceProject.ts';

/**
 * The serial schedule generation scheme (Kelley, 1963): the activities of a list, one after the
 * other, each as early as its predecessors and the resources allow. A class for the room that every
 * schedule is built in, which is made once.
 */
export class SerialDecoder {
  readonly #project: ResourceProject;
  /** The longest way from the start of an activity to the end of all. */
  readonly #tail: Int32Array;
  /** What is used, by period and resource. */
  readonly #used: Int32Array;
  /** Up to which period anything is written in `#used`. */
  #end = 0;
  /** How often an activity was placed. One schedule is as many placements as there are activities. */
  placements = 0;

  constructor(project: ResourceProject) {
    this.#project = project;
    let horizon = 0;
    for (const length of project.duration) horizon += length;
    this.#tail = computeTails(project);
    this.#used = new Int32Array((horizon + 1) * project.resourceCount);
  }

  /**
   * @param list every activity after its predecessors
   * @param start by activity; it is filled in
   * @param limit the longest makespan of interest; the rest is given up as soon as it is seen to be longer
   * @returns the makespan; Infinity for one beyond the limit
   */
  decode(list: Int32Array, start: Int32Array, limit = Infinity): number {
    this.#clear();
    let makespan = 0;
    const { duration } = this.#project;
    for (let place = 0; place < list.length; place++) {
      const v = list[place] ?? 0;
      const at = this.#place(v, this.#earliest(v, start));
      start[v] = at;
      if (at + (this.#tail[v] ?? 0) > limit) return Infinity;
      const finish = at + (duration[v] ?? 0);
      if (finish > makespan) makespan = finish;
    }
    return makespan;
  }

  #clear(): void {
    this.#used.fill(0, 0, this.#end * this.#project.resourceCount);
    this.#end = 0;
  }

  /** When the last of an activity's predecessors ends. */
  #earliest(v: number, start: Int32Array): number {
    const { predecessors, duration } = this.#project;
    const { from, to } = predecessors;
    let bound = 0;
    const end = from[v + 1] ?? 0;
    for (let e = from[v] ?? 0; e < end; e++) {
      const u = to[e] ?? 0;
      const finish = (start[u] ?? 0) + (duration[u] ?? 0);
      if (finish > bound) bound = finish;
    }
    return bound;
  }

  /** Puts an activity to the first period from a given one in which there is room for all of it. */
  #place(v: number, from: number): number {
    const length = this.#project.duration[v] ?? 0;
    this.placements += 1;
    if (length === 0) return from;
    let at = from;
    // From the end back, so that the first period without room found is the last of them.
    for (let t = at + length - 1; t >= at; t--) {
      if (this.#hasRoom(v, t)) continue;
      at = t + 1;
      t = at + length;
    }
    this.#take(v, at, at + length);
    if (at + length > this.#end) this.#end = at + length;
    return at;
  }

  #hasRoom(v: number, period: number): boolean {
    if (period >= this.#end) return true;
    const { demand, capacity, resourceCount } = this.#project;
    const row = period * resourceCount;
    const need = v * resourceCount;
    for (let r = 0; r < resourceCount; r++) {
      const amount = demand[need + r] ?? 0;
      if (amount > 0 && (this.#used[row + r] ?? 0) + amount > (capacity[r] ?? 0)) return false;
    }
    return true;
  }

  #take(v: number, from: number, to: number): void {
    const { demand, resourceCount } = this.#project;
    const used = this.#used;
    const need = v * resourceCount;
    for (let t = from; t < to; t++) {
      const row = t * resourceCount;
      for (let r = 0; r < resourceCount; r++) {
        used[row + r] = (used[row + r] ?? 0) + (demand[need + r] ?? 0);
      }
    }
  }
}
