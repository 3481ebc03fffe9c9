import { tellFinishDay, tellShift } from '../core/forecast/chanceWords.ts';
import type { ForecastPoint } from '../core/forecast/forecastHistory.ts';
import { hasMoved, tellHistory, tellOthers, tellSubject } from '../core/forecast/tellPast.ts';
import { formatDay, formatInstant } from '../core/model/instant.ts';
import type { Project } from '../core/model/project.ts';
import type { CliContext } from './cliCommand.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

/** The forecast over time as plain JSON. */
export function forecastHistoryData(points: readonly ForecastPoint[]): object {
  return {
    history: points.map(point => ({
      ...point,
      committedAt: formatInstant(point.committedAt),
      planned: formatInstant(point.planned),
      p50: formatInstant(point.p50),
      confident: formatInstant(point.confident),
    })),
  };
}

/** The slip chart as a table, and for each jump who moved it. */
export function forecastHistoryText(
  points: readonly ForecastPoint[],
  project: Project,
  { table, paint }: CliContext,
): string {
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
  const parts = [headline, chart, ...(jumps.length === 0 ? [] : [`${jumps.join('\n')}\n`])];
  return parts.join('\n');
}
