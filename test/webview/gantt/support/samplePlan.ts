import type { GanttView } from '../../../../src/core/views/ganttView.ts';
import { at, buildView, type LinkSpec, type RowSpec } from './buildView.ts';

/** One of everything that the chart can show, in the order of the outline. */
const rows: readonly RowSpec[] = [
  {
    id: 'M-4XK2',
    title: 'Compiler front end',
    kind: 'group',
    start: '2026-03-02T08:00',
    finish: '2026-03-20T16:00',
    deadline: '2026-03-18T16:00',
    progress: 0.45,
    flags: ['critical', 'late'],
    assignees: 'ada',
  },
  task('T-1LEX', 'Lexer', '03-02', '03-06', 5, {
    parent: 'M-4XK2',
    status: 'done',
    progress: 1,
    assignees: 'ada',
    flags: ['hasCode'],
  }),
  task('T-2PAR', 'Parser with error recovery', '03-09', '03-18', 8, {
    parent: 'M-4XK2',
    status: 'doing',
    progress: 0.4,
    assignees: 'ada, bob 50%',
    flags: ['critical', 'hasCode'],
  }),
  task('T-3AST', 'Syntax tree printer', '03-09', '03-11', 3, {
    parent: 'M-4XK2',
    status: 'review',
    progress: 0.9,
    assignees: 'bob',
    float: 5,
    lateFinish: '2026-03-18T16:00',
    deadline: '2026-03-13T16:00',
  }),
  task('T-4FUZ', 'Fuzz the parser', '03-19', '03-20', 2, {
    parent: 'M-4XK2',
    assignees: 'bob',
    flags: ['critical'],
  }),
  {
    id: 'T-5SUM',
    title: 'Documentation',
    kind: 'summary',
    start: '2026-03-04T08:00',
    finish: '2026-03-17T16:00',
    days: 10,
    progress: 0.2,
    float: 3,
  },
  task('T-6GUI', 'Guide for the first hour', '03-04', '03-06', 3, {
    parent: 'T-5SUM',
    status: 'todo',
    assignees: 'grace',
    flags: ['overdue'],
    float: 6,
    lateFinish: '2026-03-16T16:00',
  }),
  task('T-7REF', 'Reference of the grammar', '03-12', '03-17', 4, {
    parent: 'T-5SUM',
    status: 'blocked',
    assignees: 'grace',
    float: 3,
    lateFinish: '2026-03-20T16:00',
    flags: ['constrained'],
  }),
  {
    id: 'M-5REL',
    title: 'First release',
    kind: 'milestone',
    start: '2026-03-27T16:00',
    finish: '2026-03-27T16:00',
    deadline: '2026-03-31T16:00',
    float: 2,
    lateFinish: '2026-03-31T16:00',
  },
  { id: 'T-8CYC', title: 'Waits for itself', flags: ['hasProblem'], days: 2 },
  { id: 'T-9OLD', title: 'Port to the old runtime', status: 'dropped' },
];

const links: readonly LinkSpec[] = [
  { from: 'T-1LEX', to: 'T-2PAR', isCritical: true },
  { from: 'T-1LEX', to: 'T-3AST' },
  { from: 'T-2PAR', to: 'T-4FUZ', isCritical: true },
  { from: 'T-3AST', to: 'T-7REF', type: 'SS' },
  { from: 'T-2PAR', to: 'T-7REF', type: 'FF' },
  { from: 'T-6GUI', to: 'T-7REF' },
  { from: 'T-7REF', to: 'T-6GUI', type: 'SF' },
  { from: 'T-4FUZ', to: 'M-5REL' },
];

/** The sample held against two baselines, of which the older has but one item. */
export function buildHeldSample(): GanttView {
  const view = buildSample();
  const held: readonly (readonly [string, string, string, number])[] = [
    ['T-1LEX', '2026-03-02T08:00', '2026-03-06T16:00', 0],
    ['T-2PAR', '2026-03-09T08:00', '2026-03-13T16:00', 3],
    ['T-3AST', '2026-03-10T08:00', '2026-03-12T16:00', -1],
    ['T-5SUM', '2026-03-02T08:00', '2026-03-17T16:00', 0],
    ['M-5REL', '2026-03-25T16:00', '2026-03-25T16:00', 2],
    ['T-9OLD', '2026-03-09T08:00', '2026-03-11T16:00', Number.NaN],
  ];
  const { count } = view.rows;
  const column = (): Float64Array => new Float64Array(2 * count).fill(Number.NaN);
  const [start, finish, varianceMinutes] = [column(), column(), column()];
  for (const [id, from, to, days] of held) {
    const row = view.rows.id.indexOf(id);
    const places = id === 'T-2PAR' ? [row, count + row] : [row];
    for (const place of places) {
      start[place] = at(from);
      finish[place] = at(to);
      varianceMinutes[place] = days * view.durationScale.minutesPerDay;
    }
  }
  const name = ['2026-02-20-second', '2026-02-01-first'];
  const title = ['Second', 'First'];
  return { ...view, baselines: { count: 2, name, title, start, finish, varianceMinutes } };
}

export function buildSample(): GanttView {
  return buildView(rows, { links, today: '2026-03-12T10:30', statusDate: '2026-03-10' });
}

function task(
  id: string,
  title: string,
  start: string,
  finish: string,
  days: number,
  rest: Partial<RowSpec>,
): RowSpec {
  return {
    id,
    title,
    days,
    start: `2026-${start}T08:00`,
    finish: `2026-${finish}T16:00`,
    ...rest,
  };
}
