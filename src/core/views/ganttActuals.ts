import { formatDuration, formatEstimate } from '../model/duration.ts';
import type { Instant } from '../model/instant.ts';
import type { Task } from '../model/task.ts';
import type { GanttActuals } from './ganttView.ts';
import type { OutlineLine, PlanOutline } from './outline.ts';

/**
 * What the files record of work: when it started, until when it went on, and what it took. Undefined
 * in a plan of which nothing is recorded.
 *
 * @param now until when work that has not ended is known to go on
 */
export function fillActuals({ lines }: PlanOutline, now: Instant): GanttActuals | undefined {
  const row: number[] = [];
  const stretches: Stretch[] = [];
  const spent: string[] = [];
  const remaining: string[] = [];
  lines.forEach((line, i) => {
    const { item, hasChildren } = line;
    if (item.kind !== 'task' || hasChildren || !isRecorded(item)) return;
    row.push(i);
    stretches.push(stretchOf(item, line, now));
    spent.push(item.spent ? formatDuration(item.spent) : '');
    remaining.push(item.remaining ? formatEstimate(item.remaining) : '');
  });
  if (row.length === 0) return undefined;
  return {
    count: row.length,
    row: Int32Array.from(row),
    from: Float64Array.from(stretches, ({ from }) => from),
    to: Float64Array.from(stretches, ({ to }) => to),
    isOver: Uint8Array.from(stretches, ({ isOver }) => (isOver ? 1 : 0)),
    spent,
    remaining,
  };
}

function isRecorded({ started, finished, spent, remaining }: Task): boolean {
  return (started ?? finished ?? spent ?? remaining) !== undefined;
}

interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly isOver: boolean;
}

/** Of a date without a time, the schedule knows the moment: it holds what happened where it was. */
function stretchOf(
  { started, finished, status }: Task,
  { dates }: Pick<OutlineLine, 'dates'>,
  now: Instant,
): Stretch {
  const isOver = finished !== undefined || status === 'done';
  if (!started || !dates || dates.kind !== 'task') return { from: NaN, to: NaN, isOver };
  const from = dates.start;
  if (isOver) return { from, to: dates.finish, isOver };
  return now > from ? { from, to: now, isOver } : { from: NaN, to: NaN, isOver };
}
