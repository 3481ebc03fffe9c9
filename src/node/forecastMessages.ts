import type { BlockResult } from '../core/forecast/blockResult.ts';
import type { Forecast } from '../core/forecast/forecast.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';

/** What a thread is started with: to make blocks that are asked for, or a whole forecast. */
export interface ForecastTask {
  readonly work: 'blocks' | 'whole';
  readonly request: SimulationRequest;
  /** How many threads a whole forecast may use besides its own. */
  readonly threads: number;
}

/** What a thread answers. */
export type ForecastAnswer =
  | { readonly kind: 'block'; readonly block: BlockResult }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'forecast'; readonly forecast: Forecast };
