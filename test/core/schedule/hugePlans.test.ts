// Plans of a size and a length that nobody should write, through every way that dates are computed
// and explained.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Task } from '../../../src/core/model/task.ts';
import { createExplainContext } from '../../../src/core/schedule/explainContext.ts';
import { explainDates } from '../../../src/core/schedule/explainDates.ts';
import { buildPlan, buildTask } from '../../support/buildPlan.ts';
import { scheduleEveryWay } from '../../support/scheduleEveryWay.ts';
import { span } from '../../support/scheduleWords.ts';

const day = { duration: '1d' };
const tuesday = '03-03T09:00 03-03T18:00';

function named(prefix: string, number: number): string {
  return `T-${prefix}${String(number).padStart(5, '0')}`;
}

function planOf(tasks: readonly Task[]): Plan {
  return { ...buildPlan({}), tasks: new Map(tasks.map(task => [task.id, task])) };
}

test('a chain of 10,000 tasks is followed after an edit, and explained to its beginning', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) =>
    buildTask(named('A', i), { duration: '15m', dependsOn: i === 0 ? [] : [named('A', i - 1)] }),
  );
  const plan = planOf(chain);
  const schedule = scheduleEveryWay(plan, named('A', 5000), [named('A', 0)]);
  const explained = explainDates(createExplainContext(plan, schedule), named('A', 9999));
  assert.ok(explained.kind === 'dated');
  assert.equal(explained.steps.length, 10_000);
  const first = buildTask(named('A', 0), { ...day, dependsOn: [named('A', 9999)] });
  const loop = planOf([first, ...chain.slice(1)]);
  const broken = scheduleEveryWay(loop, named('A', 0), [named('A', 0), named('A', 9999)]);
  assert.deepEqual(
    broken.problems.map(({ code }) => code),
    ['dependency-cycle'],
  );
});

test('a nest of 3,000 summaries is explained down to its task', () => {
  const nest = Array.from({ length: 3_000 }, (_, i) =>
    buildTask(named('A', i), i === 2999 ? day : { parent: named('A', i + 1) }),
  );
  const plan = planOf(nest);
  const schedule = scheduleEveryWay(plan, named('A', 0), [named('A', 2999)]);
  assert.equal(formatInstant(schedule.finish), '2026-03-02T18:00');
});

test('all of 2,000 tasks come before all of 2,000 others, as summaries', () => {
  const parts = (prefix: string, parent: string): readonly Task[] =>
    Array.from({ length: 2_000 }, (_, i) => buildTask(named(prefix, i), { ...day, parent }));
  const plan = planOf([
    ...parts('A', 'T-SSSS'),
    ...parts('B', 'T-ZZZZ'),
    buildTask('T-SSSS', {}),
    buildTask('T-ZZZZ', { dependsOn: ['T-SSSS'] }),
  ]);
  const explained = [named('A', 0), named('B', 1999), 'T-SSSS', 'T-ZZZZ'];
  const schedule = scheduleEveryWay(plan, named('A', 7), explained);
  assert.deepEqual([schedule.ids.length, span(schedule.datesOf('T-ZZZZ'))], [4002, tuesday]);
});

test('all of 300 tasks come before all of 300 others, each by its own dependency', () => {
  const middle = Array.from({ length: 300 }, (_, i) => named('B', i));
  const last = buildTask(named('C', 0), { ...day, dependsOn: middle });
  const plan = planOf([
    ...middle.map(id => buildTask(id, day)),
    ...middle.map((_, i) => ({ ...last, id: named('C', i) })),
  ]);
  const schedule = scheduleEveryWay(plan, named('B', 7), [named('B', 0), named('C', 299)]);
  assert.equal(span(schedule.datesOf(named('C', 299))), tuesday);
});

test('a chain that goes on far beyond the horizon does not come back into it', () => {
  const long = Array.from({ length: 400 }, (_, i) =>
    buildTask(named('A', i), {
      duration: '26000d',
      dependsOn: i === 0 ? [] : [named('A', i - 1)],
    }),
  );
  // Together as many days as are none in 32 bits, and a day of work after them.
  const lengths = [...Array.from({ length: 6 }, () => 1e12), 2 ** 32 * 1440 - 6e12];
  const far = long.slice(0, 8).map((task, i) => {
    const value = lengths[i] ?? 480;
    return { ...task, duration: { value, unit: 'm', isElapsed: i < 7 } as const };
  });
  const codes = (tasks: readonly Task[]): readonly unknown[] => {
    const plan = planOf(tasks);
    const schedule = scheduleEveryWay(plan, named('A', 5), [named('A', 0), named('A', 7)]);
    return [schedule.ids.length, ...schedule.problems.map(({ code }) => code)];
  };
  assert.deepEqual(codes(long), [1, 'horizon-exceeded']);
  assert.deepEqual(codes(far), [0, 'horizon-exceeded']);
});
