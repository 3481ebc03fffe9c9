import type { Forecast } from '../core/forecast/forecast.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';

/** A forecast in the making. */
export interface ForecastJob {
  /** Undefined where it was cancelled. */
  readonly done: Promise<Forecast | undefined>;
  readonly cancel: () => void;
}

/** Has a forecast made on threads of their own; it is told the share that is done. */
export type StartForecast = (
  request: SimulationRequest,
  onProgress: (share: number) => void,
) => Promise<ForecastJob>;
