import type { Bar } from './barLayout.ts';
import type { Brush } from './brush.ts';
import type { MarkLayout } from './markLayout.ts';
import { paintCommits } from './paintCommits.ts';
import { paintForecast } from './paintForecast.ts';
import { paintActuals, paintConstraints } from './paintMarks.ts';

/** What is shown at the bars besides their plan stands back with them. */
export function paintBarMarks(
  brush: Brush,
  {
    bars,
    actuals,
    constraints,
    forecast = [],
    commits = [],
  }: MarkLayout & { readonly bars: readonly Bar[] },
  isDimmed: (bar: Bar) => boolean,
): void {
  if (actuals.length + constraints.length + forecast.length + commits.length === 0) return;
  const dimmed = new Set(bars.filter(isDimmed).map(({ row }) => row));
  paintForecast(brush, forecast, row => dimmed.has(row));
  paintCommits(brush, commits, row => dimmed.has(row));
  paintActuals(brush, actuals, row => dimmed.has(row));
  paintConstraints(brush, constraints, row => dimmed.has(row));
}
