import { minutesPerDay, type Instant } from '../../src/core/model/instant.ts';
import type { GanttLinks, GanttRows, GanttView } from '../../src/core/views/ganttView.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import { numberAt, textAt } from './columnar.ts';
import { compileFreeTime, type FreeTime } from './shading.ts';
import type { TimeRange } from './timeScale.ts';
import { createWorkingTime, type WorkingTime } from './workingTime.ts';

/** A snapshot with what the chart works out of it once. */
export interface LoadedPlan {
  readonly view: GanttView;
  readonly canEdit: boolean;
  readonly freeTime: FreeTime;
  readonly workingTime: WorkingTime;
  /** From the first to the last date that is drawn. */
  readonly range: TimeRange;
  readonly rowOf: (id: string) => number | undefined;
  /** Titles of the items that a row waits for. */
  readonly predecessorsOf: (row: number) => readonly string[];
}

export function loadPlan(snapshot: PanelSnapshot): LoadedPlan {
  const view = snapshot.gantt;
  const range = findRange(view);
  let rows: Map<string, number> | undefined;
  let incoming: Incoming | undefined;
  return {
    view,
    canEdit: snapshot.canEdit,
    freeTime: compileFreeTime(view.nonWorking),
    workingTime: createWorkingTime(view.nonWorking, range),
    range,
    rowOf: id => (rows ??= indexRows(view.rows)).get(id),
    predecessorsOf: row =>
      titlesBefore(view, (incoming ??= groupByTarget(view.links, view.rows.count)), row),
  };
}

/** Links grouped by the row they lead to. */
interface Incoming {
  readonly offsets: Int32Array;
  readonly links: Int32Array;
}

function indexRows(rows: GanttRows): Map<string, number> {
  const found = new Map<string, number>();
  for (let row = 0; row < rows.count; row += 1) found.set(textAt(rows.id, row), row);
  return found;
}

function groupByTarget(links: GanttLinks, rowCount: number): Incoming {
  const offsets = new Int32Array(rowCount + 1);
  for (let link = 0; link < links.count; link += 1) {
    const after = numberAt(links.to, link) + 1;
    offsets[after] = numberAt(offsets, after) + 1;
  }
  for (let row = 1; row <= rowCount; row += 1) {
    offsets[row] = numberAt(offsets, row) + numberAt(offsets, row - 1);
  }
  const next = offsets.slice();
  const grouped = new Int32Array(links.count);
  for (let link = 0; link < links.count; link += 1) {
    const to = numberAt(links.to, link);
    grouped[numberAt(next, to)] = link;
    next[to] = numberAt(next, to) + 1;
  }
  return { offsets, links: grouped };
}

function titlesBefore(view: GanttView, incoming: Incoming, row: number): readonly string[] {
  const links = incoming.links.subarray(
    numberAt(incoming.offsets, row),
    numberAt(incoming.offsets, row + 1),
  );
  return Array.from(links, link => textAt(view.rows.title, numberAt(view.links.from, link)));
}

function findRange(view: GanttView): TimeRange {
  let from = view.start;
  let to = Math.max(view.finish, view.start + minutesPerDay);
  const widen = (at: Instant): void => {
    if (at < from) from = at;
    if (at > to) to = at;
  };
  for (let row = 0; row < view.rows.count; row += 1) {
    widen(numberAt(view.rows.start, row));
    widen(numberAt(view.rows.finish, row));
    widen(numberAt(view.rows.deadline, row));
  }
  return { from, to };
}
