import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DependencyType } from '../../../src/core/model/dependency.ts';
import { dependencyTypes } from '../../../src/core/model/dependency.ts';
import type { Instant } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { ItemDates, Schedule } from '../../../src/core/schedule/schedule.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';

/** Numbers from a seed: mulberry32 by Tommy Ettinger. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Shape {
  readonly seed: number;
  readonly types: readonly DependencyType[];
  readonly hasLag: boolean;
  readonly hasSummaries: boolean;
}

const lags = ['', '+1d', '+4h', '+2ed', '-4h', '+50%'];
const idOf = (number: number): string => `T-${String(number).padStart(4, '0')}`;

/** Sixty tasks of which each depends on up to three earlier ones. */
function drawTasks({ seed, types, hasLag, hasSummaries }: Shape): Record<string, TaskWords> {
  const draw = randomFrom(seed);
  const tasks: Record<string, TaskWords> = {};
  for (let i = 10; i < 70; i++) {
    const dependsOn = Array.from({ length: draw(4) }, () => {
      const lag = hasLag ? (lags[draw(lags.length)] ?? '') : '';
      return `${idOf(10 + draw(i - 9))} ${types[draw(types.length)] ?? 'FS'}${lag}`;
    }).filter(text => !text.startsWith(idOf(i)));
    const parent = hasSummaries && draw(3) === 0 ? idOf(draw(4)) : undefined;
    tasks[idOf(i)] = {
      duration: `${1 + draw(40)}h`,
      dependsOn,
      ...(parent === undefined ? {} : { parent }),
    };
  }
  if (hasSummaries) for (let i = 0; i < 4; i++) tasks[idOf(i)] = { duration: '1d' };
  return tasks;
}

function datesOf(schedule: Schedule, id: string): ItemDates {
  const dates = schedule.datesOf(id);
  assert.ok(dates, id);
  return dates;
}

/** The earliest moment that a dependency leaves the successor's end, or minus infinity. */
function bound(
  schedule: Schedule,
  plan: Plan,
  id: string,
  place: number,
): readonly [number, number] {
  const dependency = plan.tasks.get(id)?.dependsOn[place];
  assert.ok(dependency);
  const { type, lag, predecessor } = dependency;
  const before = datesOf(schedule, predecessor);
  const own = datesOf(schedule, id);
  const from = type === 'FS' || type === 'FF' ? before.finish : before.start;
  const to = type === 'FS' || type === 'SS' ? own.start : own.finish;
  return [to, lagged(schedule, from, lag, before.durationMinutes)];
}

function lagged(
  schedule: Schedule,
  at: Instant,
  lag: NonNullable<
    Plan['tasks'] extends ReadonlyMap<string, infer T> ? T : never
  >['dependsOn'][number]['lag'],
  length: number,
): Instant {
  if (!lag) return at;
  if (lag.kind === 'percent') return schedule.calendar.addWork(at, (length * lag.percent) / 100);
  const { value, unit, isElapsed } = lag.duration;
  if (isElapsed) return at + value * 1440;
  return schedule.calendar.addWork(at, value * (unit === 'h' ? 60 : 480));
}

const seeds = Array.from({ length: 16 }, (_, seed) => seed + 1);

function checkDependencies(seed: number, tasks: Record<string, TaskWords>): void {
  const plan = buildPlan({ tasks });
  const schedule = computeSchedule(plan);
  for (const [id, task] of plan.tasks) {
    task.dependsOn.forEach((dependency, place) => {
      const [end, least] = bound(schedule, plan, id, place);
      const slack = schedule.calendar.workBetween(least, end);
      assert.ok(slack >= 0, `seed ${seed}: ${id} ${dependency.predecessor} ${slack}`);
    });
  }
}

test('no successor breaks a dependency, whatever its type and lag', () => {
  for (const seed of seeds) {
    const shape = { seed, types: dependencyTypes, hasLag: true, hasSummaries: false };
    checkDependencies(seed, drawTasks(shape));
  }
});

