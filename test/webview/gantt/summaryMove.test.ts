import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { loadPlan, type LoadedPlan } from '../../../webview/gantt/loadedPlan.ts';
import { holdRow, movedBy } from '../../../webview/gantt/reschedule.ts';
import {
  expandSummaries,
  movedAlike,
  summaryIntents,
  whyUnmovable,
} from '../../../webview/gantt/summaryMove.ts';
import { at, buildView, snapshotOf, type LinkSpec, type RowSpec } from './support/buildView.ts';

const sum: RowSpec = {
  id: 'T-SUM',
  title: 'Whole',
  kind: 'summary',
  start: '2026-03-02T08:00',
  finish: '2026-03-11T16:00',
};
const part = (id: string, start: string, finish: string, more: Partial<RowSpec> = {}): RowSpec => ({
  id,
  parent: 'T-SUM',
  start: `2026-${start}T08:00`,
  finish: `2026-${finish}T16:00`,
  days: 2,
  ...more,
});

function planOf(specs: readonly RowSpec[], links: readonly LinkSpec[] = []): LoadedPlan {
  return loadPlan(snapshotOf(buildView(specs, { links })));
}

test('a summary goes with its tasks that have not begun, all by the same working time', () => {
  const plan = planOf([
    sum,
    part('T-ONE', '03-02', '03-03'),
    part('T-FRI', '03-06', '03-09'),
    part('T-RUN', '03-02', '03-03', { progress: 0.5, status: 'doing' }),
    part('T-REC', '03-02', '03-03', { actual: { from: '2026-03-02T08:00', to: '2026-03-04' } }),
    part('T-END', '03-02', '03-03', { status: 'done', progress: 1 }),
    { ...part('T-OUT', '03-02', '03-03'), parent: '' },
  ]);
  assert.equal(whyUnmovable(plan, 0), undefined);
  assert.deepEqual(expandSummaries(plan, [0, 1, 6]), [1, 2, 6]);
  const lead = holdRow(plan, 0);
  const shift = movedAlike(lead, movedBy(lead, 1440, 'day'));
  const starts = [0, 1, 2].map(row =>
    formatInstant(shift(row === 0 ? lead : holdRow(plan, row)).start),
  );
  assert.deepEqual(starts, ['2026-03-03T08:00', '2026-03-03T08:00', '2026-03-09T08:00']);
  const back = movedAlike(lead, movedBy(lead, -1440, 'day'));
  assert.equal(formatInstant(back(holdRow(plan, 2)).start), '2026-03-05T08:00');
});

test('what follows another task of the summary is left to the schedule', () => {
  const plan = planOf(
    [
      sum,
      part('T-ONE', '03-02', '03-03'),
      part('T-TWO', '03-04', '03-05'),
      part('T-OWN', '03-10', '03-11'),
    ],
    [
      { from: 'T-ONE', to: 'T-TWO' },
      { from: 'T-TWO', to: 'T-OWN' },
    ],
  );
  assert.deepEqual(summaryIntents(plan, 0, 1), [
    { command: 'rescheduleTask', input: { id: 'T-ONE', start: at('2026-03-03T08:00') } },
    { command: 'rescheduleTask', input: { id: 'T-OWN', start: at('2026-03-11T08:00') } },
  ]);
});

test('a summary of which all has begun says why it stays', () => {
  const plan = planOf([
    sum,
    part('T-RUN', '03-02', '03-03', { progress: 0.5, status: 'doing' }),
    part('T-END', '03-02', '03-03', { status: 'done', progress: 1 }),
  ]);
  assert.match(whyUnmovable(plan, 0) ?? '', /^No task of "Whole" can be moved: all have begun/);
});
