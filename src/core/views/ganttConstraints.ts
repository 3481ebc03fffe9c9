import type { Instant, PlanDate } from '../model/instant.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { isFinishHold, rowHolds, type GanttConstraints, type RowHold } from './ganttView.ts';
import type { PlanOutline } from './outline.ts';

const dayMinutes = 1440;

/** What holds the tasks of an outline by hand; undefined in a plan where nothing does. */
export function fillConstraints(
  { lines }: PlanOutline,
  schedule: Schedule,
): GanttConstraints | undefined {
  const row: number[] = [];
  const kind: number[] = [];
  const at: Instant[] = [];
  lines.forEach(({ item }, i) => {
    if (item.kind !== 'task' || (!item.constraint && !item.pinned)) return;
    const add = (hold: RowHold, date: PlanDate | undefined): void => {
      row.push(i);
      kind.push(rowHolds.indexOf(hold));
      at.push(date ? momentOf(item.id, hold, date, schedule) : NaN);
    };
    const { constraint, pinned } = item;
    if (constraint && constraint.kind !== 'ASAP') {
      add(constraint.kind, 'date' in constraint ? constraint.date : undefined);
    }
    if (pinned) add('pinned', pinned);
  });
  if (row.length === 0) return undefined;
  return {
    count: row.length,
    row: Int32Array.from(row),
    kind: Uint8Array.from(kind),
    at: Float64Array.from(at),
  };
}

/** A date without a time is the beginning of that day's work, or its end where it holds a finish. */
function momentOf(id: string, hold: RowHold, date: PlanDate, schedule: Schedule): Instant {
  if (date.hasTime) return date.at;
  const calendar = schedule.calendarOf(id);
  const end = date.at + dayMinutes;
  if (isFinishHold(hold)) {
    const finish = calendar.previousWork(end);
    return finish > date.at ? finish : end;
  }
  const start = calendar.nextWork(date.at);
  return start < end ? start : date.at;
}
