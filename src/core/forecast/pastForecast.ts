import { computeSchedule } from '../schedule/computeSchedule.ts';
import { calibrate, type Calibration } from './calibration.ts';
import { correctedPlan } from './correctedPlan.ts';
import type { Forecast, Quantiles } from './forecast.ts';
import type { SimulationRequest } from './simulate.ts';
import { forecastThroughput, type ThroughputForecast } from './throughput.ts';

/** What the project's own past says of its estimates, to be put beside the stated forecast. */
export interface PastForecast {
  /** Undefined while too few tasks are finished. */
  readonly calibration: Calibration | undefined;
  /** The finish with estimates as the past would have them; undefined without calibration. */
  readonly corrected: Quantiles | undefined;
  /** Undefined without a history of finished tasks. */
  readonly throughput: ThroughputForecast | undefined;
}

/**
 * What the finished tasks say: of the estimates, and of the pace.
 *
 * @param simulate makes the forecast that the corrected estimates give
 */
export async function makePastForecast(
  request: SimulationRequest,
  simulate: (request: SimulationRequest) => Promise<Forecast>,
): Promise<PastForecast> {
  const { plan, options, seed } = request;
  const calibration = calibrate(plan, computeSchedule(plan, options));
  return {
    calibration,
    corrected: calibration && (await forecastCorrected(request, calibration, simulate)),
    throughput: forecastThroughput(plan, options.today ?? 0, seed),
  };
}

async function forecastCorrected(
  request: SimulationRequest,
  calibration: Calibration,
  simulate: (request: SimulationRequest) => Promise<Forecast>,
): Promise<PastForecast['corrected']> {
  const plan = correctedPlan(request.plan, calibration);
  return (await simulate({ ...request, plan, isPresentOnly: true })).finish.quantiles;
}
