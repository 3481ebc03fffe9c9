import type { PanelActions } from '../state/panelPart.ts';
import type { ChartModel } from './chartModel.ts';

/** Keeps the forecast of the bars up to the plan while it is shown; nothing is simulated before. */
export class ForecastFollower {
  readonly #actions: Pick<PanelActions, 'forecast'>;
  readonly #model: ChartModel;
  /** The revision that was asked for last. */
  #asked: number | undefined;

  constructor(actions: Pick<PanelActions, 'forecast'>, model: ChartModel) {
    this.#actions = actions;
    this.#model = model;
  }

  follow(): void {
    const { plan, choices } = this.#model;
    if (!plan || !choices.isForecastShown || plan.revision === this.#asked) return;
    this.#asked = plan.revision;
    void this.#ask(plan.revision);
  }

  async #ask(revision: number): Promise<void> {
    const forecast = await this.#actions.forecast();
    if (!forecast || revision !== this.#asked) return;
    this.#model.showForecast(new Map(forecast.bars.map(bar => [bar.id, bar])));
  }
}
