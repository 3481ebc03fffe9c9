import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { addIntent, placeBeside, placeDrawn } from '../../../webview/gantt/drawnTask.ts';
import { groupView } from '../../../webview/gantt/groupRows.ts';
import { loadPlan } from '../../../webview/gantt/loadedPlan.ts';
import type { Grain } from '../../../webview/gantt/reschedule.ts';
import { at, buildView, snapshotOf } from './support/buildView.ts';

const view = buildView([
  { id: 'M-1', kind: 'group', start: '2026-03-02T08:00', finish: '2026-03-13T16:00' },
  { id: 'T-1', kind: 'summary', parent: 'M-1', milestone: 'M-1' },
  { id: 'T-2', parent: 'T-1', milestone: 'M-1', tags: ['ui'] },
  { id: 'T-3', start: '2026-03-02T08:00', finish: '2026-03-13T16:00', days: 10 },
]);
const plan = loadPlan(snapshotOf(view));

function check(from: string, to: string, grain: Grain, expected: string): void {
  const drawn = placeDrawn(plan, { anchor: at(from), to: at(to), grain });
  const [start, finish] = [drawn.start, drawn.finish].map(formatInstant);
  assert.equal(`${start} ${finish} ${drawn.durationMinutes / 60}h`, expected);
}

test('what is drawn is whole days of work, whichever way it was drawn', () => {
  check('2026-03-05T23:00', '2026-03-10T01:00', 'day', '2026-03-05T08:00 2026-03-10T16:00 32h');
  check('2026-03-10T01:00', '2026-03-05T23:00', 'day', '2026-03-05T08:00 2026-03-10T16:00 32h');
  check('2026-03-07T10:00', '2026-03-07T11:00', 'day', '2026-03-09T08:00 2026-03-09T16:00 8h');
  check('2026-03-05T09:20', '2026-03-05T11:40', 'hour', '2026-03-05T09:00 2026-03-05T12:00 3h');
});

test('nothing is drawn before the plan begins', () => {
  check('2026-02-20', '2026-03-03T10:00', 'day', '2026-03-02T08:00 2026-03-03T16:00 16h');
  check('2026-02-20', '2026-02-21', 'day', '2026-03-02T08:00 2026-03-02T16:00 8h');
});

test('a new task belongs where the row belongs that it is drawn on', () => {
  assert.deepEqual(
    [0, 1, 2, 3, -1].map(row => placeBeside(view, row)),
    [{ milestone: 'M-1' }, { parent: 'T-1' }, { parent: 'T-1' }, {}, {}],
  );
  const grouped = groupView(view, 'tags');
  const rowOf = (id: string): number => grouped.rows.id.indexOf(id);
  assert.deepEqual(placeBeside(grouped, rowOf('T-2')), { milestone: 'M-1' });
  assert.deepEqual(placeBeside(grouped, 0), {});
});

test('a start in the middle of a day is written with its time', () => {
  const { workingTime, view: shown } = plan;
  const where = { workingTime, scale: shown.durationScale, place: {} };
  const to = placeDrawn(plan, {
    anchor: at('2026-03-05T10:00'),
    to: at('2026-03-05T11:30'),
    grain: 'hour',
  });
  assert.deepEqual(addIntent('Call', to, where), {
    command: 'addItem',
    input: {
      kind: 'task',
      title: 'Call',
      fields: { duration: '2h', constraint: 'SNET 2026-03-05T10:00' },
    },
  });
});