test('[CON-8] nor does what is as late as possible, whatever has been promised', () => {
  for (const seed of seeds) {
    const draw = randomFrom(seed + 100);
    const shape = { seed, types: dependencyTypes, hasLag: true, hasSummaries: false };
    const tasks = Object.entries(drawTasks(shape)).map(([id, words]): [string, TaskWords] => [
      id,
      {
        ...words,
        ...(draw(3) > 0 ? { constraint: 'ALAP' } : {}),
        ...(draw(4) === 0 ? { deadline: `2026-03-${10 + draw(20)}` } : {}),
      },
    ]);
    checkDependencies(seed, Object.fromEntries(tasks));
  }
});

test('every task starts with the project or is held by a dependency', () => {
  for (const seed of seeds) {
    const plan = buildPlan({
      tasks: drawTasks({ seed, types: ['FS', 'SS'], hasLag: false, hasSummaries: false }),
    });
    const schedule = computeSchedule(plan);
    for (const [id, task] of plan.tasks) {
      const own = datesOf(schedule, id);
      const isHeld = task.dependsOn.some((_, place) => {
        const [end, least] = bound(schedule, plan, id, place);
        return schedule.calendar.workBetween(least, end) === 0;
      });
      assert.ok(isHeld || own.start === schedule.start, `seed ${seed}: ${id}`);
    }
  }
});

test('without constraints no float is negative, late dates end with the project, something is critical', () => {
  for (const seed of seeds) {
    const tasks = drawTasks({ seed, types: ['FS'], hasLag: true, hasSummaries: true });
    const schedule = computeSchedule(buildPlan({ tasks }));
    let critical = 0;
    for (const id of schedule.ids) {
      const { totalFloat, freeFloat, lateFinish, isCritical } = datesOf(schedule, id);
      assert.ok(totalFloat >= 0 && lateFinish <= schedule.finish, `seed ${seed}: ${id}`);
      assert.ok(freeFloat >= 0, `seed ${seed}: ${id}`);
      if (isCritical) critical++;
    }
    assert.ok(critical > 0, `seed ${seed}`);
  }
});

test('a task may slip by its total float and no more before the project slips', () => {
  for (const seed of seeds.slice(0, 6)) {
    const tasks = drawTasks({ seed, types: dependencyTypes, hasLag: false, hasSummaries: true });
    const base = computeSchedule(buildPlan({ tasks }));
    for (const id of base.ids) {
      const { kind, start, totalFloat } = datesOf(base, id);
      if (kind !== 'task' || Number(id.slice(2)) % 5 !== 0) continue;
      const slipped = (minutes: number): Instant => {
        const at = base.calendar.nextWork(base.calendar.addWork(start, minutes));
        const plan = buildPlan({ tasks });
        const task = plan.tasks.get(id);
        assert.ok(task);
        const constraint = { kind: 'SNET', date: { at, hasTime: true } } as const;
        const moved = new Map([...plan.tasks, [id, { ...task, constraint }]]);
        return computeSchedule({ ...plan, tasks: moved }).finish;
      };
      assert.equal(slipped(totalFloat), base.finish, `seed ${seed}: ${id} by ${totalFloat}`);
      assert.ok(slipped(totalFloat + 60) > base.finish, `seed ${seed}: ${id} beyond`);
    }
  }
});

test('the same plan gives the same schedule, in whatever order its tasks are listed', () => {
  for (const seed of seeds.slice(0, 6)) {
    const tasks = drawTasks({ seed, types: dependencyTypes, hasLag: true, hasSummaries: true });
    const plan = buildPlan({ tasks });
    const turned = { ...plan, tasks: new Map([...plan.tasks].reverse()) };
    const [one, other] = [computeSchedule(plan), computeSchedule(turned)];
    for (const id of one.ids) assert.deepEqual(one.datesOf(id), other.datesOf(id), id);
    assert.equal(one.ids.length, other.ids.length);
  }
});
