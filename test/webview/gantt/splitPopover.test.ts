import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { loadPlan } from '../../../webview/gantt/loadedPlan.ts';
import {
  middleOf,
  splitAmong,
  splitIntents,
  type SplitWish,
} from '../../../webview/gantt/splitPopover.ts';
import { at, buildView, snapshotOf } from './support/buildView.ts';

const plan = loadPlan(
  snapshotOf(
    buildView([
      { id: 'T-1', start: '2026-03-02T08:00', finish: '2026-03-06T16:00', days: 5 },
      { id: 'T-2', start: '2026-03-05T08:00', finish: '2026-03-10T16:00', days: 4 },
      { id: 'T-3', start: '2026-03-02T08:00', finish: '2026-03-02T16:00', days: 1 },
      { id: 'T-4', start: '2026-03-02T08:00', finish: '2026-03-06T16:00', status: 'done' },
      { id: 'M-1', kind: 'milestone', start: '2026-03-05T08:00', finish: '2026-03-05T08:00' },
    ]),
  ),
);
const rows = [0, 1, 2, 3, 4];

function check(wish: SplitWish, ...expected: readonly object[]): void {
  const { intents, refusal } = splitIntents(plan, rows, wish);
  assert.deepEqual([intents, refusal], [expected, '']);
}

test('of a selection, what has work on both sides of the date is split', () => {
  const input = { at: at('2026-03-05'), pauseMinutes: 960 };
  check(
    { at: '2026-03-05', pause: '2', into: 'parts' },
    { command: 'splitTask', input: { id: 'T-1', ...input } },
  );
  const noon = { at: at('2026-03-06T12:00') };
  check(
    { at: '2026-03-06T12:00', pause: '', into: 'tasks' },
    { command: 'divideTask', input: { id: 'T-1', ...noon } },
    { command: 'divideTask', input: { id: 'T-2', ...noon } },
  );
});

test('a split that makes no sense says what to do', () => {
  const refusal = (at: string, pause: string): string =>
    splitIntents(plan, rows, { at, pause, into: 'parts' }).refusal;
  assert.match(refusal('', '1d'), /Choose the date/);
  assert.match(refusal('2026-03-05', 'soon'), /length of work/);
  assert.match(refusal('2026-03-05', '2ed'), /length of work/);
  assert.match(refusal('2026-04-05', '1d'), /choose another/);
});

test('what is done and what has no work stays out of the question, whichever of them leads', () => {
  assert.deepEqual(splitAmong(plan, { row: 3, rows }), { parts: [0, 1, 2], title: '3 of 5 tasks' });
  assert.deepEqual(splitAmong(plan, { row: 1, rows: [0, 1] }).parts, [1, 0]);
});

test('where nothing else says where, work is split midway', () => {
  assert.equal(formatInstant(middleOf(plan, 0, false)), '2026-03-04T00:00');
  assert.equal(formatInstant(middleOf(plan, 2, true)), '2026-03-02T12:00');
});
