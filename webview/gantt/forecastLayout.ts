import type { ForecastBar } from '../../src/core/views/forecastView.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import type { Bar } from './barLayout.ts';
import { textAt } from './columnar.ts';
import { toPx, type TimeScale } from './timeScale.ts';

/** When a task may finish: a whisker from one in ten to nine in ten, with a stop at four in five. */
export interface ForecastWhisker {
  readonly row: number;
  readonly p10X: number;
  readonly p50X: number;
  readonly p80X: number;
  readonly p90X: number;
  /** How far it reaches beyond the bar: the label stands behind it. */
  readonly pastPx: number;
  readonly middleY: number;
  readonly height: number;
}

/** What the whiskers are laid out against. */
export interface ForecastScene {
  readonly view: GanttView;
  readonly scale: TimeScale;
  readonly viewport: { readonly leftPx: number; readonly widthPx: number };
  /** By the id of a task; undefined while no forecast is shown. */
  readonly forecast?: ReadonlyMap<string, ForecastBar> | undefined;
}

/** Narrower than this, nothing would be seen of what is uncertain. */
const leastPx = 2;

/** The whiskers of the bars; none where the finish is as good as certain. */
export function layoutForecast(
  { view, scale, viewport, forecast }: ForecastScene,
  bars: readonly Bar[],
): readonly ForecastWhisker[] {
  if (!forecast) return [];
  const xOf = (at: number): number => toPx(scale, at) - viewport.leftPx;
  return bars.flatMap(({ row, shape, rightX, middleY, height }): readonly ForecastWhisker[] => {
    const dates = shape === 'task' ? forecast.get(textAt(view.rows.id, row)) : undefined;
    if (!dates) return [];
    const [p10X, p50X, p80X, p90X] = [dates.p10, dates.p50, dates.p80, dates.p90].map(xOf);
    if (p10X === undefined || p50X === undefined || p80X === undefined || p90X === undefined) {
      return [];
    }
    if (p90X - p10X < leastPx || p90X < 0 || p10X > viewport.widthPx) return [];
    const pastPx = Math.max(0, p90X - rightX);
    return [{ row, p10X, p50X, p80X, p90X, pastPx, middleY, height }];
  });
}
