import { ok, type Result } from '../core/base/result.ts';
import type { Extent } from '../core/forecast/collectedBlocks.ts';
import { defaultIterations, defaultSeed, mostIterations } from '../core/forecast/simulate.ts';
import type { PlanDate } from '../core/model/instant.ts';
import { readStatusDate } from './statusDate.ts';
import { misused, type CliCall, type CliFailure } from './cliCommand.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly extent: Extent;
  /** How many commits of the past are to be simulated; undefined for the present alone. */
  readonly history: number | undefined;
  readonly statusDate: PlanDate | undefined;
}

/** Each commit is simulated, and so is each item that changed in one that moved the finish. */
const mostCommits = 200;

/** The numbers, and the date, that a call names. */
export function readSimulationOptions({
  values,
}: Pick<CliCall, 'values'>): Result<SimulationOptions, CliFailure> {
  const iterations = readWhole('iterations', values['iterations'], [100, mostIterations]);
  if (!iterations.ok) return iterations;
  const seed = readWhole('seed', values['seed'], [0, Number.MAX_SAFE_INTEGER]);
  if (!seed.ok) return seed;
  const history = readWhole('history', values['history'], [1, mostCommits]);
  if (!history.ok) return history;
  const statusDate = readStatusDate({ values });
  if (!statusDate.ok) return statusDate;
  // A number that is asked for is kept; without one, the run ends once the dates have settled.
  const extent = {
    iterations: iterations.value ?? defaultIterations,
    mayStopEarly: iterations.value === undefined,
  };
  return ok({
    seed: seed.value ?? defaultSeed,
    extent,
    history: history.value,
    statusDate: statusDate.value,
  });
}

function readWhole(
  name: string,
  text: string | undefined,
  [least, most]: readonly [number, number],
): Result<number | undefined, CliFailure> {
  if (text === undefined) return ok(undefined);
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return ok(value);
  return misused(
    `--${name} must be a whole number from ${least} to ${most}, and "${text}" is none`,
  );
}
