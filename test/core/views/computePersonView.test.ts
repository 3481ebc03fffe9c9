import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from '../../../src/core/model/instant.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { personView } from '../../support/peopleView.ts';

test('what is in hand or due is now, the rest is next, and others wait for it', () => {
  const view = personView('ada');
  assert.deepEqual(
    view.now.map(({ id, note }) => [id, note]),
    [
      ['T-0001', ''],
      ['T-0002', 'misses its deadline of 2 Mar'],
    ],
  );
  assert.deepEqual(
    view.next.map(({ id, note }) => [id, note]),
    [['T-0004', 'waits for T-0003 “Draw” of Bob Kahn']],
  );
  assert.deepEqual(view.waiting, [
    { id: 'T-0003', title: 'Draw', who: 'Bob Kahn', forId: 'T-0001', forTitle: 'Parse' },
  ]);
});

test('the week is a list to tick off, with what was done in it', () => {
  const tasks = {
    'T-0001': {
      duration: '1d',
      assignees: ['ada'],
      status: 'done' as const,
      started: '2026-03-02',
      finished: '2026-03-02',
    },
    'T-0002': { duration: '1d', assignees: ['ada'], constraint: 'SNET 2026-03-05' },
    'T-0003': { duration: '1d', assignees: ['ada'], constraint: 'SNET 2026-03-12' },
  };
  const view = personView('ada', buildPlan({ tasks }));
  assert.equal(view.week, '2–8 Mar');
  assert.deepEqual(
    view.todo.map(({ id, isDone }) => [id, isDone]),
    [
      ['T-0001', true],
      ['T-0002', false],
    ],
  );
});

test('days with too much to do are told with their tasks', () => {
  const [overload] = personView('ada').overloads;
  assert.equal(overload?.text, '2–3 Mar: 2d too much');
  assert.deepEqual(
    overload.tasks.map(({ id }) => id),
    ['T-0001', 'T-0002'],
  );
});

test('days that are past are no overload that somebody could still end', () => {
  const tasks = {
    'T-0001': { duration: '2d', assignees: ['ada'] },
    'T-0002': { duration: '2d', assignees: ['ada'] },
  };
  const plan = buildPlan({ tasks });
  assert.equal(personView('ada', plan).overloads.length, 1);
  assert.deepEqual(personView('ada', plan, dayNumber(2026, 3, 9) * 1440).overloads, []);
});
