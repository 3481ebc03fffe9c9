import { drawLists } from './drawLists.ts';
import { computeLowerBound } from './lowerBound.ts';
import { parallelList } from './parallelList.ts';
import { PeakCrossover } from './peakCrossover.ts';
import { chooseParents, compareParents, lastWorkOf, type Parent } from './population.ts';
import { mirrorProject, type ResourceProject } from './resourceProject.ts';
import { SerialDecoder } from './serialDecoder.ts';
import { moveSome } from './moveSome.ts';
import { randomFrom } from '../base/randomFrom.ts';
import { turnSchedule, type TurnedSchedule } from './turnSchedule.ts';

export interface SearchOptions {
  readonly seed: number;
  /** How many schedules may be built; a schedule is one placement of every activity. */
  readonly schedules: number;
  /** Asked now and then; true ends the search, for who has no more time. */
  readonly isOver?: () => boolean;
}

export interface FoundSchedule {
  /** By activity. */
  readonly start: Int32Array;
  readonly makespan: number;
  /** No schedule is shorter than this. */
  readonly lowerBound: number;
  readonly criticalPath: number;
  /** How many schedules were built. */
  readonly schedules: number;
}

/** Held at once. More finds better schedules late, and worse ones early. */
const populationSize = 50;
/** By how many periods the first half of a child may be longer than the worst that is held. */
const promise = 6;
/** At most so many activities of a child are moved by chance; short lists are sooner all alike. */
const mostMoves = { of: 400, more: 6 };

/**
 * A short schedule of a project: a genetic algorithm on activity lists (Hartmann, 1998), in which
 * every child is built from its end and then from its start again, which is forward–backward
 * improvement (Tormos and Lova, 2001; Valls, Ballestín and Quintanilla, 2005). Children keep the
 * stretch of a parent in which the resources are used most (Valls et al., 2008), with the order of
 * the other parent around it (Debels and Vanhoucke, 2007). The best that differ go on; of one length those
 * with less work at their end. Half of the first lists are ordered by the parallel scheme, which finds
 * short schedules where resources are scarce.
 *
 * The same seed gives the same schedule.
 */
export function searchSchedules(project: ResourceProject, options: SearchOptions): FoundSchedule {
  const bound = computeLowerBound(project);
  const search = new Search(project, options, bound.best);
  search.run();
  return {
    start: search.bestStart,
    makespan: search.best,
    lowerBound: bound.best,
    criticalPath: bound.criticalPath,
    schedules: search.schedules,
  };
}

/** A class for the two decoders and the best so far, which every step reads and changes. */
class Search {
  best = Infinity;
  bestStart: Int32Array;
  readonly #project: ResourceProject;
  readonly #options: SearchOptions;
  readonly #bound: number;
  readonly #forward: SerialDecoder;
  readonly #backward: SerialDecoder;
  readonly #crossover: PeakCrossover;
  readonly #random: () => number;
  readonly #lastWork: (seen: TurnedSchedule) => number;
  readonly #child: Int32Array;
  #parallelPlacements = 0;

  constructor(project: ResourceProject, options: SearchOptions, bound: number) {
    this.#project = project;
    this.#options = options;
    this.#bound = bound;
    this.#forward = new SerialDecoder(project);
    this.#backward = new SerialDecoder(mirrorProject(project));
    this.#random = randomFrom(options.seed);
    this.#crossover = new PeakCrossover(project, this.#random);
    this.#lastWork = lastWorkOf(project);
    this.#child = new Int32Array(project.count);
    this.bestStart = new Int32Array(project.count);
  }

  get schedules(): number {
    const serial = this.#forward.placements + this.#backward.placements;
    const placements = serial + this.#parallelPlacements;
    return placements / Math.max(1, this.#project.count);
  }

  run(): void {
    let population: readonly Parent[] = this.#begin();
    while (population.length > 0 && !this.#isOver()) {
      population = chooseParents([...population, ...this.#breed(population)], populationSize);
    }
  }

  /** Schedules as they are seen from their end, which is the side that their children are built from. */
  #begin(): Parent[] {
    const population: Parent[] = [];
    let isParallel = false;
    for (const drawn of drawLists(this.#project, this.#random, populationSize)) {
      const list = isParallel ? this.#orderInParallel(drawn) : drawn;
      isParallel = !isParallel;
      const made = this.#build(this.#forward, list, Infinity);
      if (made) population.push(this.#weigh(made));
      if (this.#isOver()) break;
    }
    return population;
  }

  /** Every pass counts as a schedule, also one whose schedule is built once more. */
  #orderInParallel(list: Int32Array): Int32Array {
    this.#parallelPlacements += list.length;
    return parallelList(this.#project, list);
  }

  #breed(population: readonly Parent[]): readonly Parent[] {
    const worst = population.reduce((longest, { makespan }) => Math.max(longest, makespan), 0);
    const children: Parent[] = [];
    const most = Math.round(mostMoves.more + mostMoves.of / Math.max(1, this.#project.count));
    for (let i = 0; i < populationSize && !this.#isOver(); i++) {
      const [father, mother] = [this.#winner(population), this.#winner(population)];
      if (!father || !mother) break;
      this.#crossover.cross(father, mother, this.#child);
      const moves = 1 + Math.floor(this.#random() * most);
      moveSome(this.#child, this.#project.successors, { moves, random: this.#random });
      const half = this.#build(this.#backward, this.#child, worst + promise);
      const whole = half && this.#build(this.#forward, half.list, worst);
      if (whole) children.push(this.#weigh(whole));
    }
    return children;
  }

  #weigh(made: TurnedSchedule): Parent {
    return { ...made, lastWork: this.#lastWork(made) };
  }

  /** The better of two drawn by chance. */
  #winner(population: readonly Parent[]): Parent | undefined {
    const a = population[Math.floor(this.#random() * population.length)];
    const b = population[Math.floor(this.#random() * population.length)];
    return a && b && compareParents(a, b) <= 0 ? a : b;
  }

  #build(decoder: SerialDecoder, list: Int32Array, limit: number): TurnedSchedule | undefined {
    const start = new Int32Array(list.length);
    const makespan = decoder.decode(list, start, limit);
    if (makespan === Infinity) return undefined;
    const turned = turnSchedule(this.#project, { list, start, makespan });
    if (makespan < this.best) {
      this.best = makespan;
      this.bestStart = decoder === this.#forward ? start : turned.start;
    }
    return turned;
  }

  #isOver(): boolean {
    if (this.best <= this.#bound || this.schedules >= this.#options.schedules) return true;
    return this.#options.isOver?.() === true;
  }
}
