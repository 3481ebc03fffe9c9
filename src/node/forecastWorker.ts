import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../core/base/assertNever.ts';
import type { BlockResult } from '../core/forecast/blockResult.ts';
import { BlockRun } from '../core/forecast/blockRun.ts';
import { compileForecast } from '../core/forecast/forecastModel.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';
import { makeVariants } from '../core/forecast/variant.ts';
import type { Task } from '../core/model/task.ts';
import type {
  ForecastAnswer,
  ForecastTask,
  ForecastWorks,
  RangeAsked,
  WholeTask,
} from './forecastMessages.ts';
import { makePastForecast } from '../core/forecast/pastForecast.ts';
import { withTasks, type TaskPortion } from './handOver.ts';
import { simulateOnThreads } from './forecastThreads.ts';
import { lastOf } from './steps.ts';

const answer = (message: ForecastAnswer, moved: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, moved);
const onProgress = (share: number): void => answer({ kind: 'progress', share });

// What starts this thread is ours, and hands over a task of this shape.
const task = workerData as ForecastTask;
if (task.work === 'blocks') answerBlocks(task.request);
else answer({ kind: 'made', made: await make(withTasks(task, await receiveTasks())) });

function receiveTasks(): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  return new Promise(resolve => {
    parentPort?.on('message', (portion: TaskPortion) => {
      tasks.push(...portion.tasks);
      if (portion.isLast) resolve(tasks);
    });
  });
}

async function make(whole: WholeTask): Promise<ForecastWorks[keyof ForecastWorks]['made']> {
  switch (whole.work) {
    case 'forecast':
      return simulate(whole.request, whole.threads);
    case 'calibration':
      return makePastForecast(whole.request, each => simulate(each, whole.threads));
    case 'history': {
      // What reads files of the past is loaded by the thread that needs it.
      const { historyInSteps } = await import('./historySteps.ts');
      return lastOf(historyInSteps(whole.request), onProgress);
    }
    default:
      return assertNever(whole);
  }
}

function simulate(request: SimulationRequest, threads: number) {
  const script = fileURLToPath(import.meta.url);
  return simulateOnThreads({ request, script, threads, onProgress });
}

function answerBlocks({ plan, options, seed, rates }: SimulationRequest): void {
  const model = compileForecast(plan, options, rates);
  const run = new BlockRun(model, makeVariants(model), seed);
  parentPort?.on('message', (range: RangeAsked) => {
    if ('places' in range) {
      answer({ kind: 'compared', result: tellSteps('compared', range, run.compareInSteps(range)) });
      return;
    }
    const block = tellSteps('block', range, run.runInSteps(range.from, range.count));
    answer({ kind: 'block', block }, buffersOf(block));
  });
}

function tellSteps<T>(
  of: 'block' | 'compared',
  { from }: RangeAsked,
  steps: Generator<number, T>,
): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    answer({ kind: 'step', of, from, done: step.value });
  }
}

/** The room of a block's numbers, which is handed over and not copied. */
function buffersOf({
  variants,
  effort,
  milestones,
  taskFinishes,
}: BlockResult): readonly ArrayBuffer[] {
  const columns = [
    ...variants.flatMap(({ finish, cost }) => [finish, cost]),
    effort,
    ...milestones,
    taskFinishes,
  ];
  return columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
