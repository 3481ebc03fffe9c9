import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { BlockResult } from '../core/forecast/blockResult.ts';
import type { BlockRange } from '../core/forecast/collectedBlocks.ts';
import { BlockRun } from '../core/forecast/blockRun.ts';
import { compileForecast } from '../core/forecast/forecastModel.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';
import { makeVariants } from '../core/forecast/variant.ts';
import type { ForecastAnswer, ForecastTask } from './forecastMessages.ts';
import { makePastForecast } from '../core/forecast/pastForecast.ts';
import { simulateOnThreads } from './forecastThreads.ts';
import { lastOf } from './steps.ts';

const answer = (message: ForecastAnswer, moved: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, moved);
const onProgress = (share: number): void => answer({ kind: 'progress', share });

// What starts this thread is ours, and hands over a task of this shape.
const task = workerData as ForecastTask;

switch (task.work) {
  case 'blocks':
    answerBlocks(task.request);
    break;
  case 'forecast':
    answer({ kind: 'made', made: await simulate(task.request, task.threads) });
    break;
  case 'calibration': {
    const { request, threads } = task;
    answer({
      kind: 'made',
      made: await makePastForecast(request, each => simulate(each, threads)),
    });
    break;
  }
  case 'history': {
    // What reads files of the past is loaded by the thread that needs it.
    const { historyInSteps } = await import('./historySteps.ts');
    answer({ kind: 'made', made: await lastOf(historyInSteps(task.request), onProgress) });
    break;
  }
}

function simulate(request: SimulationRequest, threads: number) {
  const script = fileURLToPath(import.meta.url);
  return simulateOnThreads({ request, script, threads, onProgress });
}

function answerBlocks({ plan, options, seed, rates }: SimulationRequest): void {
  const model = compileForecast(plan, options, rates);
  const run = new BlockRun(model, makeVariants(model), seed);
  parentPort?.on('message', ({ from, count }: BlockRange) => {
    const block = run.run(from, count);
    answer({ kind: 'block', block }, buffersOf(block));
  });
}

/** The room of a block's numbers, which is handed over and not copied. */
function buffersOf({ variants, effort, milestones }: BlockResult): readonly ArrayBuffer[] {
  const columns = [
    ...variants.flatMap(({ finish, cost }) => [finish, cost]),
    effort,
    ...milestones,
  ];
  return columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
