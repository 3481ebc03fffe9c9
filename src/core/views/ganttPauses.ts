import type { DurationScale } from '../model/duration.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { findPauses } from '../schedule/taskPauses.ts';
import type { GanttPauses } from './ganttView.ts';
import type { PlanOutline } from './outline.ts';

/** The pauses of work that is split; undefined in a plan where none is. */
export function fillPauses(
  { lines }: PlanOutline,
  schedule: Schedule,
  scale: DurationScale,
): GanttPauses | undefined {
  const row: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  lines.forEach(({ item, dates }, i) => {
    if (item.kind !== 'task' || item.split.length < 2 || !dates) return;
    const calendar = schedule.calendarOf(item.id);
    for (const pause of findPauses(item, dates, { calendar, scale })) {
      row.push(i);
      from.push(pause.from);
      to.push(pause.to);
    }
  });
  if (row.length === 0) return undefined;
  return {
    count: row.length,
    row: Int32Array.from(row),
    from: Float64Array.from(from),
    to: Float64Array.from(to),
  };
}
