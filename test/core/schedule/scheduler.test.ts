import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { standardCalendar, type CalendarRules } from '../../../src/core/model/project.ts';
import type { Schedule } from '../../../src/core/schedule/schedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import {
  drawEdit,
  drawPlaces,
  drawTameEdit,
  idOf,
  manyHours,
  withTask,
} from '../../support/drawPlans.ts';
import { seededRandom } from '../../support/seededRandom.ts';

const count = 40;

function said(schedule: Schedule): unknown {
  return {
    start: schedule.start,
    finish: schedule.finish,
    dates: schedule.ids.map(id => [id, schedule.datesOf(id)]),
    problems: schedule.problems,
  };
}

test('after every edit of every kind of plan the schedule is that of the whole plan', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const random = seededRandom(seed);
    const draw = (below: number): number => Math.floor(random() * below);
    const words = new Map<string, TaskWords>();
    for (let i = 0; i < count; i++)
      words.set(idOf(i), i === 0 ? {} : drawEdit(draw, {}, { number: i, count }));
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
    for (let step = 0; step < 80; step++) {
      const says = said(computeSchedule(plan));
      const now = schedule(plan);
      // Of every other one nothing is asked before the plan has moved on.
      if (step % 2 === 0) assert.deepEqual(said(now), says, `seed ${seed}, step ${step}`);
      given.push({ schedule: now, says });
      for (const old of given.slice(-7, -1)) {
        assert.deepEqual(said(old.schedule), old.says, `seed ${seed}, before step ${step}`);
      }
      for (let edits = 1 + draw(2); edits > 0; edits--) {
        const number = 1 + draw(count - 1);
        const id = idOf(number);
        // Now and then a task begins again with nothing but what is said now.
        const next = drawEdit(draw, draw(3) === 0 ? {} : (words.get(id) ?? {}), { number, count });
        words.set(id, next);
        plan = withTask(plan, id, next);
      }
    }
  }
});

test('work that is as late as possible is followed like any other', () => {
  let [kept, asked] = [0, 0];
  for (let seed = 1; seed <= 12; seed++) {
    const random = seededRandom(seed * 31_337);
    const draw = (below: number): number => Math.floor(random() * below);
    const words = drawPlaces(draw, count);
    const isLate = (): boolean => draw(3) === 0;
    for (const [id, each] of words) if (isLate()) words.set(id, { ...each, constraint: 'ALAP' });
    let plan = buildPlan({
      ...(seed % 4 === 0 ? { statusDate: '2026-03-12' } : {}),
      project: manyHours,
      tasks: Object.fromEntries(words),
      milestones: { 'M-AAAA': { due: '2026-03-20' }, 'M-BBBB': {} },
    });
    const schedule = createScheduler();
    let before = schedule(plan);
    for (let step = 0; step < 30; step++) {
      const number = 1 + draw(count - 1);
      const id = idOf(number);
      const known = words.get(id) ?? {};
      const next: TaskWords = isLate()
        ? { ...known, constraint: 'ALAP' }
        : drawTameEdit(draw, known);
      words.set(id, next);
      plan = withTask(plan, id, next);
      const now = schedule(plan);
      assert.deepEqual(said(now), said(computeSchedule(plan)), `seed ${seed}, step ${step}`);
      asked += now.ids.length;
      kept += now.ids.filter(each => now.datesOf(each) === before.datesOf(each)).length;
      before = now;
    }
  }
  assert.ok(kept > asked / 2, `${kept} of ${asked} dates were kept`);
});

test('what a plan is made of may change as a whole', () => {
  const schedule = createScheduler();
  const small = buildPlan({ tasks: { 'T-AAAA': { estimate: '1d' } } });
  const renamed = buildPlan({ tasks: { 'T-BBBB': { estimate: '1d' } } });
  const more = buildPlan({ tasks: { 'T-AAAA': { estimate: '1d' }, 'T-BBBB': { estimate: '2d' } } });
  const later = { ...more, project: { ...more.project, start: undefined } };
  for (const plan of [small, renamed, more, later, small]) {
    assert.deepEqual(said(schedule(plan)), said(computeSchedule(plan)));
  }
});

