import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ok, type Result } from '../../core/base/result.ts';
import type { Extent } from '../../core/forecast/collectedBlocks.ts';
import { forecastData } from '../../core/forecast/forecastData.ts';
import { defaultIterations, defaultSeed, mostIterations } from '../../core/forecast/simulate.ts';
import { errorsOf } from '../brokenFiles.ts';
import {
  misused,
  type CliCall,
  type CliContext,
  type CliFailure,
  type CliResult,
} from '../cliCommand.ts';
import { simulateOnThreads } from '../../node/forecastThreads.ts';
import { locateProblems } from '../locateProblems.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { simulateText } from '../simulateText.ts';
import { readStatusDate } from '../statusDate.ts';

export async function run(
  { words, values, switches }: CliCall,
  ctx: CliContext,
): Promise<CliResult> {
  if (words.length > 0) {
    return misused(`"${words.join(' ')}" is too much; gantry simulate takes only options`);
  }
  const extent = readExtent(values['iterations']);
  if (!extent.ok) return extent;
  const seed = readWhole('seed', values['seed'] ?? String(defaultSeed), 0, Number.MAX_SAFE_INTEGER);
  if (!seed.ok) return seed;
  const statusDate = readStatusDate({ values });
  if (!statusDate.ok) return statusDate;
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { plan } = snapshot;
  const options = { statusDate: statusDate.value, today: todayOf(ctx) };
  const request = { plan, options, seed: seed.value, extent: extent.value };
  const script = path.join(path.dirname(ctx.host.program.at(-1) ?? ''), 'forecast-worker.js');
  const forecast = await simulateOnThreads({ request, script, threads: availableParallelism() });
  return ok({
    kind: 'simulate',
    data: forecastData(forecast),
    text:
      ctx.format === 'text'
        ? simulateText(forecast, plan, { ctx, isExplained: switches.has('explain') })
        : '',
    problems: locateProblems(errorsOf(snapshot.problems), snapshot),
    folder,
  });
}

/** A number that is asked for is kept; without one, the run ends once the quantiles have settled. */
function readExtent(text: string | undefined): Result<Extent, CliFailure> {
  if (text === undefined) return ok({ iterations: defaultIterations, mayStopEarly: true });
  const iterations = readWhole('iterations', text, 100, mostIterations);
  return iterations.ok ? ok({ iterations: iterations.value, mayStopEarly: false }) : iterations;
}

function readWhole(
  name: string,
  text: string,
  least: number,
  most: number,
): Result<number, CliFailure> {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return ok(value);
  return misused(
    `--${name} must be a whole number from ${least} to ${most}, and "${text}" is none`,
  );
}
