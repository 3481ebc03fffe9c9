import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { loadPlan } from '../../../webview/gantt/loadedPlan.ts';
import {
  endedAt,
  holdRow,
  movedBy,
  placementText,
  rescheduleIntent,
  resizedBy,
  spokenPlacement,
  whyFixed,
  type Held,
  type Placement,
} from '../../../webview/gantt/reschedule.ts';
import { at, buildView, snapshotOf, type RowSpec } from './support/buildView.ts';

const lexer: RowSpec = {
  id: 'T-1',
  title: 'Lexer',
  start: '2026-03-02T08:00',
  finish: '2026-03-04T16:00',
  days: 3,
};

function hold(spec: RowSpec): Held {
  return holdRow(loadPlan(snapshotOf(buildView([spec]))), 0);
}

function check(to: Placement, start: string, finish: string): void {
  assert.deepEqual([formatInstant(to.start), formatInstant(to.finish)], [start, finish]);
}

test('a move keeps the length in working time and the time of day', () => {
  check(movedBy(hold(lexer), 2 * 1440, 'day'), '2026-03-04T08:00', '2026-03-06T16:00');
  check(movedBy(hold(lexer), 3 * 1440 + 200, 'day'), '2026-03-05T08:00', '2026-03-09T16:00');
  check(movedBy(hold(lexer), 120, 'hour'), '2026-03-02T10:00', '2026-03-05T10:00');
});

test('a move into a weekend goes on in its direction', () => {
  check(movedBy(hold(lexer), 5 * 1440, 'day'), '2026-03-09T08:00', '2026-03-11T16:00');
  check(movedBy(hold(lexer), -1440, 'day'), '2026-02-27T08:00', '2026-03-03T16:00');
  check(movedBy(hold(lexer), -60, 'hour'), '2026-02-27T15:00', '2026-03-04T15:00');
});

test('less than half a step moves nothing and asks for nothing', () => {
  const held = hold(lexer);
  assert.equal(rescheduleIntent(held, movedBy(held, 700, 'day')), undefined);
});

test('a resize goes by days of work, one at the least', () => {
  const held = hold(lexer);
  check(resizedBy(held, 2, 'day'), '2026-03-02T08:00', '2026-03-06T16:00');
  check(resizedBy(held, -9, 'day'), '2026-03-02T08:00', '2026-03-02T16:00');
  check(endedAt(held, at('2026-03-10'), 'day'), '2026-03-02T08:00', '2026-03-09T16:00');
  check(resizedBy(held, 1, 'hour'), '2026-03-02T08:00', '2026-03-05T09:00');
});

test('a move sends the start alone and a resize the length alone', () => {
  const held = hold(lexer);
  assert.deepEqual(rescheduleIntent(held, movedBy(held, 1440, 'day')), {
    command: 'rescheduleTask',
    input: { id: 'T-1', start: at('2026-03-03T08:00') },
  });
  assert.deepEqual(rescheduleIntent(held, resizedBy(held, 1, 'day')), {
    command: 'rescheduleTask',
    input: { id: 'T-1', durationMinutes: 4 * 480 },
  });
});

test('a milestone moves its due date, past days without work', () => {
  const release: RowSpec = {
    id: 'M-1',
    kind: 'milestone',
    start: '2026-03-20T16:00',
    finish: '2026-03-20T16:00',
    deadline: '2026-03-24T16:00',
  };
  const held = hold(release);
  const check = (days: number, due: string): void =>
    assert.deepEqual(rescheduleIntent(held, movedBy(held, days * 1440, 'day')), {
      command: 'setFields',
      input: { id: 'M-1', fields: { due } },
    });
  check(3, '2026-03-27');
  check(4, '2026-03-30');
  check(-2, '2026-03-20');
  check(-1, '2026-03-23');
});

test('what cannot be moved says why', () => {
  const reason = (spec: RowSpec, canEdit = true): string | undefined =>
    whyFixed(loadPlan(snapshotOf(buildView([spec]), 1, canEdit)), 0);
  assert.equal(reason(lexer), undefined);
  assert.match(reason(lexer, false) ?? '', /cannot be written/);
  assert.match(reason({ ...lexer, kind: 'summary' }) ?? '', /follows its tasks/);
  assert.match(reason({ ...lexer, status: 'done' }) ?? '', /reopen/);
  assert.match(reason({ ...lexer, flags: ['readOnly'] }) ?? '', /file/);
  assert.match(reason({ id: 'T-2' }) ?? '', /no dates/);
});

test('the new dates are shown and spoken', () => {
  const held = hold(lexer);
  const to = movedBy(held, 1440, 'day');
  assert.equal(placementText(held, to, 'day'), '3 Mar – 5 Mar · 3d');
  assert.equal(placementText(held, to, 'hour'), '3 Mar 08:00 – 5 Mar 16:00 · 3d');
  assert.equal(spokenPlacement(held, to), 'Lexer, 3 March to 5 March, 3 days');
});

test('the pauses of split work move with it, and are no part of its length', () => {
  const pauses = ['2026-03-03T16:00', '2026-03-05T08:00'];
  const held = hold({ ...lexer, finish: '2026-03-05T16:00', pauses });
  check(movedBy(held, 1440, 'day'), '2026-03-03T08:00', '2026-03-06T16:00');
  check(resizedBy(held, 1, 'day'), '2026-03-02T08:00', '2026-03-06T16:00');
  assert.equal(endedAt(held, at('2026-03-07'), 'day').durationMinutes, 4 * 480);
});
