import { dayOf } from '../../src/core/model/instant.ts';
import { isHeading, type GanttView } from '../../src/core/views/ganttView.ts';
import { daysText, lastDayOf, shortDay, spokenDays, yearOf } from './dateText.ts';
import type { ShownBaseline } from './shownBaseline.ts';

/** `+3d`, `−1d`, `0d`; `new` for what was not in the baseline yet. */
export function varianceText(
  view: GanttView,
  baseline: ShownBaseline | undefined,
  row: number,
): string {
  if (!baseline || isHeading(view, row)) return '';
  const variance = baseline.varianceOf(row);
  if (Number.isNaN(variance)) return Number.isNaN(baseline.finishOf(row)) ? 'new' : '';
  const days = daysText(Math.abs(variance), view.durationScale.minutesPerDay);
  if (days === '0d') return days;
  return variance > 0 ? `+${days}` : `−${days}`;
}

/** `3d later than Kickoff (2 Mar – 13 Mar)`, for the tooltip. */
export function baselineFact(
  view: GanttView,
  baseline: ShownBaseline | undefined,
  row: number,
): string {
  if (!baseline || isHeading(view, row)) return '';
  const finish = baseline.finishOf(row);
  if (Number.isNaN(finish)) return `Not in ${baseline.title}`;
  const year = yearOf(view.today);
  const first = shortDay(dayOf(baseline.startOf(row)), year);
  const last = shortDay(lastDayOf(finish), year);
  const dates = first === last || first === '' ? last : `${first} – ${last}`;
  const variance = baseline.varianceOf(row);
  const days = daysText(Math.abs(variance), view.durationScale.minutesPerDay);
  if (days === '') return `${dates} in ${baseline.title}`;
  if (days === '0d') return `As in ${baseline.title} (${dates})`;
  return `${days} ${variance > 0 ? 'later' : 'earlier'} than in ${baseline.title} (${dates})`;
}

/** `3 days later than the baseline`, for the ear. */
export function spokenVariance(
  view: GanttView,
  baseline: ShownBaseline | undefined,
  row: number,
): string {
  if (!baseline || isHeading(view, row)) return '';
  const variance = baseline.varianceOf(row);
  if (Number.isNaN(variance)) {
    return Number.isNaN(baseline.finishOf(row)) ? 'not in the baseline' : '';
  }
  const days = spokenDays(Math.abs(variance), view.durationScale.minutesPerDay);
  if (days === '0 days') return 'as in the baseline';
  return `${days} ${variance > 0 ? 'later' : 'earlier'} than the baseline`;
}
