import type { Forecast } from '../core/forecast/forecast.ts';
import type { ForecastPoint, HistoryRequest } from '../core/forecast/forecastHistory.ts';
import type { PastForecast } from '../core/forecast/pastForecast.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';

/** A forecast in the making. */
export interface ForecastJob<Made> {
  /** Undefined where it was cancelled. */
  readonly done: Promise<Made | undefined>;
  readonly cancel: () => void;
}

/** Has something made on threads of their own; it is told the share that is done. */
export type StartJob<Request, Made> = (
  request: Request,
  onProgress: (share: number) => void,
) => Promise<ForecastJob<Made>>;

/** All that is made apart from the editor's own thread. */
export interface ForecastThreads {
  readonly forecast: StartJob<SimulationRequest, Forecast>;
  readonly calibration: StartJob<SimulationRequest, PastForecast>;
  readonly history: StartJob<HistoryRequest, readonly ForecastPoint[]>;
}
