import { fillRect, type Brush } from './brush.ts';
import type { ForecastWhisker } from './forecastLayout.ts';

/** How dense the fade is up to the half, up to four in five, and up to nine in ten. */
const densities = [0.5, 0.3, 0.15] as const;

/** A fade behind the end of the bar, thinner the less likely, and a whisker over it. */
export function paintForecast(
  brush: Brush,
  whiskers: readonly ForecastWhisker[],
  isDimmed: (row: number) => boolean,
): void {
  const { ctx, palette } = brush;
  for (const { row, p10X, p50X, p80X, p90X, middleY, height } of whiskers) {
    const whole = isDimmed(row) ? 0.4 : 1;
    const ends = [p10X, p50X, p80X, p90X];
    ctx.fillStyle = palette.ink.labelMuted;
    densities.forEach((density, place) => {
      const [from = 0, to = 0] = ends.slice(place);
      ctx.globalAlpha = density * whole;
      fillRect(brush, from, middleY - height / 2, [to - from, height]);
    });
    ctx.globalAlpha = whole;
    ctx.fillStyle = palette.ink.label;
    fillRect(brush, p10X, middleY - 0.5, [p90X - p10X, 1]);
    fillRect(brush, p10X, middleY - 2.5, [1, 5]);
    fillRect(brush, p90X - 1, middleY - 2.5, [1, 5]);
    fillRect(brush, p80X - 1, middleY - 5, [2, 10]);
  }
  ctx.globalAlpha = 1;
}
