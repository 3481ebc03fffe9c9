import assert from 'node:assert/strict';
import type { Plan } from '../../src/core/model/plan.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { findConflicts } from '../../src/core/schedule/explainConflicts.ts';
import { createExplainContext } from '../../src/core/schedule/explainContext.ts';
import { explainDates } from '../../src/core/schedule/explainDates.ts';
import type { Schedule } from '../../src/core/schedule/schedule.ts';
import { createScheduler } from '../../src/core/schedule/scheduler.ts';
import { buildTask } from './buildPlan.ts';

function said(schedule: Schedule): unknown {
  const { start, finish, ids, problems } = schedule;
  return { start, finish, problems, dates: ids.map(id => schedule.datesOf(id)) };
}

/**
 * The schedule of a plan, which has to be the same for the engine that comes from the same plan
 * without what is bad about one task, and goes back there. Some items are explained, at both ends.
 */
export function scheduleEveryWay(plan: Plan, bad: string, explained: readonly string[]): Schedule {
  const schedule = computeSchedule(plan);
  const sound = {
    ...plan,
    tasks: new Map(plan.tasks).set(bad, buildTask(bad, { duration: '1d' })),
  };
  const scheduler = createScheduler();
  scheduler(sound);
  assert.deepEqual(said(scheduler(plan)), said(schedule));
  // There and back is enough for plans of a size that a person can write.
  if (plan.tasks.size < 1_000) {
    assert.deepEqual(said(scheduler(sound)), said(computeSchedule(sound)));
    assert.deepEqual(said(scheduler(plan)), said(schedule));
  }
  const ctx = createExplainContext(plan, schedule);
  for (const id of explained) {
    const isDated = schedule.datesOf(id) !== undefined;
    for (const end of ['start', 'finish'] as const) {
      const { kind } = explainDates(ctx, id, end);
      assert.equal(kind, isDated ? 'dated' : 'undated', `${id} ${end}`);
    }
    findConflicts(ctx, id, []);
  }
  for (const id of schedule.ids) {
    const dates = schedule.datesOf(id);
    const numbers = Object.values(dates ?? {}).filter(value => typeof value === 'number');
    assert.ok(numbers.every(Number.isFinite), `${id}: ${numbers.join()}`);
  }
  return schedule;
}
