import { tellDaySpan, tellFinishDay, tellShift } from '../core/forecast/chanceWords.ts';
import { historyIterations, type ForecastPoint } from '../core/forecast/forecastHistory.ts';
import { hasMoved, tellHistory, tellOthers, tellSubject } from '../core/forecast/tellPast.ts';
import { formatDay, formatInstant } from '../core/model/instant.ts';
import type { Project } from '../core/model/project.ts';
import type { CliContext } from './cliCommand.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

/** The forecast over time as plain JSON. */
export function forecastHistoryData(points: readonly ForecastPoint[]): object {
  return {
    iterations: historyIterations,
    history: points.map(point => ({
      ...point,
      committedAt: formatInstant(point.committedAt),
      planned: formatInstant(point.planned),
      p50: formatInstant(point.p50),
      confident: formatInstant(point.confident),
      bounds: point.bounds.map(formatInstant),
    })),
  };
}

/** The slip chart as a table, and for each jump who moved it. */
export function forecastHistoryText(
  points: readonly ForecastPoint[],
  project: Project,
  { ctx, seed }: { readonly ctx: CliContext; readonly seed: number },
): string {
  const { table, paint } = ctx;
  const headline = `${paint.bold(tellHistory(points, project))}\n`;
  if (points.length < 2) return headline;
  const { minutesPerDay } = project.durationScale;
  const label = `P${Math.round((project.forecast?.confidence ?? 0.8) * 100)}`;
  const slipText = (minutes: number): string => tellShift(minutes, minutesPerDay);
  const chart = formatTable(
    points,
    [
      { title: 'commit', text: ({ commit }) => (commit === '' ? 'now' : commit.slice(0, 8)) },
      { title: 'on', text: ({ committedAt }) => formatDay(committedAt) },
      { title: 'schedule', text: ({ planned }) => tellFinishDay(planned) },
      { title: 'P50', text: ({ p50 }) => tellFinishDay(p50) },
      { title: label, text: ({ confident }) => tellFinishDay(confident) },
      { title: '95% between', text: ({ bounds }) => tellDaySpan(bounds) },
      { title: 'moved', text: ({ slip }) => (hasMoved(slip, project) ? slipText(slip) : '') },
      { title: 'subject', text: tellSubject, isFlexible: true },
    ],
    table,
  );
  const jumps = points
    .filter(({ causes }) => causes.length > 0)
    .map(({ commit, subject, slip, causes }) => {
      const head = `${commit === '' ? 'now' : commit.slice(0, 8)} ${oneLine(subject)}: ${slipText(slip)}`;
      const lines = causes.map(
        cause =>
          `  ${slipText(cause.minutes)} by ${cause.id} "${oneLine(cause.title)}"${tellOthers(cause)} (${cause.fields.join(', ')})`,
      );
      return [paint.bold(head), ...lines].join('\n');
    });
  const made = paint.dim(
    `Each row is from ${historyIterations} iterations with seed ${seed}, and the true ${label} lies between the days beside it. gantry simulate makes more of them for now, and may end up on another of these days.`,
  );
  const parts = [
    headline,
    chart,
    ...(jumps.length === 0 ? [] : [`${jumps.join('\n')}\n`]),
    `${made}\n`,
  ];
  return parts.join('\n');
}
