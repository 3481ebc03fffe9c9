import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Forecast } from '../core/forecast/forecast.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';
import { simulateOnThreads } from '../node/forecastThreads.ts';
import type { CliContext } from './cliCommand.ts';

/** Simulates a plan on all cores; the script of a thread lies beside that of the command line. */
export function simulatePlan(request: SimulationRequest, { host }: CliContext): Promise<Forecast> {
  const script = path.join(path.dirname(host.program.at(-1) ?? ''), 'forecast-worker.js');
  return simulateOnThreads({ request, script, threads: availableParallelism() });
}
