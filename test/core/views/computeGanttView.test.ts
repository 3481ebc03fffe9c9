import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, formatInstant } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { computeGanttView, createGanttViewer } from '../../../src/core/views/computeGanttView.ts';
import { rowFlag, rowHolds, rowKind, type GanttView } from '../../../src/core/views/ganttView.ts';
import { computeOutline, createOutliner } from '../../../src/core/views/outline.ts';
import { joinProblems } from '../../../src/core/store/joinProblems.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { drawPlaces, drawTameEdit, idOf, withTask } from '../../support/drawPlans.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';
import { seededRandom } from '../../support/seededRandom.ts';

const project = 'version: 1\nname: Test\nstart: 2026-03-02\n';

async function view(files: Readonly<Record<string, string>>): Promise<GanttView> {
  const snapshot = await loadPlan(memoryFiles({ 'project.yaml': project, ...files }));
  const today = dayNumber(2026, 3, 4) * 1440;
  const schedule = computeSchedule(snapshot.plan);
  const problems = joinProblems(snapshot.problems, schedule.problems);
  const outline = computeOutline(snapshot.plan, schedule);
  return computeGanttView(snapshot, schedule, { today, outline, problems });
}

function outline({ rows }: GanttView): readonly string[] {
  return rows.id.map((id, i) => '  '.repeat(rows.level[i] ?? 0) + id);
}

function flagsOf({ rows }: GanttView, id: string): number {
  return rows.flags[rows.id.indexOf(id)] ?? 0;
}

test('milestones come with their tasks, summaries with their parts, the rest last', async () => {
  const shown = await view({
    'milestones/M-2222.yaml': 'title: Second\nrank: 2\n',
    'milestones/M-1111.yaml': 'title: First\nrank: 1\n',
    'tasks/T-AAAA.yaml': 'title: Alone\nestimate: 1d\n',
    'tasks/T-BBBB.yaml': 'title: Whole\nmilestone: M-1111\n',
    'tasks/T-CCCC.yaml': 'title: Part\nparent: T-BBBB\nestimate: 2d\n',
  });
  assert.deepEqual(outline(shown), ['M-1111', '  T-BBBB', '    T-CCCC', 'M-2222', 'T-AAAA']);
  assert.deepEqual(
    [...shown.rows.kind],
    [rowKind.group, rowKind.summary, rowKind.task, rowKind.milestone, rowKind.task],
  );
});

test('siblings stand by rank, then by start, then by id', async () => {
  const shown = await view({
    'tasks/T-AAAA.yaml': 'title: a\nestimate: 1d\ndependsOn: T-CCCC\n',
    'tasks/T-BBBB.yaml': 'title: b\nestimate: 1d\n',
    'tasks/T-CCCC.yaml': 'title: c\nestimate: 1d\n',
    'tasks/T-DDDD.yaml': 'title: d\nestimate: 1d\nrank: 1\n',
  });
  assert.deepEqual(outline(shown), ['T-DDDD', 'T-BBBB', 'T-CCCC', 'T-AAAA']);
});

test('tasks that are part of one another in a circle are still shown', async () => {
  const shown = await view({
    'tasks/T-AAAA.yaml': 'title: a\nparent: T-BBBB\n',
    'tasks/T-BBBB.yaml': 'title: b\nparent: T-AAAA\n',
  });
  assert.deepEqual([...shown.rows.id].sort(), ['T-AAAA', 'T-BBBB']);
});

test('the bar of a group begins with its earliest task and ends with the milestone', async () => {
  const shown = await view({
    'milestones/M-1111.yaml': 'title: First\n',
    'tasks/T-AAAA.yaml': 'title: a\nmilestone: M-1111\nestimate: 2d\n',
  });
  assert.equal(formatInstant(shown.rows.start[0] ?? NaN), '2026-03-02T09:00');
  assert.equal(formatInstant(shown.rows.finish[0] ?? NaN), '2026-03-03T18:00');
});

