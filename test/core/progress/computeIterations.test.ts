import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, parsePlanDate } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import {
  computeIterations,
  type IterationsView,
} from '../../../src/core/progress/computeIterations.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';

const start = parsePlanDate('2026-03-02');

function planOf(tasks: Readonly<Record<string, TaskWords>>): Plan {
  assert.ok(start);
  return buildPlan({ tasks, project: { iterations: { start, weeks: 2 } } });
}

function iterationsOf(plan: Plan, on: string): IterationsView | undefined {
  return computeIterations(plan, computeSchedule(plan), parsePlanDate(on)?.at ?? 0);
}

const done = { status: 'done' as const, duration: '2d' };

test('a task belongs to the iteration in which it was finished, or will be', () => {
  const plan = planOf({
    'T-0001': { ...done, started: '2026-03-02', finished: '2026-03-03' },
    'T-0002': { ...done, started: '2026-03-09', finished: '2026-03-15', parent: 'T-0006' },
    'T-0003': { ...done, started: '2026-03-16', finished: '2026-03-17' },
    'T-0004': { duration: '3d', pinned: '2026-03-30' },
    'T-0005': { duration: '9d', status: 'dropped' },
    'T-0006': {},
    'T-0007': { duration: '1d' },
  });
  const view = iterationsOf(plan, '2026-03-19');
  assert.deepEqual(
    view?.iterations.map(each => [each.number, each.firstDay, each.doneTasks, each.openTasks]),
    [
      [1, dayNumber(2026, 3, 2), 2, 0],
      // What should have been finished in the first is work of the present one.
      [2, dayNumber(2026, 3, 16), 1, 1],
      [3, dayNumber(2026, 3, 30), 0, 1],
    ],
  );
  assert.equal(view.present, 1);
  assert.equal(view.velocity, 4 * 480);
  assert.equal(view.left, 1);
});

test('without rules there are none, and before the first there is no velocity', () => {
  assert.equal(iterationsOf(buildPlan({ tasks: {} }), '2026-03-19'), undefined);
  const early = iterationsOf(planOf({ 'T-0001': { duration: '1d' } }), '2026-02-20');
  assert.deepEqual(
    early?.iterations.map(({ number, openTasks }) => [number, openTasks]),
    [[1, 1]],
  );
  assert.deepEqual([early.present, early.velocity, early.left], [undefined, undefined, undefined]);
});
