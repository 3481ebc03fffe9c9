import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Bar } from '../../../webview/gantt/barLayout.ts';
import { layoutChart, type ChartLayout, type ChartScene } from '../../../webview/gantt/layout.ts';
import { hitTest } from '../../../webview/gantt/hitTest.ts';
import type { HeaderStyle } from '../../../webview/gantt/headerStyle.ts';
import { buildLinkIndex } from '../../../webview/gantt/linkIndex.ts';
import { computeOutline } from '../../../webview/gantt/outline.ts';
import { compileFreeTime } from '../../../webview/gantt/shading.ts';
import { pickBaseline } from '../../../webview/gantt/shownBaseline.ts';
import { toPx } from '../../../webview/gantt/timeScale.ts';
import type { GanttView } from '../../../src/core/views/ganttView.ts';
import { buildBigView } from './support/bigView.ts';
import { commitsOf } from './support/commitsOf.ts';
import { at, buildView } from './support/buildView.ts';
import { buildHeldSample, buildSample } from './support/samplePlan.ts';

const folder = path.resolve('test/golden/gantt');

function sceneOf(
  view: GanttView,
  options: {
    readonly pxPerDay: number;
    readonly from: string;
    readonly topPx?: number;
    readonly folded?: readonly string[];
    readonly header?: HeaderStyle;
  },
): ChartScene {
  const folded = new Set(options.folded);
  const outline = computeOutline(view.rows, { folded, matches: undefined, onlyMatches: true });
  const scale = { origin: at('2026-02-01'), pxPerDay: options.pxPerDay };
  return {
    view,
    outline,
    scale,
    links: buildLinkIndex(view.links, outline.positionOf, outline.visible.length),
    freeTime: compileFreeTime(view.nonWorking),
    viewport: {
      leftPx: toPx(scale, at(options.from)),
      topPx: options.topPx ?? 0,
      widthPx: 640,
      heightPx: 308,
    },
    rowHeightPx: 28,
    baseline: pickBaseline(view, { isBaselineShown: true, baseline: undefined }),
    header: options.header ?? 'dates',
    measure: text => text.length * 6,
  };
}

