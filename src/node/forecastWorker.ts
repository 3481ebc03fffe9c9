import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { BlockResult } from '../core/forecast/blockResult.ts';
import type { BlockRange } from '../core/forecast/collectedBlocks.ts';
import { BlockRun } from '../core/forecast/blockRun.ts';
import { compileForecast } from '../core/forecast/forecastModel.ts';
import { makeVariants } from '../core/forecast/variant.ts';
import type { ForecastAnswer, ForecastTask } from './forecastMessages.ts';
import { simulateOnThreads } from './forecastThreads.ts';

// What starts this thread is ours, and hands over a task of this shape.
const { work, request, threads } = workerData as ForecastTask;

const answer = (message: ForecastAnswer, moved: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, moved);

if (work === 'blocks') {
  const model = compileForecast(request.plan, request.options);
  const run = new BlockRun(model, makeVariants(model), request.seed);
  parentPort?.on('message', ({ from, count }: BlockRange) => {
    const block = run.run(from, count);
    answer({ kind: 'block', block }, buffersOf(block));
  });
} else {
  const script = fileURLToPath(import.meta.url);
  const onProgress = (share: number): void => answer({ kind: 'progress', share });
  const forecast = await simulateOnThreads({ request, script, threads, onProgress });
  answer({ kind: 'forecast', forecast });
}

/** The room of a block's numbers, which is handed over and not copied. */
function buffersOf({ variants, milestones }: BlockResult): readonly ArrayBuffer[] {
  const columns = [...variants.flatMap(({ finish, cost }) => [finish, cost]), ...milestones];
  return columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
