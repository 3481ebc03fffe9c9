import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { answerForecast } from '../core/forecast/answerForecast.ts';
import { CollectedBlocks, type BlockRange } from '../core/forecast/collectedBlocks.ts';
import type { Forecast } from '../core/forecast/forecast.ts';
import { compileForecast } from '../core/forecast/forecastModel.ts';
import { simulateInSteps, type SimulationRequest } from '../core/forecast/simulate.ts';
import { makeVariants } from '../core/forecast/variant.ts';
import type { ForecastAnswer, ForecastTask, ForecastWorks, WholeTask } from './forecastMessages.ts';
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
  try {
    await collectFrom(workers, ranges, collected, share => given.onProgress?.(share));
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
  return answerForecast({ model, variants: makeVariants(model), collected, seed, options });
}

/** Gives every thread the next block as soon as it has made one, until there are enough. */
function collectFrom(
  workers: readonly Worker[],
  ranges: readonly BlockRange[],
  collected: CollectedBlocks,
  onProgress: (share: number) => void,
): Promise<void> {
  const isEnough = (): boolean => collected.isDone;
  const all = ranges.reduce((sum, { count }) => sum + count, 0);
  return new Promise((resolve, reject) => {
    let next = 0;
    const order = (worker: Worker): void => {
      const range = ranges[next++];
      if (range) worker.postMessage(range);
    };
    for (const worker of workers) {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('A thread of the simulation ended by itself')));
      worker.on('message', (answer: ForecastAnswer) => {
        if (answer.kind !== 'block' || isEnough()) return;
        collected.add(answer.block);
        onProgress(collected.count / all);
        if (isEnough()) resolve();
        else order(worker);
      });
      order(worker);
    }
  });
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
