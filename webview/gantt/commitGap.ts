import { dayOf } from '../../src/core/model/instant.ts';
import { isClosed, taskStatuses } from '../../src/core/model/task.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { numberAt } from './columnar.ts';
import { lastDayOf } from './dateText.ts';
import type { ShownBaseline } from './shownBaseline.ts';
import type { TaskCommits } from './shownCommits.ts';

/** By how many calendar days work was later than planned; below zero: earlier. */
export interface CommitGap {
  /** From the planned start to the first commit; undefined where no start was planned. */
  readonly start: number | undefined;
  /**
   * From the planned finish to the last commit; undefined where none was planned, and of work that
   * goes on and is not late yet.
   */
  readonly finish: number | undefined;
  /** What was planned: the first day, and the last. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** The title of the baseline that it was planned in; undefined for the plan as it stands. */
  readonly baseline: string | undefined;
}

/** The plan beside what the commits say: the plan of the baseline where it has the row. */
export function gapOf(
  { view, baseline }: { readonly view: GanttView; readonly baseline?: ShownBaseline | undefined },
  row: number,
  { days }: TaskCommits,
): CommitGap {
  const isInBaseline = baseline !== undefined && !Number.isNaN(baseline.finishOf(row));
  const start = isInBaseline ? baseline.startOf(row) : numberAt(view.rows.start, row);
  const finish = isInBaseline ? baseline.finishOf(row) : numberAt(view.rows.finish, row);
  const [firstDay, lastDay] = [dayOf(start), Math.max(dayOf(start), lastDayOf(finish))];
  const status = taskStatuses[numberAt(view.rows.status, row)] ?? 'todo';
  const after = (days.at(-1) ?? Number.NaN) - lastDay;
  return {
    start: wholeOf((days[0] ?? Number.NaN) - firstDay),
    finish: isClosed({ status }) || after > 0 ? wholeOf(after) : undefined,
    firstDay,
    lastDay,
    baseline: isInBaseline ? baseline.title : undefined,
  };
}

function wholeOf(days: number): number | undefined {
  return Number.isNaN(days) ? undefined : days;
}
