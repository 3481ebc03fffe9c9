import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Forecast } from '../core/forecast/forecast.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';
import { simulateOnThreads } from '../node/forecastThreads.ts';
import type { CliContext } from './cliCommand.ts';
import { withProgressLine } from './progressLine.ts';

/**
 * Simulates a plan on all cores, and says how far that is. The script of a thread lies beside that of the
 * command line.
 */
export function simulatePlan(request: SimulationRequest, ctx: CliContext): Promise<Forecast> {
  const script = path.join(path.dirname(ctx.host.program.at(-1) ?? ''), 'forecast-worker.js');
  return withProgressLine('Simulating the plan', ctx, onProgress =>
    simulateOnThreads({ request, script, threads: availableParallelism(), onProgress }),
  );
}
