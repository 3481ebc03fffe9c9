import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastStep } from '../../../src/core/base/lastStep.ts';
import { formatDay, minutesPerDay, parsePlanDate } from '../../../src/core/model/instant.ts';
import { commitDaysInSteps } from '../../../src/core/views/computeCommitDays.ts';
import { parseCommitDays } from '../../../src/protocol/parseCommitDays.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { commit, indexOf } from '../commits/support/commits.ts';

const today = parsePlanDate('2026-03-20')?.at ?? NaN;

test('the commits of a task are counted by day, also by ids that it had before', () => {
  const built = buildPlan({ tasks: { 'T-A': {}, 'T-B': {}, 'T-NONE': {} } });
  const tasks = new Map(
    [...built.tasks].map(([id, task]) => [
      id,
      id === 'T-A' ? { ...task, formerIds: ['T-OLD'] } : task,
    ]),
  );
  const plan = { ...built, tasks };
  const index = indexOf(
    commit('c5', '2026-03-06', { ids: ['T-B'] }),
    commit('c2', '2026-03-05', { ids: ['T-A', 'T-B'] }),
    commit('c1', '2026-03-03', { ids: ['T-OLD', 'T-A'] }),
    commit('c3', '2026-03-05', { ids: ['T-OLD'] }),
    commit('c4', '2026-03-05', { ids: ['T-GONE', 'M-A'] }),
    // A clock that goes wrong, and a day that is none.
    commit('c6', '2026-03-21', { ids: ['T-NONE'] }),
    commit('c7', 'yesterday', { ids: ['T-NONE'] }),
  );
  const { ids, offsets, days, commits } = lastStep(commitDaysInSteps(plan, index, today));
  const told = ids.map((id, place) => {
    const [from, to] = [offsets[place] ?? NaN, offsets[place + 1]];
    const own = [...days.subarray(from, to)].map(
      (day, at) => `${formatDay(day * minutesPerDay)} ${commits[from + at]}`,
    );
    return [id, ...own];
  });
  assert.deepEqual(told, [
    ['T-A', '2026-03-03 1', '2026-03-05 2'],
    ['T-B', '2026-03-05 1', '2026-03-06 1'],
  ]);
});

test('many commits are counted in steps, and more than a column holds are told as the most', () => {
  const many = Array.from({ length: 70_000 }, (_, at) =>
    commit(`c${at}`, '2026-03-03', { ids: ['T-A'] }),
  );
  const plan = buildPlan({ tasks: { 'T-A': {} } });
  const steps = commitDaysInSteps(plan, indexOf(...many), today);
  let count = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      assert.deepEqual([...step.value.commits], [65_535]);
      break;
    }
    count += 1;
  }
  assert.ok(count > 10);
});

test('columns that do not fit together are not taken for days of commits', () => {
  const whole = {
    ids: ['T-AAAA', 'T-BBBB'],
    offsets: Int32Array.of(0, 1, 3),
    days: Int32Array.of(1, 1, 2),
    commits: Uint16Array.of(1, 2, 3),
  };
  assert.deepEqual(parseCommitDays(whole), whole);
  const isRefused = (change: object): boolean => !parseCommitDays({ ...whole, ...change });
  assert.ok(isRefused({ offsets: Int32Array.of(0, 3) }));
  assert.ok(isRefused({ offsets: Int32Array.of(0, 4, 3) }));
  assert.ok(isRefused({ offsets: Int32Array.of(1, 2, 3) }));
  assert.ok(isRefused({ offsets: Int32Array.of(0, 1, 2) }));
  assert.ok(isRefused({ commits: Uint16Array.of(1) }));
  assert.ok(isRefused({ days: [1, 1, 2] }));
  assert.ok(isRefused({ ids: ['T-AAAA', '../x'] }));
  assert.equal(parseCommitDays(null), undefined);
});
