import {
  forecastHistoryInSteps,
  type ForecastPoint,
  type HistoryRequest,
} from '../core/forecast/forecastHistory.ts';
import { replayPlan } from '../core/store/replayPlan.ts';
import { currentInstant } from './systemClock.ts';

/** The forecast at each commit and of the files as they are, telling the share that is done: 0 to 1. */
export function* historyInSteps({
  past,
  present,
  options,
  seed,
}: HistoryRequest): Generator<number, readonly ForecastPoint[]> {
  const versions = [...replayPlan(past)].map(version => ({
    ...version,
    committedAt: currentInstant(new Date(version.committedAt * 1000)),
  }));
  return yield* forecastHistoryInSteps([...versions, present], { options, seed });
}
