import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  editDuration,
  editFinish,
  editProgress,
  editStart,
  editStatus,
  type Edit,
} from '../../../webview/gantt/editIntents.ts';
import { loadPlan } from '../../../webview/gantt/loadedPlan.ts';
import { holdRow } from '../../../webview/gantt/reschedule.ts';
import { at, buildView, snapshotOf } from './support/buildView.ts';

const view = buildView([
  { id: 'T-1', start: '2026-03-02T08:00', finish: '2026-03-04T16:00', days: 3 },
]);
const held = holdRow(loadPlan(snapshotOf(view)), 0);

function check(edit: Edit, command: string, input: object): void {
  assert.deepEqual(edit, { kind: 'intent', intent: { command, input: { id: 'T-1', ...input } } });
}

function checkRefused(edit: Edit): void {
  assert.equal(edit?.kind, 'refusal');
}

test('a typed start means the first working time of that day', () => {
  check(editStart(held, '2026-03-07'), 'rescheduleTask', { start: at('2026-03-09T08:00') });
  assert.equal(editStart(held, '2026-03-02'), undefined);
  checkRefused(editStart(held, '2026-02-31'));
  checkRefused(editStart(held, ''));
});

test('a typed finish is the last day of the work', () => {
  check(editFinish(held, '2026-03-06'), 'rescheduleTask', { durationMinutes: 5 * 480 });
  checkRefused(editFinish(held, '2026-02-20'));
});

test('a typed duration is what files take', () => {
  check(editDuration(held, '5d'), 'rescheduleTask', { durationMinutes: 2400 });
  check(editDuration(held, ' 2.5 '), 'rescheduleTask', { durationMinutes: 1200 });
  check(editDuration(held, '90m'), 'rescheduleTask', { durationMinutes: 90 });
  assert.equal(editDuration(held, '3d'), undefined);
  check(editDuration(held, '1w'), 'setFields', { fields: { duration: '1w' } });
  check(editDuration(held, '3ed'), 'setFields', { fields: { duration: '3ed' } });
  check(editDuration(held, '2d..3d..8d'), 'setFields', {
    fields: { estimate: '2d..3d..8d', duration: null },
  });
  for (const text of ['', '0d', '-2d', 'soon', '2d..', '2d..soon'])
    checkRefused(editDuration(held, text));
});

test('progress is a percentage', () => {
  check(editProgress('T-1', '40'), 'setProgress', { percent: 40 });
  check(editProgress('T-1', '12.4 %'), 'setProgress', { percent: 12 });
  for (const text of ['', '-1', '101', 'half']) checkRefused(editProgress('T-1', text));
});

test('a status is chosen by a command that knows what belongs to it', () => {
  check(editStatus('T-1', 'doing', 'done'), 'setStatus', { status: 'done' });
  check(editStatus('T-1', 'done', 'todo'), 'setStatus', { status: 'todo' });
  assert.equal(editStatus('T-1', 'todo', 'todo'), undefined);
});
