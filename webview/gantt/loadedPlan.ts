import { minutesPerDay } from '../../src/core/model/instant.ts';
import type { ForecastBar } from '../../src/core/views/forecastView.ts';
import type { GanttLinks, GanttRows, GanttView } from '../../src/core/views/ganttView.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import { numberAt, textAt } from './columnar.ts';
import { pickBaseline, type BaselineChoice, type ShownBaseline } from './shownBaseline.ts';
import type { ShownCommits } from './shownCommits.ts';
import { yearOf } from './dateText.ts';
import { compileFreeTime, type FreeTime } from './shading.ts';
import type { TimeRange } from './timeScale.ts';
import { createWorkingTime, type WorkingTime } from './workingTime.ts';

/** A snapshot with what the chart works out of it once. */
export interface LoadedPlan {
  readonly revision: number;
  readonly view: GanttView;
  readonly canEdit: boolean;
  /** The baseline that the rows are held against; undefined while none is shown. */
  readonly baseline: ShownBaseline | undefined;
  /** When tasks may finish, by their ids; undefined while that is not shown. */
  readonly forecast?: ReadonlyMap<string, ForecastBar> | undefined;
  /** The commits of tasks; undefined while they are not shown. */
  readonly commits?: ShownCommits | undefined;
  readonly freeTime: FreeTime;
  readonly workingTime: WorkingTime;
  /** From the first to the last date that is drawn. */
  readonly range: TimeRange;
  /** True when dates are shown with their years, as some are not of the present one. */
  readonly hasOtherYears: boolean;
  readonly rowOf: (id: string) => number | undefined;
  /** The links that say what a row waits for. */
  readonly linksInto: (row: number) => readonly number[];
  /** The links that say what waits for a row. */
  readonly linksFrom: (row: number) => readonly number[];
  /** Titles of the items that a row waits for. */
  readonly predecessorsOf: (row: number) => readonly string[];
}

export function loadPlan(
  snapshot: PanelSnapshot,
  choice: BaselineChoice = { isBaselineShown: false, baseline: undefined },
): LoadedPlan {
  const view = snapshot.gantt;
  const range = findRange(view);
  let rows: Map<string, number> | undefined;
  let incoming: LinksByRow | undefined;
  let outgoing: LinksByRow | undefined;
  const { links, rows: shown } = view;
  const linksInto = (row: number): readonly number[] =>
    linksOf((incoming ??= groupByRow(links.to, shown.count)), row);
  const linksFrom = (row: number): readonly number[] =>
    linksOf((outgoing ??= groupByRow(links.from, shown.count)), row);
  return {
    revision: snapshot.revision,
    view,
    canEdit: snapshot.canEdit,
    baseline: pickBaseline(view, choice),
    freeTime: compileFreeTime(view.nonWorking),
    workingTime: createWorkingTime(view.nonWorking, range),
    range,
    hasOtherYears: [range.from, range.to - 1].some(at => yearOf(at) !== yearOf(view.today)),
    rowOf: id => (rows ??= indexRows(view.rows)).get(id),
    linksInto,
    linksFrom,
    predecessorsOf: row =>
      linksInto(row).map(link => textAt(view.rows.title, numberAt(view.links.from, link))),
  };
}

/** Links grouped by the row at one of their ends. */
interface LinksByRow {
  readonly offsets: Int32Array;
  readonly links: Int32Array;
}

function linksOf({ offsets, links }: LinksByRow, row: number): readonly number[] {
  return [...links.subarray(numberAt(offsets, row), numberAt(offsets, row + 1))];
}

function indexRows(rows: GanttRows): Map<string, number> {
  const found = new Map<string, number>();
  for (let row = 0; row < rows.count; row += 1) found.set(textAt(rows.id, row), row);
  return found;
}

function groupByRow(rowOf: GanttLinks['to'], rowCount: number): LinksByRow {
  const count = rowOf.length;
  const offsets = new Int32Array(rowCount + 1);
  for (let link = 0; link < count; link += 1) {
    const row = rowOf[link] ?? 0;
    offsets[row] = (offsets[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 0; row <= rowCount; row += 1) {
    sum += offsets[row] ?? 0;
    offsets[row] = sum;
  }
  const links = new Int32Array(count);
  for (let link = count - 1; link >= 0; link -= 1) {
    const row = rowOf[link] ?? 0;
    const at = (offsets[row] ?? 0) - 1;
    offsets[row] = at;
    links[at] = link;
  }
  return { offsets, links };
}

/** Dates that are not there are NaN, which no comparison lets through. */
function findRange(view: GanttView): TimeRange {
  const { count, start, finish, deadline } = view.rows;
  let from = view.start;
  let to = Math.max(view.finish, view.start + minutesPerDay);
  for (let row = 0; row < count; row += 1) {
    const first = start[row] ?? Number.NaN;
    const last = finish[row] ?? Number.NaN;
    const due = deadline[row] ?? Number.NaN;
    if (first < from) from = first;
    if (last < from) from = last;
    if (due < from) from = due;
    if (first > to) to = first;
    if (last > to) to = last;
    if (due > to) to = due;
  }
  return { from, to };
}
