import { layoutActuals, type ActualStrip } from './actualLayout.ts';
import type { Bar } from './barLayout.ts';
import { layoutCommits, type CommitScene, type CommitStrip } from './commitLayout.ts';
import { layoutConstraints, type ConstraintMark, type MarkScene } from './constraintLayout.ts';
import { layoutForecast, type ForecastScene, type ForecastWhisker } from './forecastLayout.ts';

/** What is to be shown at the bars besides their plan. */
export interface ShownMarks {
  /** True while what holds rows by hand is shown. */
  readonly isConstraintShown?: boolean;
  /** True while what really happened is shown. */
  readonly isActualShown?: boolean;
  /** When tasks may finish, by their ids; undefined while that is not shown. */
  readonly forecast?: ForecastScene['forecast'];
  /** The commits of tasks; undefined while they are not shown. */
  readonly commits?: CommitScene['commits'];
}

/** What is drawn at the bars besides their plan. */
export interface MarkLayout {
  readonly constraints: readonly ConstraintMark[];
  readonly actuals: readonly ActualStrip[];
  /** Left out while no forecast is shown. */
  readonly forecast?: readonly ForecastWhisker[];
  /** Left out while no commits are shown. */
  readonly commits?: readonly CommitStrip[];
}

export function layoutMarks(
  scene: MarkScene & CommitScene & ShownMarks,
  bars: readonly Bar[],
): MarkLayout {
  return {
    constraints: scene.isConstraintShown === true ? layoutConstraints(scene, bars) : [],
    actuals: scene.isActualShown === true ? layoutActuals(scene, bars) : [],
    ...(scene.commits ? { commits: layoutCommits(scene, bars) } : {}),
    ...(scene.forecast ? { forecast: layoutForecast(scene, bars) } : {}),
  };
}
