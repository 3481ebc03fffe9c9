import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { Schedule } from '../../../src/core/schedule/schedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import {
  buildPlan,
  buildTask,
  type MilestoneWords,
  type TaskWords,
} from '../../support/buildPlan.ts';
import { drawEdit, drawPlaces, drawTameEdit, idOf, manyHours } from '../../support/drawPlans.ts';
import { seededRandom } from '../../support/seededRandom.ts';

const count = 40;

function said(schedule: Schedule): unknown {
  return {
    start: schedule.start,
    finish: schedule.finish,
    dates: schedule.ids.map(id => [id, schedule.datesOf(id)]),
    calendars: schedule.ids.map(id => [schedule.calendarOf(id), schedule.lagCalendarOf(id)]),
    problems: schedule.problems,
  };
}

/** The plan with those tasks, the very values of before where their words are the same. */
function withTasks(plan: Plan, words: ReadonlyMap<string, TaskWords>, changed: Set<string>): Plan {
  const ids = [...words.keys()].sort();
  const tasks = ids.map(id => {
    const known = changed.has(id) ? undefined : plan.tasks.get(id);
    return [id, known ?? buildTask(id, words.get(id) ?? {})] as const;
  });
  return { ...plan, tasks: new Map(tasks) };
}

function drawMilestone(draw: (below: number) => number): MilestoneWords {
  const due = `2026-03-${String(1 + draw(28)).padStart(2, '0')}`;
  const words: readonly MilestoneWords[] = [
    { due },
    { due },
    { due, title: 'Another name' },
    {},
    { due, reached: due },
    { due, isDropped: true },
  ];
  return words[draw(words.length)] ?? {};
}

/** Edits, tasks that come, go, are dropped and taken up again, and milestones that are promised anew. */
function drawStep(
  draw: (below: number) => number,
  plan: Plan,
  state: { words: Map<string, TaskWords>; spare: Map<string, TaskWords>; isTame: boolean },
): Plan {
  const { words, spare, isTame } = state;
  const changed = new Set<string>();
  for (let edits = 1 + draw(3); edits > 0; edits--) {
    const known = [...words.keys()];
    const id = known[draw(known.length)] ?? '';
    const [other = ''] = [...spare.keys()].slice(draw(Math.max(1, spare.size)));
    const deed = draw(5);
    if (deed === 0 && other !== '') {
      words.set(other, spare.get(other) ?? {});
      spare.delete(other);
    } else if (deed === 1 && words.size > 4) {
      spare.set(id, words.get(id) ?? {});
      words.delete(id);
    } else if (deed === 2) {
      const { status, ...rest } = words.get(id) ?? {};
      words.set(id, status === 'dropped' ? rest : { ...rest, status: 'dropped' });
    } else if (isTame) words.set(id, drawTameEdit(draw, words.get(id) ?? {}));
    else words.set(id, drawEdit(draw, words.get(id) ?? {}, { number: 1 + draw(count - 1), count }));
    changed.add(id);
  }
  const next = withTasks(plan, words, changed);
  if (draw(4) > 0) return next;
  const { milestones } = buildPlan({ milestones: { 'M-BBBB': drawMilestone(draw) } });
  return { ...next, milestones: new Map([...next.milestones, ...milestones]) };
}

test('tasks come, go and are dropped, and milestones move, as in the schedule of the whole plan', () => {
  for (let seed = 1; seed <= 24; seed++) {
    const random = seededRandom(seed * 104_729);
    const draw = (below: number): number => Math.floor(random() * below);
    const words = drawPlaces(draw, count);
    const spare = new Map<string, TaskWords>();
    for (let i = 0; i < count; i += 3) {
      const id = idOf(i);
      spare.set(id, words.get(id) ?? {});
      words.delete(id);
    }
    let plan = buildPlan({
      ...(seed % 3 === 0 ? { start: undefined } : {}),
      ...(seed % 5 === 0 ? { start: undefined, finish: '2026-05-29' } : {}),
      ...(seed % 4 === 0 ? { statusDate: '2026-03-12' } : {}),
      project: manyHours,
      tasks: Object.fromEntries(words),
      milestones: { 'M-AAAA': { due: '2026-03-20' }, 'M-BBBB': {} },
    });
    const schedule = createScheduler();
    const given: { readonly schedule: Schedule; readonly says: unknown }[] = [];
    for (let step = 0; step < 60; step++) {
      const says = said(computeSchedule(plan));
      const now = schedule(plan);
      if (step % 2 === 0) assert.deepEqual(said(now), says, `seed ${seed}, step ${step}`);
      given.push({ schedule: now, says });
      for (const old of given.slice(-5, -1)) {
        const { dates } = said(old.schedule) as { dates: unknown };
        assert.deepEqual(dates, (old.says as { dates: unknown }).dates, `seed ${seed}, ${step}`);
      }
      plan = drawStep(draw, plan, { words, spare, isTame: seed % 2 === 0 });
    }
  }
});

