import type { Disposable } from '../core/base/disposable.ts';
import type { ForecastJob } from './forecastJob.ts';
import type { PlanViews } from './planViews.ts';

/** Starts what a run makes of a plan; undefined where nothing can be made. */
export type StartRun<View> = (
  views: PlanViews,
  onProgress: (share: number) => void,
) => Promise<ForecastJob<View>>;

/** One kind of simulation of one plan: at most one runs, and the last answer is kept while it holds. */
export class ForecastRun<View> implements Disposable {
  readonly #start: StartRun<View>;
  readonly #tell: (share: number) => void;
  #job: ForecastJob<View> | undefined;
  #running: { readonly views: PlanViews; readonly answer: Promise<View | null> } | undefined;
  #known: { readonly views: PlanViews; readonly view: View } | undefined;

  /**
   * @param start has it made elsewhere
   * @param tell is told the share that is done
   */
  constructor(start: StartRun<View>, tell: (share: number) => void) {
    this.#start = start;
    this.#tell = tell;
  }

  /** Simulates the plan; null where it was stopped, or another simulation was asked for meanwhile. */
  async run(views: PlanViews): Promise<View | null> {
    if (this.#known?.views === views) return this.#known.view;
    // Two views may ask for the same at once.
    if (this.#running?.views === views) return this.#running.answer;
    this.stop();
    const answer = this.#make(views);
    this.#running = { views, answer };
    return answer;
  }

  async #make(views: PlanViews): Promise<View | null> {
    const job = await this.#start(views, share => {
      if (this.#job === job) this.#tell(share);
    });
    if (this.#running?.views !== views) {
      job.cancel();
      return null;
    }
    this.#job = job;
    const view = await job.done;
    if (this.#job === job) this.stop();
    if (!view) return null;
    this.#known = { views, view };
    return view;
  }

  /** What is known holds no longer. */
  forget(): void {
    this.#known = undefined;
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
