import type { ResourceProject } from './resourceProject.ts';
import { resourceShares } from './resourceShares.ts';
import type { TurnedSchedule } from './turnSchedule.ts';

/** How long the stretch is that a child keeps, as a share of the schedule. */
const shortest = 0.1;
const longest = 0.5;

/**
 * Makes a child's list of two parents: the stretch in which the father uses the resources most stays
 * as it is (Valls, Ballestín and Quintanilla, 2008); what he has before it and after it comes before
 * and after it in the order of the mother (Debels and Vanhoucke, 2007). A class for the room that it
 * reckons in.
 */
export class PeakCrossover {
  readonly #project: ResourceProject;
  readonly #random: () => number;
  /** The share of all resources that an activity uses while it runs. */
  readonly #weight: Float64Array;
  /** Of each activity of the father: 0 before the stretch, 1 in it, 2 after it. */
  readonly #part: Uint8Array;

  constructor(project: ResourceProject, random: () => number) {
    this.#project = project;
    this.#random = random;
    this.#part = new Uint8Array(project.count);
    this.#weight = resourceShares(project);
  }

  cross(father: TurnedSchedule, mother: TurnedSchedule, child: Int32Array): void {
    const share = shortest + this.#random() * (longest - shortest);
    const length = Math.max(1, Math.round(father.makespan * share));
    const from = this.#findPeak(father, length);
    const part = this.#part;
    for (let v = 0; v < part.length; v++) {
      const at = father.start[v] ?? 0;
      part[v] = at < from ? 0 : at < from + length ? 1 : 2;
    }
    let place = 0;
    [mother, father, mother].forEach(({ list }, which) => {
      for (const v of list) if (part[v] === which) child[place++] = v;
    });
  }

  /** Where the stretch of a length with the most use of resources begins. */
  #findPeak({ start, makespan }: TurnedSchedule, length: number): number {
    const { duration, count } = this.#project;
    const change = new Float64Array(makespan + 1);
    for (let v = 0; v < count; v++) {
      const at = start[v] ?? 0;
      const weight = this.#weight[v] ?? 0;
      change[at] = (change[at] ?? 0) + weight;
      const end = at + (duration[v] ?? 0);
      change[end] = (change[end] ?? 0) - weight;
    }
    const upTo = new Float64Array(makespan + 1);
    let use = 0;
    for (let t = 0; t < makespan; t++) {
      use += change[t] ?? 0;
      upTo[t + 1] = (upTo[t] ?? 0) + use;
    }
    let best = 0;
    for (let t = 1; t + length <= makespan; t++) {
      const here = (upTo[t + length] ?? 0) - (upTo[t] ?? 0);
      if (here > (upTo[best + length] ?? 0) - (upTo[best] ?? 0)) best = t;
    }
    return best;
  }
}
