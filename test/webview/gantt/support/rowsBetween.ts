import type { GanttRows } from '../../../../src/core/views/ganttView.ts';
import type { TimeRange } from '../../../../webview/gantt/timeScale.ts';
import { buildView } from './buildView.ts';

const firstMinute = Date.UTC(2026, 2, 2) / 60_000;

/** Tasks from one day to another of a plan of so many days, day 0 the first. */
export function rowsBetween(
  days: number,
  bars: readonly { readonly from: number; readonly to: number; readonly isCritical?: boolean }[],
): { readonly rows: GanttRows; readonly range: TimeRange } {
  const dayText = (day: number): string =>
    new Date((firstMinute + day * 1440) * 60_000).toISOString().slice(0, 10);
  const { rows } = buildView(
    bars.map(({ from, to, isCritical = false }, row) => ({
      id: `T-${row}`,
      start: dayText(from),
      finish: dayText(to),
      flags: isCritical ? ['critical'] : [],
    })),
  );
  return { rows, range: { from: firstMinute, to: firstMinute + days * 1440 } };
}
