import { nodeFlag } from '../schedule/network.ts';
import type { BlockResult } from './blockResult.ts';
import { taskFinishShares } from './blockResult.ts';
import type { ForecastModel } from './forecastModel.ts';
import type { IterationPlacer } from './placeIteration.ts';
import { placeOfShare } from './sampleQuantiles.ts';

type Sampled = Pick<BlockResult, 'taskFinish' | 'mergeBias'>;

/** When every task finishes in the iterations of the first block: enough for the bars of a chart. */
export class SampledFinishes {
  readonly none: Sampled = { taskFinish: new Float64Array(0), mergeBias: new Float64Array(0) };
  readonly #model: ForecastModel;
  readonly #size: number;
  /** By task of the model, then by iteration. */
  #finishes = new Int32Array(0);

  constructor(model: ForecastModel, size: number) {
    this.#model = model;
    this.#size = size;
  }

  keep(i: number, placer: IterationPlacer): void {
    const { tasks } = this.#model;
    if (i === 0) this.#finishes = new Int32Array(tasks.length * this.#size);
    for (let place = 0; place < tasks.length; place++) {
      this.#finishes[place * this.#size + i] = placer.finishOf(tasks[place] ?? 0);
    }
  }

  /** Of the first `count` iterations; what was kept is let go. */
  sum(count: number): Sampled {
    const { tasks, milestones } = this.#model;
    const width = taskFinishShares.length;
    const taskFinish = new Float64Array(tasks.length * width);
    for (let place = 0; place < tasks.length; place++) {
      const sorted = this.#rowOf(place, count).toSorted();
      taskFinishShares.forEach((share, column) => {
        taskFinish[place * width + column] = sorted[placeOfShare(share, count)] ?? 0;
      });
    }
    const placeOf = new Map(tasks.map((node, place) => [node, place]));
    const mergeBias = Float64Array.of(
      ...milestones.map(({ parts }) =>
        this.#biasOf(
          parts.flatMap(part => placeOf.get(part) ?? []),
          count,
        ),
      ),
      this.#biasOf(this.#lastTasks(placeOf), count),
    );
    this.#finishes = new Int32Array(0);
    return { taskFinish, mergeBias };
  }

  /** The tasks that nothing waits for. */
  #lastTasks(placeOf: ReadonlyMap<number, number>): readonly number[] {
    const { inRange, predecessor, flags, count } = this.#model.network;
    const isFollowed = new Uint8Array(count);
    for (let v = 0; v < count; v++) {
      if (((flags[v] ?? 0) & (nodeFlag.rollUp | nodeFlag.milestone)) !== 0) continue;
      for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
        isFollowed[predecessor[e] ?? 0] = 1;
      }
    }
    return [...placeOf].flatMap(([node, place]) => (isFollowed[node] === 0 ? [place] : []));
  }

  /**
   * By how many working minutes the mean of the last finish lies after the latest of the mean finishes:
   * what waits for several paths is later than each of them is on average.
   */
  #biasOf(places: readonly number[], count: number): number {
    if (places.length < 2) return 0;
    const { calendar } = this.#model;
    const rows = places.map(place => this.#rowOf(place, count));
    const means = rows.map(row => {
      let sum = 0;
      for (const at of row) sum += calendar.workAt(at);
      return sum / count;
    });
    let sum = 0;
    for (let i = 0; i < count; i++) {
      let last = -Infinity;
      for (const row of rows) last = Math.max(last, row[i] ?? 0);
      sum += calendar.workAt(last);
    }
    return sum / count - Math.max(...means);
  }

  #rowOf(place: number, count: number): Int32Array {
    return this.#finishes.subarray(place * this.#size, place * this.#size + count);
  }
}
