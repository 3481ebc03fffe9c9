import type { ResourceProject } from './resourceProject.ts';

/**
 * The parallel schedule generation scheme (Kelley, 1963; Kolisch, 1996): time goes on from one end of an
 * activity to the next, and of what could begin then the first of a list begins as long as there is
 * room. Where resources are scarce its schedules are shorter on average than those of the serial scheme,
 * but the best may not be among them.
 *
 * @param list every activity after its predecessors
 * @returns the activities in the order in which they begin; built serially they make the same schedule
 */
export function parallelList(project: ResourceProject, list: Int32Array): Int32Array {
  const { duration } = project;
  const now = new Moment(project);
  const waiting = [...list];
  const order: number[] = [];
  while (waiting.length > 0) {
    for (let place = 0; place < waiting.length; place++) {
      const v = waiting[place] ?? 0;
      if (!now.canBegin(v)) continue;
      now.begin(v);
      order.push(v);
      waiting.splice(place, 1);
      // What takes no time may let others begin at once; they stand behind it.
      place--;
    }
    if (waiting.length > 0 && !now.goOn()) break;
  }
  return order.length === duration.length ? Int32Array.from(order) : list;
}

/** What runs at a moment. A class because time goes on in it. */
class Moment {
  readonly #project: ResourceProject;
  readonly #used: Int32Array;
  /** By activity, when it ends; Infinity for what has not begun. */
  readonly #end: Float64Array;
  #running: number[] = [];
  #at = 0;

  constructor(project: ResourceProject) {
    this.#project = project;
    this.#used = new Int32Array(project.resourceCount);
    this.#end = new Float64Array(project.count).fill(Infinity);
  }

  canBegin(v: number): boolean {
    const { predecessors, demand, capacity, resourceCount, duration } = this.#project;
    for (let e = predecessors.from[v] ?? 0; e < (predecessors.from[v + 1] ?? 0); e++) {
      if ((this.#end[predecessors.to[e] ?? 0] ?? 0) > this.#at) return false;
    }
    if (duration[v] === 0) return true;
    for (let r = 0; r < resourceCount; r++) {
      const amount = demand[v * resourceCount + r] ?? 0;
      if (amount > 0 && (this.#used[r] ?? 0) + amount > (capacity[r] ?? 0)) return false;
    }
    return true;
  }

  begin(v: number): void {
    const length = this.#project.duration[v] ?? 0;
    this.#end[v] = this.#at + length;
    if (length === 0) return;
    this.#running.push(v);
    this.#use(v, 1);
  }

  /** To the next end of what runs; false where nothing does. */
  goOn(): boolean {
    let next = Infinity;
    for (const v of this.#running) next = Math.min(next, this.#end[v] ?? 0);
    if (next === Infinity) return false;
    this.#at = next;
    this.#running = this.#running.filter(v => {
      if ((this.#end[v] ?? 0) > next) return true;
      this.#use(v, -1);
      return false;
    });
    return true;
  }

  #use(v: number, sign: 1 | -1): void {
    const { demand, resourceCount } = this.#project;
    for (let r = 0; r < resourceCount; r++) {
      this.#used[r] = (this.#used[r] ?? 0) + sign * (demand[v * resourceCount + r] ?? 0);
    }
  }
}
