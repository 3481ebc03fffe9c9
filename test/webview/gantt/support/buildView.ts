import { defaultDurationScale } from '../../../../src/core/model/duration.ts';
import { dependencyTypes, type DependencyType } from '../../../../src/core/model/dependency.ts';
import { parsePlanDate, weekday } from '../../../../src/core/model/instant.ts';
import { taskStatuses, type TaskStatus } from '../../../../src/core/model/task.ts';
import {
  rowFlag,
  rowHolds,
  rowKind,
  type GanttActuals,
  type GanttConstraints,
  type GanttLinks,
  type GanttPauses,
  type GanttRows,
  type GanttView,
} from '../../../../src/core/views/ganttView.ts';
import type { PanelSnapshot } from '../../../../src/protocol/messages.ts';

/** One row in the words of a test; dates without a time are midnights. */
export interface RowSpec {
  readonly id: string;
  readonly title?: string;
  readonly kind?: keyof typeof rowKind;
  readonly parent?: string;
  /** `2026-03-02T08:00`; without it the row has no dates. */
  readonly start?: string;
  readonly finish?: string;
  readonly lateFinish?: string;
  readonly deadline?: string;
  readonly days?: number;
  readonly float?: number;
  readonly progress?: number;
  readonly status?: TaskStatus;
  readonly flags?: readonly (keyof typeof rowFlag)[];
  readonly assignees?: string;
  readonly milestone?: string;
  readonly tags?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly duration?: string;
  readonly code?: readonly string[];
  readonly type?: string;
  /** From, to, from, to … */
  readonly pauses?: readonly string[];
  /** `SNET 2026-03-04T08:00`, `pinned 2026-03-04T08:00` or `ALAP`. */
  readonly constraint?: string;
  readonly actual?: {
    readonly from?: string;
    readonly to?: string;
    readonly isOver?: boolean;
    readonly spent?: string;
    readonly remaining?: string;
  };
}

export interface LinkSpec {
  readonly from: string;
  readonly to: string;
  readonly type?: DependencyType;
  readonly isCritical?: boolean;
}

const workdayMinutes = 480;

export function at(text: string | undefined): number {
  return (text === undefined ? undefined : parsePlanDate(text)?.at) ?? Number.NaN;
}

/** A view with working days from 8 to 16 and weekends off. */
export function buildView(
  specs: readonly RowSpec[],
  options: {
    readonly links?: readonly LinkSpec[];
    readonly today?: string;
    readonly statusDate?: string;
    readonly nonWorking?: Float64Array;
    readonly views?: GanttView['views'];
    readonly baselines?: GanttView['baselines'];
  } = {},
): GanttView {
  const rows = buildRows(specs);
  const dated = [...rows.start, ...rows.finish].filter(value => !Number.isNaN(value));
  const start = dated.length > 0 ? dated.reduce((a, b) => Math.min(a, b)) : at('2026-03-02');
  const finish = dated.reduce((a, b) => Math.max(a, b), start);
  return {
    name: 'Plan',
    start,
    finish,
    statusDate: options.statusDate === undefined ? undefined : at(options.statusDate),
    today: at(options.today ?? '2026-03-10T10:00'),
    durationScale: defaultDurationScale,
    rows,
    links: buildLinks(specs, options.links ?? []),
    ...(specs.some(spec => spec.pauses) ? { pauses: buildPauses(specs) } : {}),
    ...(specs.some(spec => spec.constraint) ? { constraints: buildConstraints(specs) } : {}),
    ...(specs.some(spec => spec.actual) ? { actuals: buildActuals(specs) } : {}),
    ...(options.baselines ? { baselines: options.baselines } : {}),
    nonWorking: options.nonWorking ?? nightsAndWeekends(start, finish),
    views: options.views ?? [],
    lostFilters: [],
    people: [
      { key: 'ada', name: 'Ada' },
      { key: 'bob', name: 'Bob' },
    ],
  };
}

export function snapshotOf(gantt: GanttView, revision = 1, canEdit = true): PanelSnapshot {
  return {
    revision,
    gantt,
    risks: emptyRisks,
    problems: { error: 0, warning: 0, info: 0 },
    canEdit,
  };
}

const emptyRisks: PanelSnapshot['risks'] = {
  rows: [],
  scale: {
    probability: [],
    impact: [],
    bands: [],
    mediumFrom: 0,
    highFrom: 0,
    appetite: { all: undefined, byCategory: [] },
  },
  categories: [],
  people: [],
  minutesPerDay: workdayMinutes,
  currency: undefined,
};

/** From, to, from, to … of all that is not Monday to Friday, 8 to 16. */
export function nightsAndWeekends(start: number, finish: number): Float64Array {
  const first = Math.floor(start / 1440) - 120;
  const last = Math.ceil(finish / 1440) + 120;
  const found: number[] = [first * 1440];
  for (let day = first; day < last; day += 1) {
    if (weekday(day) < 5) found.push(day * 1440 + 480, day * 1440 + 960);
  }
  found.push(last * 1440);
  return Float64Array.from(found);
}

