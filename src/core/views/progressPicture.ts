import { formatCsv } from '../base/csvText.ts';
import { formatDay, minutesPerDay } from '../model/instant.ts';
import type { ProgressPage, ProgressPoint } from './progressPage.ts';

/** The picture is laid out in these units and stretched to the room that it has. */
export const progressSize = {
  width: 640,
  height: 220,
  left: 48,
  right: 12,
  top: 12,
  bottom: 24,
} as const;

export interface ProgressLayout {
  /** Work done by the end of each week (burn-up), and what was left then (burn-down). */
  readonly done: string;
  readonly left: string;
  /** The height of all work. */
  readonly scopeY: number;
  readonly amounts: readonly { readonly y: number; readonly label: string }[];
  readonly dates: readonly { readonly x: number; readonly label: string }[];
}

export function layOutProgress({ weeks, total, perDay }: ProgressPage): ProgressLayout {
  const { width, height, left, right, top, bottom } = progressSize;
  const most = Math.max(1, total);
  const xOf = (place: number): number =>
    round(left + ((width - left - right) * place) / Math.max(1, weeks.length));
  const yOf = (minutes: number): number =>
    round(height - bottom - ((height - top - bottom) * Math.max(0, minutes)) / most);
  const path = (first: number, of: (week: ProgressPoint) => number): string => {
    const points = weeks.map((week, place) => `${xOf(place + 1)} ${yOf(of(week))}`);
    return `M${[`${xOf(0)} ${yOf(first)}`, ...points].join('L')}`;
  };
  const [start] = weeks;
  const before = start ? start.done - start.doneMinutes : 0;
  const label = (place: number): string => {
    const monday = weeks[Math.min(place, weeks.length - 1)]?.firstDay ?? 0;
    return formatDay((monday + (place === weeks.length ? 6 : 0)) * minutesPerDay);
  };
  const middle = Math.floor(weeks.length / 2);
  return {
    done: path(before, ({ done }) => done),
    left: path(total - before, each => each.left),
    scopeY: yOf(total),
    amounts: [0, 0.5, 1].map(share => ({
      y: yOf(most * share),
      label: `${Math.round((most * share) / perDay)}d`,
    })),
    dates: [...new Set([0, middle, weeks.length])].map(place => ({
      x: xOf(place),
      label: label(place),
    })),
  };
}

/** A row for each week. */
export function progressCsv({ weeks }: ProgressPage): string {
  return formatCsv([
    ['week', 'doneTasks', 'doneMinutes', 'leftMinutes', 'inWork'],
    ...weeks.map(({ firstDay, doneTasks, done, left, inWork }) => [
      formatDay(firstDay * minutesPerDay),
      doneTasks,
      done,
      left,
      inWork,
    ]),
  ]);
}

/** The picture on white, for a page or a slide. */
export function progressSvg(page: ProgressPage): string {
  const { width, height, left, right, bottom } = progressSize;
  const layout = layOutProgress(page);
  const grid = layout.amounts.map(
    ({ y, label }) =>
      `<path stroke="#d1d9e0" d="M${left} ${y}H${width - right}"/><text x="${left - 6}" y="${y + 4}" text-anchor="end">${label}</text>`,
  );
  const dates = layout.dates.map(
    ({ x, label }, place) =>
      `<text x="${x}" y="${height - bottom + 16}" text-anchor="${['start', 'middle', 'end'][place] ?? 'middle'}">${label}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 20}" width="${width * 1.5}" height="${(height + 20) * 1.5}" font-family="sans-serif" font-size="11"><title>Work done and work left, week by week</title><rect width="100%" height="100%" fill="#ffffff"/>${grid.join('')}${dates.join('')}<path fill="none" stroke-width="2.5" stroke="#1a7f37" d="${layout.done}"/><path fill="none" stroke-width="2.5" stroke="#2f6fbf" stroke-dasharray="7 4" d="${layout.left}"/><text x="8" y="${height + 12}" fill="#59636e">Green: work done (burn-up); blue: work left (burn-down); days of work, scope of today</text></svg>\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
