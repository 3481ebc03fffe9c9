import { nodeFlag } from '../schedule/network.ts';
import type { BlockResult } from './blockResult.ts';
import { blockSizeFor } from './blockSize.ts';
import { byShare } from './dateAnswers.ts';
import type { TaskForecast } from './forecast.ts';
import type { ForecastModel } from './forecastModel.ts';
import { placeOfShare } from './sampleQuantiles.ts';

/** More iterations than these say nothing more to the eye: P90 lies between P89 and P91. */
const mostSampled = 2048;
/** Finishes that are kept at most, of all tasks together: 32 MB. */
const mostKept = 1 << 23;

/** In how many iterations, from the first on, it is kept when every task finishes: whole blocks. */
export function sampledIterations(model: ForecastModel): number {
  const size = blockSizeFor(model);
  const fitting = Math.floor(mostKept / Math.max(1, model.tasks.length) / size) * size;
  return Math.min(mostSampled, Math.max(size, fitting));
}

/** When every task finishes in the iterations in which that is kept: for the bars of a chart. */
export class SampledFinishes {
  /** How many iterations they are. */
  readonly count: number;
  readonly #model: ForecastModel;
  readonly #blocks: readonly BlockResult[];

  constructor(model: ForecastModel, blocks: readonly BlockResult[]) {
    this.#model = model;
    this.#blocks = blocks.filter(({ taskFinishes }) => taskFinishes.length > 0);
    this.count = this.#blocks.reduce((sum, { count }) => sum + count, 0);
  }

  /** When the task with a place in the model finishes. */
  quantilesOf(place: number): TaskForecast['finish'] {
    const sorted = this.#rowOf(place).sort();
    return byShare(share => sorted[placeOfShare(share, sorted.length)] ?? 0);
  }

  /** How much their merging paths delay the milestones, and then the project. */
  mergeBias(): readonly number[] {
    const { milestones, tasks } = this.#model;
    const placeOf = new Map(tasks.map((node, place) => [node, place]));
    return [
      ...milestones.map(({ parts }) =>
        this.#biasOf(parts.flatMap(part => placeOf.get(part) ?? [])),
      ),
      this.#biasOf(this.#lastTasks(placeOf)),
    ];
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
  #biasOf(places: readonly number[]): number {
    if (places.length < 2 || this.count === 0) return 0;
    const { calendar } = this.#model;
    const last = new Float64Array(this.count).fill(-Infinity);
    let latestMean = -Infinity;
    for (const place of places) {
      const row = this.#rowOf(place);
      let sum = 0;
      for (let i = 0; i < row.length; i++) {
        const at = row[i] ?? 0;
        sum += calendar.workAt(at);
        last[i] = Math.max(last[i] ?? 0, at);
      }
      latestMean = Math.max(latestMean, sum / this.count);
    }
    return last.reduce((sum, at) => sum + calendar.workAt(at), 0) / this.count - latestMean;
  }

  /** A row of its own, which may be sorted. */
  #rowOf(place: number): Int32Array {
    const row = new Int32Array(this.count);
    let at = 0;
    for (const { taskFinishes, count } of this.#blocks) {
      row.set(taskFinishes.subarray(place * count, (place + 1) * count), at);
      at += count;
    }
    return row;
  }
}
