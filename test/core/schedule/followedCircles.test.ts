import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { Schedule } from '../../../src/core/schedule/schedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { buildPlan, type PlanWords, type TaskWords } from '../../support/buildPlan.ts';
import { drawPlaces, idOf, manyHours, withTask } from '../../support/drawPlans.ts';
import { seededRandom } from '../../support/seededRandom.ts';

function said(schedule: Schedule): unknown {
  const { start, finish, ids, problems } = schedule;
  return { start, finish, problems, dates: ids.map(id => [id, schedule.datesOf(id)]) };
}

/** Schedules a plan, then what becomes of it by each change of a task. */
function check(words: PlanWords, ...changes: readonly (readonly [string, TaskWords])[]): Schedule {
  const schedule = createScheduler();
  let plan = buildPlan(words);
  let last = schedule(plan);
  for (const [id, next] of changes) {
    plan = withTask(plan, id, next);
    last = schedule(plan);
    assert.deepEqual(said(last), said(computeSchedule(plan)));
  }
  return last;
}

const circle = {
  'T-AAAA': { duration: '1d', dependsOn: ['T-BBBB'] },
  'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA', 'T-CCCC'] },
  'T-CCCC': { duration: '2d' },
};

test('[LOOP-1] a link that joins a circle which is there already takes the dates of its task', () => {
  const schedule = check(
    { tasks: circle },
    ['T-CCCC', { duration: '2d', dependsOn: ['T-AAAA'] }],
    ['T-CCCC', { duration: '2d' }],
    ['T-CCCC', { duration: '3d' }],
  );
  assert.ok(schedule.datesOf('T-CCCC'));
});

test('[MS-2] a milestone whose only dated task goes has no date any more', () => {
  const schedule = check(
    {
      tasks: {
        ...circle,
        'T-BBBB': { ...circle['T-BBBB'], milestone: 'M-AAAA' },
        'T-DDDD': { duration: '1d', milestone: 'M-AAAA' },
      },
      milestones: { 'M-AAAA': {} },
    },
    ['T-DDDD', { duration: '1d' }],
  );
  assert.ok(!schedule.ids.includes('M-AAAA'));
});

test('[CAL-9] hours that never meet are told as soon as they are kept, and no longer than that', () => {
  const task = { duration: '1d', calendar: 'weekends', assignees: ['bob'] };
  check(
    { project: manyHours, tasks: { 'T-AAAA': task } },
    ['T-AAAA', { ...task, keepsPeopleHours: true }],
    ['T-AAAA', { ...task, duration: '2d', keepsPeopleHours: true }],
    ['T-AAAA', task],
  );
});

test('[LOOP-3] what depends on a summary through which a circle leads is placed with it', () => {
  const tasks = {
    'T-SSSS': {},
    'T-AAAA': { duration: '1d', parent: 'T-SSSS', dependsOn: ['T-BBBB'] },
    'T-DDDD': { duration: '1d', parent: 'T-SSSS' },
    'T-BBBB': { duration: '1d', dependsOn: ['T-SSSS'] },
    'T-EEEE': { duration: '1d', dependsOn: ['T-SSSS'] },
  };
  const schedule = computeSchedule(buildPlan({ tasks }));
  assert.ok(schedule.datesOf('T-SSSS') && schedule.datesOf('T-EEEE'));
  const undated = schedule.problems.filter(({ code }) => code === 'predecessor-undated');
  assert.deepEqual(undated, []);
});

test('beside circles, too, the schedule after an edit is that of the whole plan', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const random = seededRandom(seed * 31);
    const draw = (below: number): number => Math.floor(random() * below);
    const words = drawPlaces(draw, 30);
    // One circle, that edits leave and join.
    words.set(idOf(9), { dependsOn: [idOf(10)] });
    words.set(idOf(10), { dependsOn: [idOf(9), idOf(11)] });
    let plan: Plan = buildPlan({
      project: manyHours,
      tasks: Object.fromEntries(words),
      milestones: { 'M-AAAA': { due: '2026-03-20' }, 'M-BBBB': {} },
    });
    const schedule = createScheduler();
    for (let step = 0; step < 40; step++) {
      assert.deepEqual(said(schedule(plan)), said(computeSchedule(plan)), `${seed}, ${step}`);
      const id = idOf(1 + draw(29));
      const known = words.get(id) ?? {};
      const edits: readonly TaskWords[] = [
        { ...known, estimate: `${1 + draw(5)}d` },
        { ...known, dependsOn: [idOf(draw(30))] },
        { ...known, rank: draw(4) },
        { ...known, milestone: draw(2) === 0 ? 'M-AAAA' : 'M-BBBB' },
        { ...known, keepsPeopleHours: draw(2) === 0, calendar: 'weekends', assignees: ['bob'] },
      ];
      const next = edits[draw(edits.length)] ?? known;
      words.set(id, next);
      plan = withTask(plan, id, next);
    }
  }
});