test('what a change cannot reach keeps the very dates that it had', () => {
  let kept = 0;
  let made = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const random = seededRandom(seed * 7919);
    const draw = (below: number): number => Math.floor(random() * below);
    const words = drawPlaces(draw, count);
    let plan = buildPlan({
      ...(seed % 4 === 0 ? { statusDate: '2026-03-12' } : {}),
      project: manyHours,
      tasks: Object.fromEntries(words),
      milestones: { 'M-AAAA': { due: '2026-03-20' }, 'M-BBBB': {} },
    });
    const schedule = createScheduler();
    let before = schedule(plan);
    for (let step = 0; step < 60; step++) {
      const id = idOf(draw(count));
      const next = drawTameEdit(draw, words.get(id) ?? {});
      words.set(id, next);
      plan = withTask(plan, id, next);
      for (const known of before.ids) before.datesOf(known);
      const after = schedule(plan);
      assert.deepEqual(
        said(after),
        said(computeSchedule(plan)),
        `seed ${seed}, step ${step}: ${id}`,
      );
      for (const dated of after.ids) {
        if (after.datesOf(dated) === before.datesOf(dated)) kept++;
        else made++;
      }
      before = after;
    }
  }
  assert.ok(kept > made, `${kept} dates were kept and ${made} made anew`);
});

test('[CON-8] a schedule that nobody asked stays what it was where every edit may reach everything', () => {
  const plan = buildPlan({
    tasks: {
      'T-AAAA': { duration: '1d' },
      'T-BBBB': { duration: '1d', split: [] },
      'T-LLLL': { duration: '2d', constraint: 'ALAP' },
      'T-ZZZZ': { duration: '9d' },
    },
  });
  const schedule = createScheduler();
  const plans = [plan];
  const given = [schedule(plan)];
  const edits: readonly [string, TaskWords][] = [
    ['T-AAAA', { duration: '3d' }],
    ['T-BBBB', { duration: '5d', split: ['1d', '2d'] }],
    ['T-AAAA', { constraint: 'FNET 2026-03-20', duration: '1d' }],
    ['T-ZZZZ', { status: 'done', started: '2026-03-02', finished: '2026-03-03' }],
  ];
  for (const [id, words] of edits) {
    const next = withTask(plans.at(-1) ?? plan, id, words);
    plans.push(next);
    given.push(schedule(next));
  }
  plans.forEach((each, i) => {
    const old = given[i];
    assert.ok(old);
    assert.deepEqual(said(old), said(computeSchedule(each)), `plan ${i}`);
  });
});

test('[CON-8] what comes out as before when every edit may reach everything keeps its very dates', () => {
  const plan = buildPlan({
    tasks: {
      'T-AAAA': { duration: '1d' },
      'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'] },
      'T-LLLL': { duration: '2d', constraint: 'ALAP' },
      'T-ZZZZ': { duration: '9d' },
    },
  });
  const schedule = createScheduler();
  const before = schedule(plan);
  const known = before.datesOf('T-ZZZZ');
  const after = schedule(withTask(plan, 'T-AAAA', { duration: '3d' }));
  assert.equal(after.datesOf('T-ZZZZ'), known);
  assert.notDeepEqual(after.datesOf('T-BBBB'), before.datesOf('T-BBBB'));
});