test('what should be finished is overdue, what misses its deadline is late', async () => {
  const shown = await view({
    'tasks/T-AAAA.yaml': 'title: a\nestimate: 1d\n',
    'tasks/T-BBBB.yaml': 'title: b\nestimate: 1d\nstatus: done\nfinished: 2026-03-02\n',
    'tasks/T-CCCC.yaml': 'title: c\nestimate: 9d\ndeadline: 2026-03-05\n',
  });
  assert.ok(flagsOf(shown, 'T-AAAA') & rowFlag.overdue);
  assert.equal(flagsOf(shown, 'T-BBBB') & rowFlag.overdue, 0);
  assert.ok(flagsOf(shown, 'T-CCCC') & rowFlag.late);
});

test('a link between rows keeps its type and lag, and drives when both ends are critical', async () => {
  const { links, rows } = await view({
    'tasks/T-AAAA.yaml': 'title: a\nestimate: 2d\n',
    'tasks/T-BBBB.yaml': 'title: b\nestimate: 1d\ndependsOn: T-AAAA SS+2d\n',
    'tasks/T-CCCC.yaml': 'title: c\nestimate: 5d\ndependsOn: [T-AAAA, T-0000]\n',
  });
  const told = Array.from({ length: links.count }, (_, i) => [
    rows.id[links.from[i] ?? -1],
    rows.id[links.to[i] ?? -1],
    links.type[i],
    links.lag[i],
    links.isCritical[i],
  ]);
  assert.deepEqual(told.sort(), [
    ['T-AAAA', 'T-BBBB', 1, '+2d', 0],
    ['T-AAAA', 'T-CCCC', 0, '', 1],
  ]);
});

test('a task without dates is shown with the reason marked', async () => {
  const shown = await view({ 'tasks/T-AAAA.yaml': 'title: a\nstatus: dropped\n' });
  assert.ok(flagsOf(shown, 'T-AAAA') & rowFlag.undated);
  assert.ok(Number.isNaN(shown.rows.start[0]));
});

test('after every edit outline and chart are those of the whole plan', () => {
  let followed = 0;
  for (let seed = 1; seed <= 15; seed++) {
    const random = seededRandom(seed * 104729);
    const draw = (below: number): number => Math.floor(random() * below);
    const words = drawPlaces(draw, 30);
    let plan = buildPlan({
      tasks: Object.fromEntries(words),
      milestones: { 'M-AAAA': { due: '2026-03-20' }, 'M-BBBB': {} },
    });
    const [outliner, viewer, scheduler] = [
      createOutliner(),
      createGanttViewer(),
      createScheduler(),
    ];
    let rowOf: unknown;
    for (let step = 0; step < 40; step++) {
      const id = idOf(draw(30));
      const next = drawTameEdit(draw, words.get(id) ?? {});
      if (draw(10) === 0) words.set(id, { ...next, dependsOn: [idOf(draw(30))], rank: draw(3) });
      else words.set(id, next);
      plan = withTask(plan, id, words.get(id) ?? {});
      const snapshot = { exists: true, plan, files: new Map(), problems: [], revision: step };
      const schedule = scheduler(plan);
      const { problems } = schedule;
      const today = dayNumber(2026, 3, 4 + draw(9)) * 1440;
      const outline = outliner(plan, schedule);
      const ctx = { today, outline, problems };
      const fresh = computeOutline(plan, computeSchedule(plan));
      assert.deepEqual(outline, fresh, `seed ${seed}, step ${step}`);
      assert.deepEqual(
        viewer(snapshot, schedule, ctx),
        computeGanttView(snapshot, computeSchedule(plan), { ...ctx, outline: fresh }),
        `seed ${seed}, step ${step}`,
      );
      if (outline.rowOf === rowOf) followed++;
      ({ rowOf } = outline);
    }
  }
  assert.ok(followed > 100, `${followed} outlines stayed in their order`);
});

