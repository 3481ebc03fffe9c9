import { ok } from '../core/base/result.ts';
import type { Disposable } from '../core/base/disposable.ts';
import {
  defaultIterations,
  defaultSeed,
  type SimulationRequest,
} from '../core/forecast/simulate.ts';
import { computeForecastView } from '../core/views/computeForecastView.ts';
import type { ForecastView } from '../core/views/forecastView.ts';
import type { Reply } from '../protocol/channel.ts';
import { midnightOf } from './clock.ts';
import type { ForecastJob, StartForecast } from './forecastJob.ts';
import type { PlanViews } from './planViews.ts';

/** The simulations of one plan: at most one runs, and the last answer is kept while it holds. */
export class ForecastRuns implements Disposable {
  readonly #start: StartForecast;
  readonly #tell: (share: number) => void;
  #job: ForecastJob | undefined;
  #running: { readonly views: PlanViews; readonly answer: Promise<Reply<'forecast'>> } | undefined;
  #known: { readonly views: PlanViews; readonly forecast: ForecastView } | undefined;

  /**
   * @param start has a forecast made elsewhere
   * @param tell is told the share that is done
   */
  constructor(start: StartForecast, tell: (share: number) => void) {
    this.#start = start;
    this.#tell = tell;
  }

  /** Simulates the plan; null where it was stopped, or another simulation was asked for meanwhile. */
  async run(views: PlanViews): Promise<Reply<'forecast'>> {
    if (this.#known?.views === views) return ok({ forecast: this.#known.forecast });
    // Two views may ask for the same at once.
    if (this.#running?.views === views) return this.#running.answer;
    this.stop();
    const answer = this.#simulate(views);
    this.#running = { views, answer };
    return answer;
  }

  async #simulate(views: PlanViews): Promise<Reply<'forecast'>> {
    const { snapshot, now } = views;
    const request: SimulationRequest = {
      plan: snapshot.plan,
      options: { today: midnightOf(now) },
      seed: defaultSeed,
      extent: { iterations: defaultIterations, mayStopEarly: true },
    };
    const job = await this.#start(request, share => {
      if (this.#job === job) this.#tell(share);
    });
    if (this.#running?.views !== views) {
      job.cancel();
      return ok({ forecast: null });
    }
    this.#job = job;
    const made = await job.done;
    if (this.#job === job) this.stop();
    if (!made) return ok({ forecast: null });
    const forecast = computeForecastView(made, snapshot.plan.project, snapshot.revision);
    this.#known = { views, forecast };
    return ok({ forecast });
  }

  stop(): void {
    this.#job?.cancel();
    this.#job = undefined;
    this.#running = undefined;
  }

  dispose(): void {
    this.stop();
  }
}
