import { assertNever } from '../../src/core/base/assertNever.ts';
import { compareText } from '../../src/core/base/order.ts';
import type { ViewGroup } from '../../src/core/model/savedView.ts';
import { taskStatuses } from '../../src/core/model/task.ts';
import {
  isHeading,
  rowFlag,
  rowKind,
  type GanttBaselines,
  type GanttLinks,
  type GanttRows,
  type GanttView,
} from '../../src/core/views/ganttView.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import type { Outline } from './outline.ts';
import { arrangeMarks } from './rowMarks.ts';
import { factsOf } from './rowFacts.ts';
import { isClosed, isMilestoneItem, statusLabel, statusOf } from './rowText.ts';

/** Rows of one group, as rows of the view that was grouped. */
interface Group {
  readonly value: string;
  readonly title: string;
  readonly rows: number[];
}

/** What the id of a row begins with that is a group and no item. */
const headingPrefix = 'group:';

/** True for the id of a group, which is no item of the plan. */
export function isHeadingId(id: string): boolean {
  return id.startsWith(headingPrefix);
}

export const groupTitles: Readonly<Record<ViewGroup, string>> = {
  milestone: 'Milestone',
  assignees: 'Person',
  status: 'Status',
  tags: 'Tag',
  code: 'Code area',
};

/**
 * The view with its tasks gathered under headings, and without the outline of the plan. A task with
 * several people, tags or places in the code stands under the first of them.
 */
export function groupView(view: GanttView, by: ViewGroup): GanttView {
  const groups = gather(view, by);
  const source: number[] = [];
  const parent: number[] = [];
  for (const group of groups) {
    const heading = source.length;
    source.push(-1);
    parent.push(-1);
    for (const row of group.rows) {
      source.push(row);
      parent.push(heading);
    }
  }
  const rows = arrangeRows(view.rows, source, parent);
  let heading = 0;
  for (const group of groups) {
    fillHeading(rows, heading, { id: `${headingPrefix}${by}:${group.value}`, group });
    heading += 1 + group.rows.length;
  }
  const { baselines } = view;
  return {
    ...view,
    rows,
    links: arrangeLinks(view.links, source, view.rows.count),
    ...arrangeMarks(view, source),
    ...(baselines ? { baselines: arrangeBaselines(baselines, source, view.rows.count) } : {}),
  };
}

/** Headings tell how many of their tasks pass the filter, folded or not, where not all of them do. */
export function recountHeadings(
  plan: LoadedPlan,
  { matches }: Pick<Outline, 'matches'>,
  choice: { readonly onlyMatches: boolean; readonly isClosedHidden: boolean },
): LoadedPlan {
  const { view } = plan;
  const { parent, title } = view.rows;
  const found = matches && choice.onlyMatches ? new Set(matches) : undefined;
  const all = new Map<number, number>();
  const passing = new Map<number, number>();
  for (let row = 0; row < view.rows.count; row += 1) {
    const heading = numberAt(parent, row);
    if (heading < 0) continue;
    all.set(heading, (all.get(heading) ?? 0) + 1);
    const isHidden = choice.isClosedHidden && isClosed(view, row);
    if (isHidden || found?.has(row) === false) continue;
    passing.set(heading, (passing.get(heading) ?? 0) + 1);
  }
  const counted = title.map((text, row) =>
    isHeading(view, row)
      ? text.replace(countPattern, countText(passing.get(row) ?? 0, all.get(row) ?? 0))
      : text,
  );
  if (counted.every((text, row) => text === title[row])) return plan;
  return { ...plan, view: { ...view, rows: { ...view.rows, title: counted } } };
}

const countPattern = / \((?:\d+ of )?\d+\)$/;

function countText(passing: number, all: number): string {
  return passing === all ? ` (${all})` : ` (${passing} of ${all})`;
}

function gather(view: GanttView, by: ViewGroup): readonly Group[] {
  const groups = new Map<string, Group>();
  for (let row = 0; row < view.rows.count; row += 1) {
    const kind = numberAt(view.rows.kind, row);
    const isLeaf = kind === rowKind.task || kind === rowKind.milestone;
    if (!isLeaf || isMilestoneItem(view, row)) continue;
    const value = valueOf(view, row, by);
    const group = groups.get(value) ?? { value, title: titleOf(view, by, value), rows: [] };
    group.rows.push(row);
    groups.set(value, group);
  }
  return [...groups.values()].sort((a, b) => compareGroups(view, by, a, b));
}

/** Empty for what has nothing there. */
function valueOf(view: GanttView, row: number, by: ViewGroup): string {
  const facts = factsOf(view, row);
  switch (by) {
    case 'milestone':
      return textAt(view.rows.milestone, row);
    case 'assignees':
      return facts.valuesOf('assignee')?.[0] ?? '';
    case 'status':
      return statusOf(view, row);
    case 'tags':
      return facts.valuesOf('tag')?.[0] ?? '';
    case 'code':
      return areaOf(facts.valuesOf('code')?.[0] ?? '');
    default:
      return assertNever(by);
  }
}

/** The two outermost folders of a path. */
function areaOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return folders.length === 0 ? path : folders.slice(0, 2).join('/');
}

function titleOf(view: GanttView, by: ViewGroup, value: string): string {
  switch (by) {
    case 'milestone': {
      const row = view.rows.id.indexOf(value);
      return value === '' ? 'No milestone' : row < 0 ? value : textAt(view.rows.title, row);
    }
    case 'assignees':
      if (value === '') return 'Nobody';
      return view.people.find(({ key }) => key === value)?.name ?? value;
    case 'status': {
      const status = taskStatuses.find(each => each === value);
      return status ? statusLabel(status) : value;
    }
    case 'tags':
      return value === '' ? 'No tag' : value;
    case 'code':
      return value === '' ? 'No code' : value;
    default:
      return assertNever(by);
  }
}