/** A plan of two rows of work, one of which nothing happens to. */
function twoRows(): ReadonlyMap<string, TaskWords> {
  return new Map([
    ['T-AAAA', { duration: '2d', milestone: 'M-AAAA' }],
    ['T-BBBB', { duration: '3d', dependsOn: ['T-AAAA'], parent: 'T-SSSS' }],
    ['T-DDDD', { duration: '1d', dependsOn: ['T-BBBB', 'T-CCCC'], parent: 'T-SSSS' }],
    ['T-QQQQ', { duration: '5d' }],
    ['T-RRRR', { duration: '30d', dependsOn: ['T-QQQQ'] }],
    ['T-SSSS', {}],
  ]);
}

function planOf(words: ReadonlyMap<string, TaskWords>): Plan {
  return buildPlan({
    tasks: Object.fromEntries(words),
    milestones: { 'M-AAAA': { due: '2026-03-20' } },
  });
}

/** Follows a change, holds it against the whole, and tells whether the other row kept its values. */
function followed(before: Plan, after: Plan): Schedule {
  const schedule = createScheduler();
  const first = schedule(before);
  const kept = [first.datesOf('T-QQQQ'), first.datesOf('T-RRRR')];
  const next = schedule(after);
  assert.deepEqual(said(next), said(computeSchedule(after)));
  assert.equal(next.datesOf('T-QQQQ'), kept[0]);
  assert.equal(next.datesOf('T-RRRR'), kept[1]);
  return next;
}

test('a task that comes moves what waits for it already, and nothing else is computed', () => {
  const words = twoRows();
  const plan = planOf(words);
  const more = new Map(words).set('T-CCCC', { duration: '9d' });
  const after = followed(plan, withTasks(plan, more, new Set()));
  const held = after.datesOf('T-DDDD');
  const came = after.datesOf('T-CCCC');
  assert.ok(held && came && held.earlyStart > came.earlyFinish);
});

test('a task that goes, or is dropped, lets go what waited for it, and nothing else is computed', () => {
  const words = twoRows();
  const plan = planOf(words);
  const fewer = new Map(words);
  fewer.delete('T-BBBB');
  const without = followed(plan, withTasks(plan, fewer, new Set()));
  assert.equal(without.datesOf('T-BBBB'), undefined);
  assert.ok(!without.ids.includes('T-BBBB'));
  const dropped = new Map(words).set('T-BBBB', { ...words.get('T-BBBB'), status: 'dropped' });
  followed(plan, withTasks(plan, dropped, new Set(['T-BBBB'])));
});

test('a milestone that is promised for another day is told at once, and nothing else is computed', () => {
  const plan = planOf(twoRows());
  const { milestones } = buildPlan({ milestones: { 'M-AAAA': { due: '2026-03-02' } } });
  const after = followed(plan, { ...plan, milestones });
  assert.ok(after.problems.some(({ items }) => items.includes('M-AAAA')));
});

test('a task that goes and comes back stands where it did, also when the room is used up', () => {
  const words = new Map(twoRows());
  let plan = planOf(words);
  const schedule = createScheduler();
  const before = said(schedule(plan));
  for (let round = 0; round < 40; round++) {
    const id = `T-N${String(round).padStart(3, '0')}`;
    words.set(id, { duration: '1d', dependsOn: ['T-QQQQ'] });
    plan = withTasks(plan, words, new Set());
    assert.deepEqual(said(schedule(plan)), said(computeSchedule(plan)), id);
    words.delete(id);
    plan = withTasks(plan, words, new Set());
    assert.deepEqual(said(schedule(plan)), before, id);
  }
});

test('the first task of a plan may end before the project starts', () => {
  const first: readonly TaskWords[] = [
    { pinned: '2026-02-20', duration: '1d' },
    { status: 'done', started: '2026-02-16', finished: '2026-02-20' },
  ];
  for (const words of first) {
    const empty = buildPlan({});
    const schedule = createScheduler();
    schedule(empty);
    const plan = withTasks(empty, new Map([['T-AAAA', words]]), new Set());
    assert.deepEqual(said(schedule(plan)), said(computeSchedule(plan)));
  }
});
