import { calibrate, type Calibration } from '../core/forecast/calibration.ts';
import { correctedPlan } from '../core/forecast/correctedPlan.ts';
import type { Forecast } from '../core/forecast/forecast.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';
import { forecastThroughput, type ThroughputForecast } from '../core/forecast/throughput.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import type { CliContext } from './cliCommand.ts';
import { simulatePlan } from './simulatePlan.ts';

/** What the project's own past says of its estimates, beside the stated forecast. */
export interface PastForecast {
  readonly calibration: Calibration | undefined;
  /** The forecast with estimates as the past would have them. */
  readonly corrected: Forecast | undefined;
  readonly throughput: ThroughputForecast | undefined;
}

/** What the finished tasks say: of the estimates, and of the pace. */
export async function readPastForecast(
  request: SimulationRequest,
  ctx: CliContext,
): Promise<PastForecast> {
  const { plan, options, seed } = request;
  const calibration = calibrate(plan, computeSchedule(plan, options));
  return {
    calibration,
    corrected:
      calibration &&
      (await simulatePlan({ ...request, plan: correctedPlan(plan, calibration) }, ctx)),
    throughput: forecastThroughput(plan, options.today ?? 0, seed),
  };
}
