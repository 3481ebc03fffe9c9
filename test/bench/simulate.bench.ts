import { availableParallelism } from 'node:os';
import { serialize } from 'node:v8';
import { BlockRun } from '../../src/core/forecast/blockRun.ts';
import { CollectedBlocks } from '../../src/core/forecast/collectedBlocks.ts';
import { takeQuantiles } from '../../src/core/forecast/distribution.ts';
import { compileForecast, type ForecastModel } from '../../src/core/forecast/forecastModel.ts';
import { PertTables } from '../../src/core/forecast/pertTables.ts';
import { fillUniforms, streamKey } from '../../src/core/forecast/randomStream.ts';
import { makeVariants } from '../../src/core/forecast/variant.ts';
import { handOverTasks, withoutTasks, type TaskPortion } from '../../src/node/handOver.ts';
import type { WholeTask } from '../../src/node/forecastMessages.ts';
import { simulateOnThreads } from '../../src/node/forecastThreads.ts';
import { parseEstimate } from '../../src/core/model/duration.ts';
import type { Plan } from '../../src/core/model/plan.ts';
import type { Risk } from '../../src/core/model/risk.ts';
import type { Task } from '../../src/core/model/task.ts';
import { linkCode } from '../../src/core/schedule/network.ts';
import { bundleChild } from '../support/bundledChild.ts';
import { rate, soundRisk } from '../support/riskRatings.ts';
import { seededRandom } from '../support/seededRandom.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { drawBenchPlan } from './drawBenchPlan.ts';

const sizes = [
  { size: 1_000, iterations: 10_000 },
  { size: 10_000, iterations: 1_000 },
] as const;

/**
 * A simulation with calendars, criticality and ten risks, beside a bare loop over typed arrays that makes
 * the same draws and runs bare passes forward and back, without calendars, risks or sums: on one thread,
 * and as a whole on all that there are. The first ratio holds on any machine.
 */
export const benchmark: Benchmark = {
  name: 'simulate',
  run: async () => {
    const measures: Measurement[] = [];
    const child = await bundleChild('src/node/forecastWorker.ts');
    try {
      for (const share of [0, 0.5]) {
        for (const { size, iterations } of sizes) {
          const each = { size, iterations, share };
          measures.push(...measureSize(each), await measureWhole(each, child.script));
        }
      }
    } finally {
      child.remove();
    }
    measures.push(...(await measureHandOver(10_000)));
    return measures;
  },
};

/** How long the thread that asks for a forecast is held up at once by copying its plan. */
async function measureHandOver(size: number): Promise<readonly Measurement[]> {
  const plan = withUncertainty(drawBenchPlan(size, 0));
  const request = { plan, options: {}, seed: 1, extent: { iterations: 1, mayStopEarly: false } };
  const task: WholeTask = { work: 'forecast', request, threads: 1 };
  const steps: number[] = [];
  const wholes: number[] = [];
  const time = (what: unknown): number => {
    const from = performance.now();
    serialize(what);
    return performance.now() - from;
  };
  for (let round = 0; round < 5; round++) {
    let longest = time(withoutTasks(task));
    const post = (portion: TaskPortion): void => void (longest = Math.max(longest, time(portion)));
    await handOverTasks(task, { post, isOver: () => false });
    steps.push(longest);
    wholes.push(time(task));
  }
  const name = `${size} tasks to another thread`;
  return [
    { name: `${name}: the longest step`, value: Math.min(...steps), unit: 'ms' },
    { name: `${name}: as a whole`, value: Math.min(...wholes), unit: 'ms' },
  ];
}

interface Case {
  readonly size: number;
  readonly iterations: number;
  /** How many of the tasks have a calendar of their own: 0 to 1. */
  readonly share: number;
}

function measureSize({ size, iterations, share }: Case): readonly Measurement[] {
  const plan = withUncertainty(drawBenchPlan(size, share));
  const name = nameOf({ size, iterations, share });
  const model = compileForecast(plan, {});
  const times: Record<'bare' | 'current' | 'whole', number[]> = {
    bare: [],
    current: [],
    whole: [],
  };
  const variants = makeVariants(model);
  const works = {
    bare: () => runBare(model, iterations),
    current: () => runBlocks(plan, iterations, variants.slice(0, 1)),
    whole: () => runBlocks(plan, iterations, variants),
  };
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let round = 0; round < 3; round++) {
    for (const which of ['bare', 'current', 'whole'] as const) {
      const from = performance.now();
      works[which]();
      times[which].push(performance.now() - from);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
  }
  const best = (list: readonly number[]): number => Math.min(...list);
  const bare = best(times.bare);
  return [
    { name: `${name}: bare loop`, value: bare, unit: 'ms' },
    { name: `${name}: simulation`, value: best(times.current), unit: 'ms' },
    { name: `${name}: simulation over bare`, value: best(times.current) / bare, unit: '×' },
    { name: `${name}: with what risks and responses do`, value: best(times.whole), unit: 'ms' },
    { name: `${name}: arrays`, value: most / 1e6, unit: 'MB' },
  ];
}

