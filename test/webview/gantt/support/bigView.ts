import { defaultDurationScale } from '../../../../src/core/model/duration.ts';
import { seededRandom } from '../../../support/seededRandom.ts';
import { rowFlag, rowKind, type GanttView } from '../../../../src/core/views/ganttView.ts';
import { nightsAndWeekends } from './buildView.ts';

const words = 'Parse Check Write Draw Sort Store Plan Review Measure Publish'.split(' ');
const things = 'lexer tokens schema calendar chart register commit anchor report index'.split(' ');
const firstMinute = Date.UTC(2026, 0, 5, 8) / 60_000;
const childrenOfSummary = 9;
const rowsOfStream = 400;

/**
 * A view of any size with the shape of a real plan: summaries of nine tasks in streams that run
 * side by side, two links a task, mostly near and a few far. The same count gives the same view.
 */
export function buildBigView(count: number): GanttView {
  const random = seededRandom(7);
  const below = (limit: number): number => Math.floor(random() * limit);
  const rows = emptyRows(count);
  const from: number[] = [];
  const to: number[] = [];
  let summary = 0;
  for (let row = 0; row < count; row += 1) {
    const isSummary = row % (childrenOfSummary + 1) === 0;
    if (isSummary) summary = row;
    const day = Math.floor((row % rowsOfStream) / 3) + below(8);
    const days = isSummary ? 12 : 1 + below(6);
    rows.kind[row] = isSummary ? rowKind.summary : rowKind.task;
    rows.parent[row] = isSummary ? -1 : summary;
    rows.level[row] = isSummary ? 0 : 1;
    rows.start[row] = firstMinute + day * 1440;
    rows.finish[row] = firstMinute + (day + days) * 1440 - 960;
    rows.durationMinutes[row] = days * 480;
    rows.totalFloat[row] = below(5) * 480;
    rows.lateFinish[row] = (rows.finish[row] ?? 0) + (rows.totalFloat[row] ?? 0) * 3;
    rows.progress[row] = below(11) / 10;
    rows.status[row] = below(4);
    rows.flags[row] = below(5) === 0 ? rowFlag.critical : 0;
    if (below(12) === 0) rows.deadline[row] = (rows.finish[row] ?? 0) + 2880;
    rows.id.push(`T-${row.toString(32).toUpperCase().padStart(5, '0')}`);
    rows.title.push(`${words[below(10)] ?? ''} the ${things[below(10)] ?? ''} ${row}`);
    rows.assignees.push(below(3) === 0 ? '' : `person${below(40)}`);
    rows.estimate.push(`${days}d`);
    for (let link = 0; link < 2 && !isSummary && row > 20; link += 1) {
      from.push(row - 1 - (below(50) === 0 ? below(Math.min(row - 1, 2000)) : below(18)));
      to.push(row);
    }
  }
  const finish = firstMinute + (rowsOfStream / 3 + 20) * 1440;
  return {
    name: 'Big plan',
    start: firstMinute,
    finish,
    statusDate: undefined,
    today: firstMinute + 30 * 1440,
    durationScale: defaultDurationScale,
    rows,
    links: {
      count: from.length,
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      type: Uint8Array.from(from, () => (below(10) === 0 ? below(4) : 0)),
      isCritical: Uint8Array.from(from, () => (below(8) === 0 ? 1 : 0)),
      lag: from.map(() => ''),
    },
    nonWorking: nightsAndWeekends(firstMinute, finish),
    views: [],
    lostFilters: [],
    people: [],
  };
}

type Columns<Rows> = {
  [Name in keyof Rows]: Rows[Name] extends readonly string[] ? string[] : Rows[Name];
};

function emptyRows(count: number): Columns<GanttView['rows']> {
  return {
    count,
    id: [],
    title: [],
    kind: new Uint8Array(count),
    level: new Uint8Array(count),
    parent: new Int32Array(count),
    start: new Float64Array(count),
    finish: new Float64Array(count),
    lateFinish: new Float64Array(count),
    deadline: new Float64Array(count).fill(Number.NaN),
    durationMinutes: new Float64Array(count),
    totalFloat: new Float64Array(count),
    progress: new Float32Array(count),
    status: new Uint8Array(count),
    flags: new Uint8Array(count),
    assignees: [],
    estimate: [],
    milestone: [],
    tags: [],
    dependsOn: [],
    duration: [],
    code: [],
    type: [],
    priority: [],
    origin: [],
  };
}
