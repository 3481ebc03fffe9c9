import type { BlockResult } from '../core/forecast/blockResult.ts';
import type { BlockRange } from '../core/forecast/collectedBlocks.ts';
import type { ComparedRange, ComparedResult } from '../core/forecast/comparedVariants.ts';
import type { Forecast } from '../core/forecast/forecast.ts';
import type { ForecastPoint, HistoryRequest } from '../core/forecast/forecastHistory.ts';
import type { PastForecast } from '../core/forecast/pastForecast.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';

/** What a thread makes as a whole, by the name of the work: what it is given, and what comes of it. */
export interface ForecastWorks {
  readonly forecast: { readonly request: SimulationRequest; readonly made: Forecast };
  readonly calibration: { readonly request: SimulationRequest; readonly made: PastForecast };
  readonly history: { readonly request: HistoryRequest; readonly made: readonly ForecastPoint[] };
}

/** Something that a thread makes as a whole. */
export type WholeTask = {
  [Work in keyof ForecastWorks]: {
    readonly work: Work;
    readonly request: ForecastWorks[Work]['request'];
    /** How many threads it may use besides its own. */
    readonly threads: number;
  };
}[keyof ForecastWorks];

/** What a thread is started with: to make blocks that are asked for, or a whole whose tasks follow. */
export type ForecastTask =
  { readonly work: 'blocks'; readonly request: SimulationRequest } | WholeTask;

/** What a thread that makes blocks is asked for: all of some iterations, or only some variants. */
export type RangeAsked = BlockRange | ComparedRange;

/** What a thread answers. */
export type ForecastAnswer =
  | { readonly kind: 'block'; readonly block: BlockResult }
  /** So many iterations of what was asked for are made. */
  | {
      readonly kind: 'step';
      readonly of: 'block' | 'compared';
      readonly from: number;
      readonly done: number;
    }
  | { readonly kind: 'compared'; readonly result: ComparedResult }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'made'; readonly made: ForecastWorks[keyof ForecastWorks]['made'] };