function nameOf({ size, iterations, share }: Case): string {
  return `${share === 0 ? 'one calendar' : 'four calendars'}, ${size} tasks × ${iterations}`;
}

/** What a person waits for: all three states, what responses buy, and the answer, on all cores. */
async function measureWhole(given: Case, script: string): Promise<Measurement> {
  const { size, iterations, share } = given;
  const plan = withUncertainty(drawBenchPlan(size, share));
  const extent = { iterations, mayStopEarly: false };
  const threads = availableParallelism();
  const model = compileForecast(plan, {});
  const bare = await bestOf(() => Promise.resolve(runBare(model, iterations)));
  const request = { plan, options: {}, seed: 1, extent };
  const whole = await bestOf(() => simulateOnThreads({ request, script, threads }));
  const name = `${nameOf(given)}: the whole forecast on ${threads} threads over bare`;
  return { name, value: whole / bare, unit: '×' };
}

async function bestOf(work: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const from = performance.now();
    await work();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

/** Three points for every task, and ten risks on ten tasks each, half of them with a response. */
function withUncertainty(plan: Plan): Plan {
  const random = seededRandom(plan.tasks.size);
  const ids = [...plan.tasks.keys()];
  const tasks = new Map<string, Task>();
  for (const [id, task] of plan.tasks) {
    const hours = (task.duration?.value ?? 60) / 60;
    const range = `${Math.ceil(hours * 0.6)}h..${hours}h..${Math.ceil(hours * (1.5 + random()))}h`;
    tasks.set(id, { ...task, duration: undefined, estimate: parseEstimate(range) });
  }
  const risks = new Map<string, Risk>();
  for (let i = 0; i < 10; i++) {
    const id = `R-000${i}`;
    const affects = Array.from({ length: 10 }, () => ids[Math.floor(random() * ids.length)] ?? '');
    const current = rate('20%', { schedule: '2d..4d..9d', cost: '1000..5000' });
    const residual = i % 2 === 0 ? rate('5%', { schedule: '1d..2d..4d' }) : undefined;
    risks.set(id, soundRisk({ id, affects, current, residual }));
  }
  return { ...plan, tasks, risks };
}

function runBlocks(
  plan: Plan,
  iterations: number,
  variants: ReturnType<typeof makeVariants>,
): void {
  const model = compileForecast(plan, {});
  const collected = new CollectedBlocks(model, { iterations, mayStopEarly: false });
  const run = new BlockRun(model, variants, 1);
  for (const { from, count } of collected.ranges()) collected.add(run.run(from, count));
}

/** The same draws, and the passes of `performance.md`: no calendars, no risks, criticality by late dates. */
function runBare({ network, lengths, spreadCount }: ForecastModel, iterations: number): number {
  const { count, inRange, predecessor, order } = network;
  const [type, lag] = [
    Uint8Array.from(network.code, code => code & 3),
    Int32Array.from(network.lag),
  ];
  const duration = Int32Array.from(network.duration);
  const [start, late] = [new Int32Array(count), new Int32Array(count)];
  const critical = new Uint32Array(count);
  const tables = new PertTables();
  const size = 512;
  const drawn = new Int32Array(spreadCount * size);
  const shares = new Float64Array(size);
  let sum = 0;
  for (let from = 0; from < iterations; from += size) {
    const here = Math.min(size, iterations - from);
    for (let place = 0; place < spreadCount; place++) {
      const length = lengths[place];
      if (!length?.spread) continue;
      fillUniforms(streamKey(1, length.id, 'estimate'), from, shares);
      takeQuantiles(length.spread.distribution, shares, tables);
      for (let i = 0; i < size; i++) drawn[place * size + i] = Math.round(shares[i] ?? 0);
    }
    for (let i = 0; i < here; i++) {
      for (let place = 0; place < spreadCount; place++) {
        duration[lengths[place]?.node ?? 0] = drawn[place * size + i] ?? 0;
      }
      let end = 0;
      for (const v of order) {
        const length = duration[v] ?? 0;
        let earliest = 0;
        for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
          const u = predecessor[e] ?? 0;
          const link = type[e] ?? 0;
          let at = (start[u] ?? 0) + (lag[e] ?? 0);
          if (link <= linkCode.FS) at += duration[u] ?? 0;
          if (link === linkCode.FF || link === linkCode.SF) at -= length;
          if (at > earliest) earliest = at;
        }
        start[v] = earliest;
        if (earliest + length > end) end = earliest + length;
      }
      for (let v = 0; v < count; v++) late[v] = end - (duration[v] ?? 0);
      for (let at = count - 1; at >= 0; at--) {
        const v = order[at] ?? 0;
        if (late[v] === start[v]) critical[v] = (critical[v] ?? 0) + 1;
        for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
          const u = predecessor[e] ?? 0;
          const link = type[e] ?? 0;
          let latest = (late[v] ?? 0) - (lag[e] ?? 0);
          if (link <= linkCode.FS) latest -= duration[u] ?? 0;
          if (link === linkCode.FF || link === linkCode.SF) latest += duration[v] ?? 0;
          if (latest < (late[u] ?? 0)) late[u] = latest;
        }
      }
      sum += end;
    }
  }
  return sum;
}
