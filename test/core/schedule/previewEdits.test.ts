import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { createPreviewer, type BarEdit } from '../../../src/core/schedule/previewEdits.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { benchOf, instant } from '../../support/runOnFiles.ts';
import { seededRandom } from '../../support/seededRandom.ts';

const plan = buildPlan({
  start: '2026-03-02',
  tasks: {
    'T-AAAA': { duration: '2d' },
    'T-BBBB': { duration: '3d', dependsOn: ['T-AAAA'], deadline: '2026-03-09' },
    'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB'], milestone: 'M-AAAA' },
    'T-DDDD': { duration: '1d' },
    'T-LIMT': { duration: '1d', constraint: 'SNLT 2026-03-05' },
  },
  milestones: { 'M-AAAA': { due: '2026-03-10' } },
});
const preview = createPreviewer(plan, {});

function tell(...edits: readonly BarEdit[]): readonly string[] {
  const { moved, finish, newlyMissed, newlyMet } = preview(edits);
  return [
    ...moved.map(({ id, after }) => `${id} ${formatInstant(after.start).slice(5, 10)}`),
    `finish ${formatInstant(finish.before).slice(5, 10)} ${formatInstant(finish.after).slice(5, 10)}`,
    ...newlyMissed.map(id => `misses ${id}`),
    ...newlyMet.map(id => `meets ${id}`),
  ];
}

test('a preview names what moves, the finish of the project and the promises that turn', () => {
  const start = instant('2026-03-04') + 9 * 60;
  assert.deepEqual(tell({ id: 'T-AAAA', start }), [
    'M-AAAA 03-11',
    'T-AAAA 03-04',
    'T-BBBB 03-06',
    'T-CCCC 03-11',
    'finish 03-09 03-11',
    'misses M-AAAA',
    'misses T-BBBB',
  ]);
  assert.deepEqual(tell({ id: 'T-DDDD', durationMinutes: 2 * 480 }), [
    'T-DDDD 03-02',
    'finish 03-09 03-09',
  ]);
  assert.deepEqual(tell({ id: 'T-AAAA', durationMinutes: 480 }, { id: 'T-DDDD', start }), [
    'M-AAAA 03-06',
    'T-AAAA 03-02',
    'T-BBBB 03-03',
    'T-CCCC 03-06',
    'T-DDDD 03-04',
    'finish 03-09 03-06',
  ]);
  assert.deepEqual(tell(), ['finish 03-09 03-09']);
});

test('what a command would refuse, or does not know, moves nothing', () => {
  const start = instant('2026-03-10') + 9 * 60;
  for (const id of ['T-LIMT', 'M-AAAA', 'T-NONE']) {
    assert.deepEqual(tell({ id, start }), ['finish 03-09 03-09'], id);
  }
});

test('a preview is what the plan is once the command has run', async () => {
  for (let seed = 1; seed <= 24; seed++) {
    const random = seededRandom(seed * 17);
    const draw = (below: number): number => Math.floor(random() * below);
    const pick = <T>(values: readonly T[]): T => values[draw(values.length)] as T;
    const texts: Record<string, string> = { 'project.yaml': 'name: P\nstart: 2026-03-02\n' };
    const ids = Array.from({ length: 12 }, (_, i) => `T-${1000 + i}`);
    for (const [i, id] of ids.entries()) {
      const before = i > 0 && draw(3) > 0 ? `dependsOn: [${ids[draw(i)]}]\n` : '';
      const extra = pick([
        'duration: 3d',
        'estimate: 4d',
        'estimate: 2d..3d..5d',
        'duration: 2ed',
        'duration: 4d\nconstraint: SNET 2026-03-11',
        'duration: 4d\nconstraint: FNET 2026-03-12',
        'duration: 4d\nconstraint: MFO 2026-03-12',
        'duration: 4d\nconstraint: ALAP',
        'duration: 3d\npinned: 2026-03-06',
        'duration: 5d\nstarted: 2026-03-03\nprogress: 40%\nstatus: doing',
        'duration: 5d\nremaining: 2d\nstarted: 2026-03-03\nstatus: doing',
        'deadline: 2026-03-12',
      ]);
      texts[`tasks/${id}.yaml`] = `title: ${id}\n${before}${extra}\n`;
    }
    const bench = await benchOf(texts);
    for (let step = 0; step < 4; step++) {
      const { plan: now } = bench.store.snapshot;
      const schedule = computeSchedule(now);
      const id = pick(ids);
      const dates = schedule.datesOf(id);
      assert.ok(dates);
      const start = schedule.calendarOf(id).nextWork(dates.start + (1 + draw(6)) * 1440);
      const edit = draw(2) === 0 ? { id, start } : { id, durationMinutes: 480 * (4 + draw(6)) };
      const isDone = edit.durationMinutes === dates.durationMinutes;
      if (isDone) continue;
      const { moved } = createPreviewer(now, {})([edit]);
      await bench.run('rescheduleTask', edit);
      const after = computeSchedule(bench.store.snapshot.plan);
      const expected = after.ids.filter(each => {
        const [old, next] = [schedule.datesOf(each), after.datesOf(each)];
        return old?.start !== next?.start || old?.finish !== next?.finish;
      });
      assert.deepEqual(
        moved.map(each => each.id),
        expected,
        `seed ${seed} ${JSON.stringify(edit)}`,
      );
      for (const each of moved) assert.deepEqual(each.after, after.datesOf(each.id));
    }
  }
});