function buildRows(specs: readonly RowSpec[]): GanttRows {
  const rowOf = new Map(specs.map((spec, row) => [spec.id, row]));
  const parent = Int32Array.from(specs, spec => rowOf.get(spec.parent ?? '') ?? -1);
  const level = new Uint8Array(specs.length);
  parent.forEach((above, row) => (level[row] = above < 0 ? 0 : (level[above] ?? 0) + 1));
  return {
    count: specs.length,
    id: specs.map(spec => spec.id),
    title: specs.map(spec => spec.title ?? spec.id),
    kind: Uint8Array.from(specs, spec => rowKind[spec.kind ?? 'task']),
    level,
    parent,
    start: Float64Array.from(specs, spec => at(spec.start)),
    finish: Float64Array.from(specs, spec => at(spec.finish)),
    lateFinish: Float64Array.from(specs, spec => at(spec.lateFinish ?? spec.finish)),
    deadline: Float64Array.from(specs, spec => at(spec.deadline)),
    durationMinutes: Float64Array.from(specs, spec => (spec.days ?? 0) * workdayMinutes),
    totalFloat: Float64Array.from(specs, spec =>
      spec.start === undefined ? Number.NaN : (spec.float ?? 0) * workdayMinutes,
    ),
    progress: Float32Array.from(specs, spec => spec.progress ?? 0),
    status: Uint8Array.from(specs, spec => taskStatuses.indexOf(spec.status ?? 'todo')),
    flags: Uint8Array.from(specs, flagsOf),
    assignees: specs.map(spec => spec.assignees ?? ''),
    estimate: specs.map(spec => (spec.days === undefined ? '' : `${spec.days}d`)),
    milestone: specs.map(spec => spec.milestone ?? ''),
    tags: specs.map(spec => (spec.tags ?? []).join('\n')),
    duration: specs.map(spec => spec.duration ?? ''),
    dependsOn: specs.map(spec => (spec.dependsOn ?? []).join('\n')),
    code: specs.map(spec => (spec.code ?? []).join('\n')),
    type: specs.map(spec => spec.type ?? ''),
    priority: [],
    origin: [],
  };
}

function buildPauses(specs: readonly RowSpec[]): GanttPauses {
  const found = specs.flatMap(({ pauses = [] }, row) =>
    pauses.flatMap((from, place) => {
      return place % 2 === 0 ? [{ row, from: at(from), to: at(pauses[place + 1]) }] : [];
    }),
  );
  return {
    count: found.length,
    row: Int32Array.from(found, ({ row }) => row),
    from: Float64Array.from(found, ({ from }) => from),
    to: Float64Array.from(found, ({ to }) => to),
  };
}

function buildConstraints(specs: readonly RowSpec[]): GanttConstraints {
  const found = specs.flatMap(({ constraint = '' }, row) => {
    const [word = '', date] = constraint.split(' ');
    const kind = rowHolds.findIndex(hold => hold === word);
    return kind < 0 ? [] : [{ row, kind, moment: at(date) }];
  });
  return {
    count: found.length,
    row: Int32Array.from(found, ({ row }) => row),
    kind: Uint8Array.from(found, ({ kind }) => kind),
    at: Float64Array.from(found, ({ moment }) => moment),
  };
}

function buildActuals(specs: readonly RowSpec[]): GanttActuals {
  const found = specs.flatMap(({ actual }, row) => (actual ? [{ ...actual, row }] : []));
  return {
    count: found.length,
    row: Int32Array.from(found, ({ row }) => row),
    from: Float64Array.from(found, ({ from }) => at(from)),
    to: Float64Array.from(found, ({ to }) => at(to)),
    isOver: Uint8Array.from(found, ({ isOver }) => (isOver === true ? 1 : 0)),
    spent: found.map(({ spent = '' }) => spent),
    remaining: found.map(({ remaining = '' }) => remaining),
  };
}

function flagsOf(spec: RowSpec): number {
  const named = (spec.flags ?? []).reduce((bits, flag) => bits | rowFlag[flag], 0);
  return spec.start === undefined ? named | rowFlag.undated : named;
}

function buildLinks(specs: readonly RowSpec[], links: readonly LinkSpec[]): GanttLinks {
  const rowOf = (id: string): number => specs.findIndex(spec => spec.id === id);
  return {
    count: links.length,
    from: Int32Array.from(links, link => rowOf(link.from)),
    to: Int32Array.from(links, link => rowOf(link.to)),
    type: Uint8Array.from(links, link => dependencyTypes.indexOf(link.type ?? 'FS')),
    isCritical: Uint8Array.from(links, link => (link.isCritical === true ? 1 : 0)),
    lag: links.map(() => ''),
  };
}
