import type { Disposable } from '../../src/core/base/disposable.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { ChartModel } from './chartModel.ts';
import { CommitFollower } from './commitFollower.ts';
import { ForecastFollower } from './forecastFollower.ts';

/** What keeps that up to the plan which the host is asked for only while it is shown. */
export function createFollowers(
  actions: PanelActions,
  model: ChartModel,
): Disposable & { follow(): void } {
  const forecast = new ForecastFollower(actions, model);
  const commits = new CommitFollower(actions, model);
  return {
    follow: () => {
      forecast.follow();
      commits.follow();
    },
    dispose: () => commits.dispose(),
  };
}