test('the pauses of split work come with their rows, and a plan without any has none', async () => {
  const day = (minutes: number): string => formatInstant(minutes).slice(5);
  const { pauses } = await view({
    'tasks/T-AAAA.yaml': 'title: a\nduration: 2d\n',
    'tasks/T-BBBB.yaml': 'title: b\nduration: 3d\nsplit: [1d, 1d, 1d, 1d]\n',
  });
  assert.ok(pauses);
  assert.deepEqual([...pauses.row], [1, 1]);
  assert.deepEqual([...pauses.from].map(day), ['03-02T18:00', '03-04T18:00']);
  assert.deepEqual([...pauses.to].map(day), ['03-04T09:00', '03-06T09:00']);
  const whole = await view({ 'tasks/T-AAAA.yaml': 'title: a\nduration: 2d\n' });
  assert.equal(whole.pauses, undefined);
});

test('what holds tasks by hand comes with the moment that it means', async () => {
  const { constraints } = await view({
    'tasks/T-AAAA.yaml': 'title: a\nduration: 1d\n',
    'tasks/T-BBBB.yaml': 'title: b\nduration: 1d\nconstraint: SNET 2026-03-04\n',
    'tasks/T-CCCC.yaml': 'title: c\nduration: 1d\nconstraint: MFO 2026-03-05\n',
    'tasks/T-DDDD.yaml': 'title: d\nduration: 1d\nconstraint: ALAP\n',
    'tasks/T-EEEE.yaml': 'title: e\nduration: 1d\npinned: 2026-03-07\nconstraint: ASAP\n',
  });
  assert.ok(constraints);
  const told = [...constraints.row].map((_, i) => {
    const at = constraints.at[i] ?? NaN;
    const kind = rowHolds[constraints.kind[i] ?? 0];
    return `${kind} ${Number.isNaN(at) ? 'undated' : formatInstant(at).slice(5)}`;
  });
  assert.deepEqual(told.sort(), [
    'ALAP undated',
    'MFO 03-05T18:00',
    'SNET 03-04T09:00',
    'pinned 03-07T00:00',
  ]);
  const free = await view({ 'tasks/T-AAAA.yaml': 'title: a\nduration: 1d\nconstraint: ASAP\n' });
  assert.equal(free.constraints, undefined);
});

test('what is recorded of work comes with its stretch, until now where it is not over', async () => {
  const { actuals, rows } = await view({
    'tasks/T-AAAA.yaml': 'title: a\nduration: 1d\n',
    'tasks/T-BBBB.yaml': 'title: b\nduration: 3d\nstatus: doing\nstarted: 2026-03-03\nspent: 1d\n',
    'tasks/T-CCCC.yaml':
      'title: c\nduration: 1d\nstatus: done\nstarted: 2026-03-02\nfinished: 2026-03-03\n',
    'tasks/T-DDDD.yaml': 'title: d\nduration: 3d\nspent: 4h\nremaining: 2d\n',
  });
  assert.ok(actuals);
  const day = (minutes: number | undefined): string =>
    minutes === undefined || Number.isNaN(minutes) ? '-' : formatInstant(minutes).slice(5);
  const told = [...actuals.row].map((row, i) =>
    [
      rows.id[row],
      day(actuals.from[i]),
      day(actuals.to[i]),
      actuals.isOver[i] === 1 ? 'over' : 'on',
      actuals.spent[i],
      actuals.remaining[i],
    ].join(' '),
  );
  assert.deepEqual(told.sort(), [
    'T-BBBB 03-03T09:00 03-04T00:00 on 1d ',
    'T-CCCC 03-02T09:00 03-03T18:00 over  ',
    'T-DDDD - - on 4h 2d',
  ]);
  const planned = await view({ 'tasks/T-AAAA.yaml': 'title: a\nduration: 1d\n' });
  assert.equal(planned.actuals, undefined);
});