test('a loop and a calendar without work elsewhere do not make an edit of values reach everything', () => {
  const tasks = {
    'T-AAAA': { dependsOn: ['T-BBBB'] },
    'T-BBBB': { dependsOn: ['T-AAAA'] },
    'T-CCCC': { calendar: 'never' },
    'T-DDDD': { duration: '2d', dependsOn: ['T-EEEE SS+1d'], assignees: ['ada'] },
    'T-EEEE': { duration: '3d' },
    'T-FFFF': { duration: '40d' },
  };
  const never: CalendarRules = {
    ...standardCalendar,
    key: 'never',
    week: standardCalendar.week.map(() => []),
  };
  const calendars = new Map([...manyHours.calendars, [never.key, never] as const]);
  const plan = buildPlan({ project: { ...manyHours, calendars }, tasks });
  const schedule = createScheduler();
  const before = schedule(plan);
  assert.deepEqual(before.problems.map(({ code }) => code).sort(), [
    'calendar-empty',
    'dependency-cycle',
    'estimate-missing',
  ]);
  const untouched = before.datesOf('T-FFFF');
  // Read anew from its file: the same lists in other arrays.
  const after = schedule(withTask(plan, 'T-DDDD', { ...tasks['T-DDDD'], duration: '5d' }));
  assert.notDeepEqual(after.datesOf('T-DDDD'), before.datesOf('T-DDDD'));
  assert.equal(after.datesOf('T-FFFF'), untouched);
});

function checkChange(
  tasks: Readonly<Record<string, TaskWords>>,
  id: string,
  next: TaskWords,
): void {
  const plan = buildPlan({ tasks });
  const schedule = createScheduler();
  const before = schedule(plan);
  for (const known of before.ids) before.datesOf(known);
  const changed = withTask(plan, id, next);
  assert.deepEqual(said(schedule(changed)), said(computeSchedule(changed)));
}

test('[SUM-5] the part that is the earliest now is held by what waits for the summary', () => {
  checkChange(
    {
      'T-AAAA': { estimate: '1d', parent: 'T-SSSS' },
      'T-BBBB': { estimate: '9d', parent: 'T-SSSS' },
      'T-LLLL': { estimate: '20d' },
      'T-SSSS': {},
      'T-WWWW': { estimate: '18d', dependsOn: ['T-SSSS SS'] },
    },
    'T-AAAA',
    { estimate: '1d', parent: 'T-SSSS', constraint: 'SNET 2026-03-04' },
  );
});

/** Forty tasks on four calendars, one of them at night, most of which wait for one on another. */
function planOfShifts(seed: number): Plan {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const week = (from: number, to: number): CalendarRules['week'] =>
    [0, 1, 2, 3, 4, 5, 6].map(day => (day < 5 ? [{ from, to }] : []));
  const shifts = [
    standardCalendar,
    { ...standardCalendar, key: 'early', week: week(360, 840) },
    { ...standardCalendar, key: 'late', week: week(840, 1320) },
    { ...standardCalendar, key: 'night', week: week(1320, 1800) },
  ];
  const tasks: Record<string, TaskWords> = {};
  for (let i = 0; i < count; i++) {
    const type = ['FS', 'FS', 'SS', 'FF', 'SF'][draw(5)] ?? '';
    const lag = ['', '', '+1d', '-4h', '+1ed'][draw(5)] ?? '';
    tasks[idOf(i)] = {
      duration: `${1 + draw(40)}h`,
      calendar: shifts[draw(4)]?.key ?? '',
      dependsOn: i === 0 ? [] : [`${idOf(draw(i))} ${type}${lag}`],
    };
  }
  return buildPlan({
    project: { calendars: new Map(shifts.map(each => [each.key, each])) },
    tasks,
  });
}

test('between calendars, too, the schedule after an edit is that of the whole plan', () => {
  for (let seed = 1; seed <= 3; seed++) {
    let plan = planOfShifts(seed);
    const schedule = createScheduler();
    for (let step = 0; step < 12; step++) {
      assert.deepEqual(said(schedule(plan)), said(computeSchedule(plan)), `${seed}, ${step}`);
      const id = idOf((step * 7 + seed) % count);
      const task = plan.tasks.get(id);
      assert.ok(task);
      const duration = { value: 60 + step * 45, unit: 'm', isElapsed: false } as const;
      plan = { ...plan, tasks: new Map(plan.tasks).set(id, { ...task, duration }) };
    }
  }
});