/** Milestones in the order of the plan, states as work goes, all else by name; nothing comes last. */
function compareGroups(view: GanttView, by: ViewGroup, a: Group, b: Group): number {
  if ((a.value === '') !== (b.value === '')) return a.value === '' ? 1 : -1;
  if (by === 'milestone') return view.rows.id.indexOf(a.value) - view.rows.id.indexOf(b.value);
  if (by === 'status') {
    const place = ({ value }: Group): number => taskStatuses.findIndex(each => each === value);
    return place(a) - place(b);
  }
  return compareText(a.title.toLowerCase(), b.title.toLowerCase());
}

/** Rows whose columns can still be filled in. */
type ArrangedRows = GanttRows & { readonly id: string[]; readonly title: string[] };

/** @param source the row that stands in each place; -1 for a heading */
function arrangeRows(
  rows: GanttRows,
  source: readonly number[],
  parent: readonly number[],
): ArrangedRows {
  const texts = (column: readonly string[]): string[] => source.map(row => textAt(column, row));
  const sparse = (column: readonly string[]): string[] =>
    column.length === 0 ? [] : texts(column);
  const times = (column: ArrayLike<number>): Float64Array =>
    Float64Array.from(source, row => numberAt(column, row));
  const bytes = (column: ArrayLike<number>): Uint8Array =>
    Uint8Array.from(source, row => column[row] ?? 0);
  return {
    count: source.length,
    id: texts(rows.id),
    title: texts(rows.title),
    kind: bytes(rows.kind),
    level: Uint8Array.from(parent, above => (above < 0 ? 0 : 1)),
    parent: Int32Array.from(parent),
    start: times(rows.start),
    finish: times(rows.finish),
    lateFinish: times(rows.lateFinish),
    deadline: times(rows.deadline),
    durationMinutes: times(rows.durationMinutes),
    totalFloat: times(rows.totalFloat),
    progress: Float32Array.from(source, row => rows.progress[row] ?? 0),
    status: bytes(rows.status),
    flags: bytes(rows.flags),
    assignees: texts(rows.assignees),
    estimate: texts(rows.estimate),
    milestone: texts(rows.milestone),
    tags: sparse(rows.tags),
    dependsOn: sparse(rows.dependsOn),
    duration: sparse(rows.duration),
    code: sparse(rows.code),
    type: sparse(rows.type),
    priority: sparse(rows.priority),
    origin: sparse(rows.origin),
    ...(rows.problem ? { problem: texts(rows.problem) } : {}),
  };
}

/** A heading reaches from the first start below it to the last finish. */
function fillHeading(
  rows: ArrangedRows,
  heading: number,
  { id, group }: { readonly id: string; readonly group: Group },
): void {
  rows.id[heading] = id;
  const { length } = group.rows;
  rows.title[heading] = `${group.title}${countText(length, length)}`;
  rows.kind[heading] = rowKind.heading;
  rows.status[heading] = taskStatuses.indexOf('todo');
  let [start, finish] = [Infinity, -Infinity];
  for (let row = heading + 1; row <= heading + group.rows.length; row += 1) {
    if (((rows.flags[row] ?? 0) & rowFlag.undated) !== 0) continue;
    start = Math.min(start, numberAt(rows.start, row));
    finish = Math.max(finish, numberAt(rows.finish, row));
  }
  const isDated = start <= finish;
  rows.flags[heading] = rowFlag.readOnly | (isDated ? 0 : rowFlag.undated);
  rows.start[heading] = isDated ? start : NaN;
  rows.finish[heading] = isDated ? finish : NaN;
  rows.lateFinish[heading] = isDated ? finish : NaN;
  rows.durationMinutes[heading] = 0;
}

/** Links of which both ends are shown. */
function arrangeLinks(links: GanttLinks, source: readonly number[], count: number): GanttLinks {
  const placeOf = new Int32Array(count).fill(-1);
  source.forEach((row, place) => {
    if (row >= 0) placeOf[row] = place;
  });
  const kept: number[] = [];
  for (let link = 0; link < links.count; link += 1) {
    const from = placeOf[links.from[link] ?? 0] ?? -1;
    const to = placeOf[links.to[link] ?? 0] ?? -1;
    if (from >= 0 && to >= 0) kept.push(link);
  }
  return {
    count: kept.length,
    from: Int32Array.from(kept, link => placeOf[links.from[link] ?? 0] ?? 0),
    to: Int32Array.from(kept, link => placeOf[links.to[link] ?? 0] ?? 0),
    type: Uint8Array.from(kept, link => links.type[link] ?? 0),
    isCritical: Uint8Array.from(kept, link => links.isCritical[link] ?? 0),
    lag: kept.map(link => textAt(links.lag, link)),
  };
}

function arrangeBaselines(
  baselines: GanttBaselines,
  source: readonly number[],
  count: number,
): GanttBaselines {
  const arrange = (column: ArrayLike<number>): Float64Array =>
    Float64Array.from(
      baselines.name.flatMap((_, index) =>
        source.map(row => (row < 0 ? NaN : numberAt(column, index * count + row))),
      ),
    );
  return {
    ...baselines,
    start: arrange(baselines.start),
    finish: arrange(baselines.finish),
    varianceMinutes: arrange(baselines.varianceMinutes),
  };
}
