import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, formatInstant } from '../../../src/core/model/instant.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { createGanttViewer } from '../../../src/core/views/computeGanttView.ts';
import type { GanttView } from '../../../src/core/views/ganttView.ts';
import { createOutliner } from '../../../src/core/views/outline.ts';
import type { Snapshot } from '../../../src/core/store/snapshot.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';
import { SnapshotPacker, SnapshotUnpacker } from '../../../src/protocol/packedSnapshot.ts';
import { snapshotOf } from '../../webview/gantt/support/buildView.ts';

const files = {
  'project.yaml': 'version: 1\nname: Test\nstart: 2026-03-02\n',
  'tasks/T-AAAA.yaml': 'title: a\nestimate: 3d\n',
  'tasks/T-BBBB.yaml': 'title: b\nestimate: 2d\ndependsOn: T-AAAA\n',
  'tasks/T-CCCC.yaml': 'title: c\nestimate: 1d\n',
  'tasks/T-DDDD.yaml': 'title: d\nstatus: dropped\n',
};
const baselines = {
  'baselines/2026-02-01-first.yaml': [
    'title: First',
    'takenOn: 2026-02-01',
    'items:',
    '  T-AAAA: 2026-03-02T09:00..2026-03-02T18:00',
    '  T-BBBB: 2026-03-03T09:00..2026-03-10T18:00',
    '',
  ].join('\n'),
  'baselines/2026-02-20-second.yaml': [
    'takenOn: 2026-02-20',
    'items:',
    '  T-AAAA: 2026-03-02T09:00..2026-03-04T18:00',
    '  T-DDDD: 2026-03-02T09:00..2026-03-04T18:00',
    '',
  ].join('\n'),
};

function createViews(): (snapshot: Snapshot) => GanttView {
  const [outliner, viewer, scheduler] = [createOutliner(), createGanttViewer(), createScheduler()];
  return snapshot => {
    const schedule = scheduler(snapshot.plan);
    const outline = outliner(snapshot.plan, schedule);
    const today = dayNumber(2026, 3, 4) * 1440;
    return viewer(snapshot, schedule, { today, outline, problems: [] });
  };
}

/** Row by row: where it stood, and by how many working days it now finishes later. */
function told({ rows, baselines: known, durationScale }: GanttView): readonly string[] {
  const { minutesPerDay } = durationScale;
  assert.ok(known);
  return known.name.flatMap((name, baseline) =>
    rows.id.map((id, row) => {
      const at = baseline * rows.count + row;
      const finish = known.finish[at] ?? NaN;
      const days = (known.varianceMinutes[at] ?? NaN) / minutesPerDay;
      return `${name} ${id} ${Number.isNaN(finish) ? '-' : formatInstant(finish)} ${days}`;
    }),
  );
}

test('each row is held against every baseline in working days, the newest baseline first', async () => {
  const view = createViews()(await loadPlan(memoryFiles({ ...files, ...baselines })));
  assert.deepEqual(view.baselines?.title, ['2026-02-20-second', 'First']);
  assert.deepEqual(told(view), [
    '2026-02-20-second T-AAAA 2026-03-04T18:00 0',
    '2026-02-20-second T-CCCC - NaN',
    '2026-02-20-second T-BBBB - NaN',
    '2026-02-20-second T-DDDD 2026-03-04T18:00 NaN',
    '2026-02-01-first T-AAAA 2026-03-02T18:00 2',
    '2026-02-01-first T-CCCC - NaN',
    '2026-02-01-first T-BBBB 2026-03-10T18:00 -2',
    '2026-02-01-first T-DDDD - NaN',
  ]);
});

test('a plan without baselines has none in its view', async () => {
  assert.equal(createViews()(await loadPlan(memoryFiles(files))).baselines, undefined);
});

test('after an edit the variance is that of a view made anew', async () => {
  const before = { ...files, ...baselines };
  const longer = { ...before, 'tasks/T-AAAA.yaml': 'title: a\nestimate: 4d\n' };
  const views = createViews();
  views(await loadPlan(memoryFiles(before)));
  const followed = views(await loadPlan(memoryFiles(longer)));
  assert.deepEqual(followed, createViews()(await loadPlan(memoryFiles(longer))));
  assert.equal(told(followed)[4], '2026-02-01-first T-AAAA 2026-03-02T18:00 3');
});

test('baselines arrive in the panel as they were sent, and are gone when the plan has none any more', async () => {
  const packer = new SnapshotPacker();
  const { unpack } = new SnapshotUnpacker(() => assert.fail('no gap'));
  const some = snapshotOf(createViews()(await loadPlan(memoryFiles({ ...files, ...baselines }))));
  assert.deepEqual(unpack(packer.pack(some))?.gantt.baselines, some.gantt.baselines);
  const none = snapshotOf(createViews()(await loadPlan(memoryFiles(files))), 2);
  assert.equal(unpack(packer.pack(none))?.gantt.baselines, undefined);
});