/** Compares with the golden file; GANTRY_UPDATE_GOLDEN=1 writes it, outside of CI. */
function checkGolden(name: string, scene: ChartScene): void {
  const file = path.join(folder, `${name}.txt`);
  const actual = describeLayout(layoutChart(scene), scene.view);
  if (process.env['GANTRY_UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, actual);
  }
  assert.ok(existsSync(file), `${file} is missing; write it with GANTRY_UPDATE_GOLDEN=1`);
  assert.equal(actual, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}

function describeLayout(layout: ChartLayout, view: GanttView): string {
  const id = (row: number): string => view.rows.id[row] ?? '?';
  const cells = (tier: ChartLayout['upper']): string =>
    tier.map(({ x, width, label }) => `${label} ${round(x)}+${round(width)}`).join(' | ');
  return [
    `rows ${layout.firstPosition} to ${layout.endPosition}`,
    `upper ${cells(layout.upper)}`,
    `lower ${cells(layout.lower)}`,
    `shaded ${layout.bands.map(({ x, width }) => `${round(x)}+${round(width)}`).join(' ')}`,
    `today ${round(layout.todayX)} status ${round(layout.statusX)}`,
    ...layout.bars.map(bar => describeBar(bar, id(bar.row))),
    ...layout.baseline.map(
      ({ row, isPoint, x, width, middleY }) =>
        `baseline ${isPoint ? 'point ' : ''}${id(row)} at ${round(x)},${round(middleY)} width ${round(width)}`,
    ),
    ...layout.actuals.map(
      ({ row, stretches, isOver, y }) =>
        `actual ${id(row)} ${stretches.map(({ x, width }) => `${round(x)}+${round(width)}`).join(' ')} at ${round(y)}${isOver ? ' over' : ''}`,
    ),
    ...(layout.commits ?? []).map(
      ({ row, cells, line, gaps, footY }) =>
        `commits ${id(row)} ${cells.map(({ x, width, level }) => `${round(x)}+${round(width)}=${level}`).join(' ')} line ${round(line.x)}+${round(line.width)} gaps ${gaps.map(({ x, width }) => `${round(x)}+${round(width)}`).join(' ')} at ${round(footY)}`,
    ),
    ...layout.constraints.map(
      ({ row, side, isFinish, x, y }) =>
        `${side} ${isFinish ? 'finish' : 'start'} ${id(row)} at ${round(x)},${round(y)}`,
    ),
    ...layout.arrows.map(
      ({ fromRow, toRow, isCritical, points }) =>
        `${isCritical ? 'critical ' : ''}arrow ${id(fromRow)} ${id(toRow)} ${points.map(round).join(' ')}`,
    ),
    '',
  ].join('\n');
}

function describeBar(bar: Bar, id: string): string {
  const { shape, x, middleY, width, doneWidth, float, deadline, label } = bar;
  return [
    `${shape} ${id} at ${round(x)},${round(middleY)} width ${round(width)} done ${round(doneWidth)}`,
    bar.status,
    bar.parts
      .map(part => `part ${round(part.x)}+${round(part.width)} done ${round(part.doneWidth)}`)
      .join(', '),
    bar.isCritical ? 'critical' : '',
    bar.hasProblem ? 'problem' : '',
    float ? `float ${round(float.x)}+${round(float.width)}` : '',
    deadline ? `${deadline.isMissed ? 'missed' : 'deadline'} ${round(deadline.x)}` : '',
    `label ${round(label.x)} "${label.text}" "${label.note}"`,
  ]
    .filter(part => part !== '')
    .join(', ');
}

function round(value: number | undefined): string {
  return value === undefined ? '-' : String(Math.round(value * 10) / 10);
}

test('one of everything lies where it lay before, at the zoom of days', () => {
  checkGolden('days', sceneOf(buildSample(), { pxPerDay: 20, from: '2026-03-01' }));
});

test('nights are shaded and hours are ticked at the zoom of hours', () => {
  checkGolden('hours', sceneOf(buildSample(), { pxPerDay: 360, from: '2026-03-09' }));
});

test('a quarter is seen at once at the zoom of weeks, without the noise of weekends', () => {
  checkGolden('weeks', sceneOf(buildSample(), { pxPerDay: 1.2, from: '2026-02-01' }));
});

test('what is folded away takes its arrows along, and scrolled rows count from the top', () => {
  const options = { pxPerDay: 20, from: '2026-03-01', topPx: 42, folded: ['M-4XK2'] };
  checkGolden('folded', sceneOf(buildSample(), options));
});

test('where the rows stood in the baseline lies below them', () => {
  checkGolden('baseline', sceneOf(buildHeldSample(), { pxPerDay: 20, from: '2026-03-01' }));
});

test('weeks carry their numbers, and time may be counted from the start of the project', () => {
  const header = (pxPerDay: number, style: HeaderStyle): ChartScene =>
    sceneOf(buildView([]), { pxPerDay, from: '2026-02-20', header: style });
  checkGolden('headerDates', header(13, 'dates'));
  checkGolden('headerWeeks', header(8, 'weeks'));
  checkGolden('headerWeeksOfDays', header(24, 'weeks'));
  checkGolden('headerProject', header(24, 'project'));
  checkGolden('headerProjectWeeks', header(9, 'project'));
  checkGolden('headerProjectMonths', header(2, 'project'));
});

test('an empty plan is laid out too', () => {
  const layout = layoutChart(sceneOf(buildView([]), { pxPerDay: 20, from: '2026-03-01' }));
  assert.deepEqual([layout.bars, layout.arrows, layout.endPosition], [[], [], 0]);
});

test('only what is on the screen is laid out, however long the plan is', () => {
  const view = buildBigView(20_000);
  const startOfRow = new Date((view.rows.start[9003] ?? 0) * 60_000).toISOString().slice(0, 10);
  const scene = sceneOf(view, { pxPerDay: 20, from: startOfRow, topPx: 28 * 9000 });
  const layout = layoutChart(scene);
  assert.equal(layout.bars.length, 11);
  assert.ok(layout.arrows.length > 0 && layout.arrows.length < 400);
  const isSeen = (row: number): boolean => layout.bars.some(bar => bar.row === row);
  const strangers = layout.arrows.filter(
    ({ fromRow, toRow }) => !isSeen(fromRow) && !isSeen(toRow),
  );
  assert.deepEqual(strangers, []);
});

test('split work lies in parts, of which what is done fills one after another', () => {
  const day = { start: '2026-03-02T08:00', finish: '2026-03-13T16:00', days: 6 };
  const pauses = ['2026-03-03T16:00', '2026-03-06T08:00', '2026-03-10T16:00', '2026-03-12T08:00'];
  const view = buildView([
    { ...day, id: 'T-HALF', status: 'doing', progress: 0.5, pauses },
    { ...day, id: 'T-CRIT', flags: ['critical'], pauses: pauses.slice(0, 2) },
    { ...day, id: 'T-DONE', status: 'done', progress: 1, pauses: pauses.slice(2) },
    { ...day, id: 'T-LONG' },
    { ...day, id: 'T-HELD', status: 'blocked', pauses: ['2026-03-03T10:00', '2026-03-03T11:00'] },
  ]);
  checkGolden('split', sceneOf(view, { pxPerDay: 20, from: '2026-03-01' }));
  checkGolden('splitOfHours', sceneOf(view, { pxPerDay: 360, from: '2026-03-03T09:00' }));
  checkGolden('splitFromAfar', sceneOf(view, { pxPerDay: 0.6, from: '2026-02-01' }));
});

test('constraints have their marks at their dates, and apart from deadlines', () => {
  const day = { start: '2026-03-04T08:00', finish: '2026-03-06T16:00', days: 3 };
  const view = buildView([
    { ...day, id: 'T-SNET', constraint: 'SNET 2026-03-04T08:00' },
    { ...day, id: 'T-SNLT', constraint: 'SNLT 2026-03-09T08:00' },
    { ...day, id: 'T-MSO', constraint: 'MSO 2026-03-04T08:00', deadline: '2026-03-04T16:00' },
    { ...day, id: 'T-FNET', constraint: 'FNET 2026-03-06T16:00' },
    { ...day, id: 'T-FNLT', constraint: 'FNLT 2026-03-10T16:00', deadline: '2026-03-10T16:00' },
    { ...day, id: 'T-MFO', constraint: 'MFO 2026-03-06T16:00' },
    { ...day, id: 'T-ALAP', constraint: 'ALAP' },
    { ...day, id: 'T-PIN', constraint: 'pinned 2026-03-04T08:00' },
    { ...day, id: 'T-FAR', constraint: 'SNET 2027-03-04T08:00' },
    { ...day, id: 'T-FREE' },
  ]);
  const scene = sceneOf(view, { pxPerDay: 20, from: '2026-03-01' });
  checkGolden('constraints', { ...scene, isConstraintShown: true });
  assert.deepEqual(layoutChart(scene).constraints, []);
});

test('what really happened lies along the bar, with the pauses in it', () => {
  const day = { start: '2026-03-02T08:00', finish: '2026-03-13T16:00', days: 6 };
  const pauses = ['2026-03-03T16:00', '2026-03-06T08:00', '2026-03-10T16:00', '2026-03-12T08:00'];
  const actual = { from: '2026-03-02T08:00', to: '2026-03-09T10:00' };
  const view = buildView([
    { ...day, id: 'T-RUNS', status: 'doing', progress: 0.2, actual },
    { ...day, id: 'T-LATE', status: 'doing', actual: { ...actual, to: '2026-03-17T10:00' } },
    { ...day, id: 'T-HALF', status: 'doing', pauses, actual },
    { ...day, id: 'T-OVER', status: 'done', actual: { ...actual, to: day.finish, isOver: true } },
    { ...day, id: 'T-WORK', actual: { spent: '2d' } },
    { ...day, id: 'T-PLAN' },
  ]);
  const scene = sceneOf(view, { pxPerDay: 20, from: '2026-03-01' });
  checkGolden('actuals', { ...scene, isActualShown: true });
  assert.deepEqual(layoutChart(scene).actuals, []);
});

test('a column for each day with commits stands above the bar, and dashes where planned time had none', () => {
  const plan = { start: '2026-03-03T08:00', finish: '2026-03-12T16:00', days: 8 };
  const view = buildView([
    { ...plan, id: 'T-LATE', status: 'doing' },
    { ...plan, id: 'T-SOON', status: 'done' },
    { ...plan, id: 'T-OVER', status: 'done' },
    { ...plan, id: 'T-PAST', status: 'done' },
    { ...plan, id: 'T-GOES', status: 'doing' },
    { ...plan, id: 'T-NONE' },
    { id: 'T-VOID' },
    { ...plan, id: 'M-HEAD', kind: 'milestone' },
  ]);
  const worked: Readonly<Record<string, readonly string[]>> = {
    'T-LATE': ['2026-03-05', '2026-03-06*3', '2026-03-09*8', '2026-03-16*90'],
    'T-SOON': ['2026-03-02*2', '2026-03-06'],
    'T-OVER': ['2026-03-16', '2026-03-17'],
    'T-PAST': ['2026-02-23*7'],
    'T-GOES': ['2026-03-03'],
    'T-VOID': ['2026-03-03'],
    'M-HEAD': ['2026-03-03'],
  };
  const scene = sceneOf(view, { pxPerDay: 20, from: '2026-03-01' });
  const commits = { commits: commitsOf(worked) };
  checkGolden('commits', { ...scene, ...commits });
  checkGolden('commitsOfWeeks', {
    ...sceneOf(view, { pxPerDay: 1.2, from: '2026-02-01' }),
    ...commits,
  });
  assert.equal(layoutChart(scene).commits, undefined);
});

test('a press on a part or on a pause is one on the bar', () => {
  const view = buildView([
    {
      id: 'T-HALF',
      start: '2026-03-02T08:00',
      finish: '2026-03-13T16:00',
      pauses: ['2026-03-03T16:00', '2026-03-06T08:00'],
    },
  ]);
  const scene = sceneOf(view, { pxPerDay: 20, from: '2026-03-01' });
  const chart = { scene, layout: layoutChart(scene) };
  const zoneAt = (day: string): string | undefined =>
    hitTest(chart, { x: toPx(scene.scale, at(day)) - scene.viewport.leftPx, y: 70 })?.zone;
  assert.deepEqual(
    ['2026-03-03', '2026-03-05', '2026-03-09', '2026-03-13T16:00', '2026-03-20'].map(zoneAt),
    ['bar', 'bar', 'bar', 'end', 'row'],
  );
});
