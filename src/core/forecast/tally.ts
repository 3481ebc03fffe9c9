import type { Instant } from '../model/instant.ts';
import { lengthSum, type BlockResult } from './blockResult.ts';
import { quantileOf } from './distribution.ts';
import type { DrawnBlock } from './drawnBlock.ts';
import type { ForecastModel } from './forecastModel.ts';
import type { IterationPlacer } from './placeIteration.ts';
import { PertTables } from './pertTables.ts';

type Sums = Pick<
  BlockResult,
  'milestones' | 'critical' | 'lengthSums' | 'eventSums' | 'finishSums'
>;

/** Counts and sums over the iterations of a block, in the current state. */
export class Tally {
  readonly #model: ForecastModel;
  readonly #block: DrawnBlock;
  readonly #milestones: readonly Float64Array[];
  readonly #critical: Uint32Array;
  /** Working minutes by which each iteration ends after the plan. */
  readonly #late: Float64Array;
  readonly #plannedWork: number;

  constructor(model: ForecastModel, block: DrawnBlock, count: number) {
    this.#model = model;
    this.#block = block;
    this.#milestones = model.milestones.map(() => new Float64Array(count));
    this.#critical = new Uint32Array(model.tasks.length);
    this.#late = new Float64Array(count);
    this.#plannedWork = model.calendar.workAt(model.plannedFinish);
  }

  count(i: number, placer: IterationPlacer, finish: Instant): void {
    const { milestones, tasks, calendar, network } = this.#model;
    this.#late[i] = calendar.workAt(finish) - this.#plannedWork;
    milestones.forEach(({ node }, place) => {
      const row = this.#milestones[place];
      if (row) row[i] = placer.finishOf(node);
    });
    const { totalFloat } = placer.dates;
    const { criticalFloat } = network;
    const critical = this.#critical;
    for (let place = 0; place < tasks.length; place++) {
      if ((totalFloat[tasks[place] ?? 0] ?? 0) <= criticalFloat) {
        critical[place] = (critical[place] ?? 0) + 1;
      }
    }
  }

  sum(happens: Uint8Array): Sums {
    return {
      milestones: this.#milestones,
      critical: this.#critical,
      lengthSums: this.#sumLengths(),
      eventSums: this.#sumEvents(happens),
      finishSums: sumFinish(this.#late),
    };
  }

  #sumLengths(): Float64Array {
    const { lengths, spreadCount } = this.#model;
    const { size, left } = this.#block;
    const sums = new Float64Array(spreadCount * lengthSum.size);
    const tables = new PertTables();
    for (let place = 0; place < spreadCount; place++) {
      const length = lengths[place];
      if (!length?.spread) continue;
      const scale = length.planned / length.spread.planned;
      const best = quantileOf(length.spread.distribution, 0.1, tables) * scale;
      const worst = quantileOf(length.spread.distribution, 0.9, tables) * scale;
      const row = left.subarray(place * size, place * size + this.#late.length);
      sums.set(
        sumLength(row, this.#late, { planned: length.planned, best, worst }),
        place * lengthSum.size,
      );
    }
    return sums;
  }

  #sumEvents(happens: Uint8Array): Float64Array {
    const { events } = this.#model;
    const sums = new Float64Array(events.length * 2);
    const { size } = this.#block;
    for (let event = 0; event < events.length; event++) {
      let count = 0;
      let late = 0;
      for (let i = 0; i < this.#late.length; i++) {
        if (happens[event * size + i] !== 1) continue;
        count++;
        late += this.#late[i] ?? 0;
      }
      sums[event * 2] = count;
      sums[event * 2 + 1] = late;
    }
    return sums;
  }
}

function sumLength(
  row: Int32Array,
  late: Float64Array,
  {
    planned,
    best,
    worst,
  }: { readonly planned: number; readonly best: number; readonly worst: number },
): readonly number[] {
  let [d, dd, df, bestCount, bestF, worstCount, worstF] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < late.length; i++) {
    const length = row[i] ?? 0;
    const beyond = length - planned;
    const f = late[i] ?? 0;
    d += beyond;
    dd += beyond * beyond;
    df += beyond * f;
    if (length <= best) {
      bestCount++;
      bestF += f;
    } else if (length >= worst) {
      worstCount++;
      worstF += f;
    }
  }
  return [d, dd, df, bestCount, bestF, worstCount, worstF];
}

function sumFinish(late: Float64Array): Float64Array {
  let [sum, squares] = [0, 0];
  for (const f of late) {
    sum += f;
    squares += f * f;
  }
  return Float64Array.of(sum, squares);
}
