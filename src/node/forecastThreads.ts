import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { answerForecast } from '../core/forecast/answerForecast.ts';
import { CollectedBlocks, type BlockRange } from '../core/forecast/collectedBlocks.ts';
import { ComparedVariants, type ComparedResult } from '../core/forecast/comparedVariants.ts';
import type { Forecast } from '../core/forecast/forecast.ts';
import { compileForecast } from '../core/forecast/forecastModel.ts';
import { simulateInSteps, type SimulationRequest } from '../core/forecast/simulate.ts';
import { RunProgress } from '../core/forecast/runProgress.ts';
import { makeVariants } from '../core/forecast/variant.ts';
import type {
  ForecastAnswer,
  ForecastTask,
  ForecastWorks,
  RangeAsked,
  WholeTask,
} from './forecastMessages.ts';
import { handOverTasks, withoutTasks } from './handOver.ts';
import { lastOf } from './steps.ts';

export interface ThreadedSimulation {
  readonly request: SimulationRequest;
  /** The script of a thread; where it is missing, this thread does all the work. */
  readonly script: string;
  readonly threads: number;
  readonly onProgress?: (share: number) => unknown;
}

/** Below so many drawn lengths a thread costs more than it brings. */
const worthThreads = 1_000_000;

/**
 * Simulates a plan on several threads. The answer is the same to the byte however many there are: blocks
 * are put together in their order, and those that come after the quantiles have settled are left out.
 */
export async function simulateOnThreads(given: ThreadedSimulation): Promise<Forecast> {
  const { request, script, threads } = given;
  const drawn = request.plan.tasks.size * request.extent.iterations;
  const isSmall = drawn < worthThreads || request.isPresentOnly === true;
  if (threads < 2 || isSmall || !existsSync(script)) {
    return lastOf(simulateInSteps(request), given.onProgress);
  }
  const { plan, options, seed, extent, rates } = request;
  const model = compileForecast(plan, options, rates);
  const collected = new CollectedBlocks(model, extent);
  const ranges = collected.ranges();
  const task: ForecastTask = { work: 'blocks', request };
  const workers = Array.from(
    { length: Math.min(threads, ranges.length) },
    () => new Worker(script, { workerData: task }),
  );
  const variants = makeVariants(model);
  const progress = new RunProgress(model, variants, extent.iterations);
  try {
    const made = new MadeIterations('block');
    await collectFrom(workers, ranges, answer => {
      if (collected.isDone) return undefined;
      if (answer.kind === 'block') collected.add(answer.block);
      made.take(answer);
      given.onProgress?.(progress.simulated(made.ranges()));
      return answer.kind === 'block' ? collected.isDone : undefined;
    });
    const compared = new ComparedVariants(model, variants, collected, {
      seed,
      iterations: extent.iterations,
    });
    await compareFurther(workers, compared, count => given.onProgress?.(progress.compared(count)));
    return answerForecast({ model, variants, collected, compared, seed, options });
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

/** Which iterations are made, those under way among them. A class for what is known of each range. */
class MadeIterations {
  readonly #of: 'block' | 'compared';
  readonly #doneFrom = new Map<number, number>();

  /** @param of what is asked for; what is still under way of something else does not count */
  constructor(of: 'block' | 'compared') {
    this.#of = of;
  }

  take(answer: ForecastAnswer): void {
    if (answer.kind === 'step' && answer.of === this.#of) {
      this.#doneFrom.set(answer.from, answer.done);
    }
    if (answer.kind !== this.#of) return;
    const { from, count } = answer.kind === 'block' ? answer.block : answer.result.range;
    this.#doneFrom.set(from, count);
  }

  ranges(): readonly BlockRange[] {
    return Array.from(this.#doneFrom, ([from, count]) => ({ from, count }));
  }
}

/** Compares variants over more iterations until it is known how sure their differences are. */
async function compareFurther(
  workers: readonly Worker[],
  compared: ComparedVariants,
  onCompared: (count: number) => unknown,
): Promise<void> {
  for (let ranges = compared.ranges(); ranges.length > 0; ranges = compared.ranges()) {
    const all = ranges.length;
    const results: ComparedResult[] = [];
    const made = new MadeIterations('compared');
    const first = ranges[0]?.from ?? 0;
    await collectFrom(workers, ranges, answer => {
      // A block may still be under way that is not needed any more.
      if (answer.kind === 'compared') results.push(answer.result);
      made.take(answer);
      onCompared(made.ranges().reduce((sum, { count }) => sum + count, first));
      return answer.kind === 'compared' ? results.length === all : undefined;
    });
    compared.add(results);
  }
}

/**
 * Gives every thread the next range as soon as it has made one, until there are enough.
 *
 * @param take true once there are enough; undefined for an answer to something else
 */
async function collectFrom(
  workers: readonly Worker[],
  ranges: readonly RangeAsked[],
  take: (answer: ForecastAnswer) => boolean | undefined,
): Promise<void> {
  let next = 0;
  const order = (worker: Worker): void => {
    const range = ranges[next++];
    if (range) worker.postMessage(range);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      for (const worker of workers) {
        worker.on('error', reject);
        worker.on('exit', () => reject(new Error('A thread of the simulation ended by itself')));
        worker.on('message', (answer: ForecastAnswer) => {
          const isEnough = take(answer);
          if (isEnough === true) resolve();
          else if (isEnough === false) order(worker);
        });
        order(worker);
      }
    });
  } finally {
    for (const worker of workers) worker.removeAllListeners('message');
  }
}

/** Something that is made apart from this thread, which goes on with whatever else it has to do. */
export interface ThreadJob<T> {
  /** Undefined where it was cancelled. */
  readonly done: Promise<T | undefined>;
  readonly cancel: () => void;
}

/** Has a thread of its own make something as a whole, with the help of others. */
export function startWork<Work extends keyof ForecastWorks>(
  work: Work,
  request: ForecastWorks[Work]['request'],
  { script, onProgress }: Pick<ThreadedSimulation, 'script' | 'onProgress'>,
): ThreadJob<ForecastWorks[Work]['made']> {
  // One core is left to the editor.
  const threads = Math.max(1, availableParallelism() - 1);
  const task = { work, request, threads } as WholeTask;
  const worker = new Worker(script, { workerData: withoutTasks(task) });
  let isOver = false;
  worker.on('exit', () => (isOver = true));
  void handOverTasks(task, { post: portion => worker.postMessage(portion), isOver: () => isOver });
  const done = new Promise<ForecastWorks[Work]['made'] | undefined>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => resolve(undefined));
    worker.on('message', (answer: ForecastAnswer) => {
      if (answer.kind === 'progress') onProgress?.(answer.share);
      if (answer.kind !== 'made') return;
      // A thread makes what it was started for.
      resolve(answer.made);
      void worker.terminate();
    });
  });
  return { done, cancel: () => void worker.terminate() };
}
