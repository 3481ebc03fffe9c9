import { dayOf } from '../../src/core/model/instant.ts';
import type { GanttPauses, GanttView } from '../../src/core/views/ganttView.ts';
import { numberAt } from './columnar.ts';
import { lastDayOf, shortDay, yearOf } from './dateText.ts';
import { entriesOfRow } from './rowMarks.ts';
import type { WorkingTime } from './workingTime.ts';

/** The pauses of a row, in order; none of a row whose work runs through. */
export function pausesOfRow(pauses: GanttPauses | undefined, row: number): readonly number[] {
  return entriesOfRow(pauses, row);
}

/** Working minutes between start and finish in which the work of a row stands still. */
export function pausedMinutes(
  { pauses }: Pick<GanttView, 'pauses'>,
  row: number,
  workingTime: WorkingTime,
): number {
  let minutes = 0;
  for (const pause of pausesOfRow(pauses, row)) {
    minutes += workingTime.workBetween(
      numberAt(pauses?.from ?? [], pause),
      numberAt(pauses?.to ?? [], pause),
    );
  }
  return minutes;
}

/** `2: 2 Mar – 3 Mar, 9 Mar – 11 Mar`; empty for work that runs through. */
export function partsText(view: GanttView, row: number): string {
  const { pauses, rows } = view;
  const found = pausesOfRow(pauses, row);
  if (!pauses || found.length === 0) return '';
  const year = yearOf(view.today);
  const starts = [numberAt(rows.start, row), ...found.map(pause => numberAt(pauses.to, pause))];
  const ends = [...found.map(pause => numberAt(pauses.from, pause)), numberAt(rows.finish, row)];
  const spans = starts.map((start, part) => {
    const from = shortDay(dayOf(start), year);
    const to = shortDay(lastDayOf(ends[part] ?? start), year);
    return from === to ? from : `${from} – ${to}`;
  });
  return `${starts.length}: ${spans.join(', ')}`;
}
