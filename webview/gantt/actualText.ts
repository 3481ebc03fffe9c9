import { dayOf } from '../../src/core/model/instant.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { numberAt, textAt } from './columnar.ts';
import { lastDayOf, shortDay, spokenDay, yearOf } from './dateText.ts';
import { entriesOfRow } from './rowMarks.ts';

/** `Since 2 Mar, 3d spent, 2d remaining`, or `2 Mar – 9 Mar, 6d spent`; empty without a record. */
export function actualText(view: GanttView, row: number): string {
  const year = yearOf(view.today);
  const record = recordOf(view, row);
  if (!record) return '';
  const { from, to, isOver, work } = record;
  const start = shortDay(dayOf(from), year);
  const end = shortDay(lastDayOf(to), year);
  const days = !isOver ? `Since ${start}` : start === end ? start : `${start} – ${end}`;
  return [start === '' ? '' : days, ...work].filter(part => part !== '').join(', ');
}

/** `under way since 2 March, 3d spent`, for the ear; of what is done, its dates say the rest. */
export function spokenActual(view: GanttView, row: number): string {
  const record = recordOf(view, row);
  if (!record) return '';
  const start = spokenDay(dayOf(record.from), yearOf(view.today));
  const since = record.isOver ? 'as it happened' : `under way since ${start}`;
  return [start === '' ? '' : since, ...record.work].filter(part => part !== '').join(', ');
}

interface WorkRecord {
  readonly from: number;
  readonly to: number;
  readonly isOver: boolean;
  readonly work: readonly string[];
}

function recordOf({ actuals }: GanttView, row: number): WorkRecord | undefined {
  const [entry] = entriesOfRow(actuals, row);
  if (!actuals || entry === undefined) return undefined;
  const spent = textAt(actuals.spent, entry);
  const remaining = textAt(actuals.remaining, entry);
  const isOver = actuals.isOver[entry] === 1;
  return {
    from: numberAt(actuals.from, entry),
    to: numberAt(actuals.to, entry),
    isOver,
    work: [
      spent === '' ? '' : `${spent} spent`,
      remaining === '' || isOver ? '' : `${remaining} remaining`,
    ],
  };
}
