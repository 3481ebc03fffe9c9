import { lastStep } from '../base/lastStep.ts';
import type { Rates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import type { ScheduleOptions } from '../schedule/buildNetwork.ts';
import { answerForecast } from './answerForecast.ts';
import { BlockRun } from './blockRun.ts';
import { CollectedBlocks, type Extent } from './collectedBlocks.ts';
import { ComparedVariants, type ComparedResult } from './comparedVariants.ts';
import type { Forecast } from './forecast.ts';
import { compileForecast } from './forecastModel.ts';
import { RunProgress } from './runProgress.ts';
import { makeVariants } from './variant.ts';

/** What is to be simulated, and how: with the same, the answer is the same to the byte. */
export interface SimulationRequest {
  readonly plan: Plan;
  readonly options: ScheduleOptions;
  /** A whole number of 0 or more. */
  readonly seed: number;
  readonly extent: Extent;
  /** True where only the present state is wanted, and not what risks and responses do. */
  readonly isPresentOnly?: boolean;
  /** What hours of people cost, where the project does not say it. */
  readonly rates?: Rates;
}

export const defaultSeed = 1;
export const defaultIterations = 10_000;
/** More than these say nothing more. */
export const mostIterations = 1_000_000;

/** Simulates a plan in one go. */
export function simulate(request: SimulationRequest): Forecast {
  return lastStep(simulateInSteps(request));
}

/** Simulates a plan block by block, telling now and then the share that is done: 0 to 1. */
export function* simulateInSteps({
  plan,
  options,
  seed,
  extent,
  isPresentOnly = false,
  rates,
}: SimulationRequest): Generator<number, Forecast> {
  const model = compileForecast(plan, options, rates);
  const variants = makeVariants(model).slice(0, isPresentOnly ? 1 : undefined);
  const collected = new CollectedBlocks(model, extent);
  const run = new BlockRun(model, variants, seed);
  const progress = new RunProgress(model, variants, extent.iterations);
  for (const { from, count } of collected.ranges()) {
    const tell = (done: number): number => progress.simulated([{ from: 0, count: from + done }]);
    collected.add(yield* mappedSteps(run.runInSteps(from, count), tell));
    if (collected.isDone) break;
    yield progress.simulated([{ from: 0, count: collected.count }]);
  }
  const compared = new ComparedVariants(model, variants, collected, {
    seed,
    iterations: extent.iterations,
  });
  for (let ranges = compared.ranges(); ranges.length > 0; ranges = compared.ranges()) {
    const results: ComparedResult[] = [];
    for (const range of ranges) {
      yield progress.compared(range.from);
      const tell = (done: number): number => progress.compared(range.from + done);
      results.push(yield* mappedSteps(run.compareInSteps(range), tell));
    }
    compared.add(results);
  }
  return answerForecast({ model, variants, collected, compared, seed, options });
}

/** The same steps, with something else told at each. */
function* mappedSteps<T>(
  steps: Generator<number, T>,
  tell: (said: number) => number,
): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield tell(step.value);
  }
}
