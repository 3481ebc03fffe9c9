import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeLoad } from '../../../src/core/people/computeLoad.ts';
import { findReliefs } from '../../../src/core/people/findReliefs.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { replacedTasks, Workload } from '../../../src/core/schedule/workload.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const busy = ['bea', 'ben', 'bob', 'cid', 'cyd', 'dan'];

const files = {
  'project.yaml': `version: 1\nname: Demo\nstart: 2026-03-02\npeople: { ada: Ada, ${busy.map(key => `${key}: ${key}`).join(', ')}, zoe: Zoe }\n`,
  'tasks/T-0001.yaml': 'title: One\nduration: 2d\nassignees: [ada]\n',
  'tasks/T-0002.yaml': 'title: Two\nduration: 2d\nassignees: [ada 50%]\n',
  'tasks/T-0003.yaml': 'title: After\nduration: 3d\nassignees: [zoe]\ndependsOn: [T-0002]\n',
  ...Object.fromEntries(
    busy.map((key, place) => [
      `tasks/T-1${String(place).padStart(3, '0')}.yaml`,
      `title: Busy\nduration: 2d\nassignees: [${key}]\n`,
    ]),
  ),
};

test('work is offered to those who have the most time for it, however many can do it', async () => {
  const snapshot = await loadPlan(memoryFiles(files));
  const schedule = (plan: Plan) => computeSchedule(plan);
  const load = computeLoad(snapshot.plan, schedule(snapshot.plan));
  const [stretch] = load.people.find(({ person }) => person === 'ada')?.overloads ?? [];
  assert.ok(stretch);
  const found = findReliefs({ snapshot, person: 'ada', stretch }, schedule);
  const given = found.filter(({ kind }) => kind === 'reassign');
  assert.deepEqual(
    given.map(({ task, person, left, overInAll }) => [task, person, left, overInAll]),
    [
      ['T-0001', 'zoe', 0, 0],
      ['T-0002', 'zoe', 0, 0],
    ],
  );
});

test('the load of a plan that might be is that of the plan and what is done otherwise', async () => {
  const { plan } = await loadPlan(memoryFiles(files));
  const before = { plan, schedule: computeSchedule(plan) };
  const task = plan.tasks.get('T-0002');
  assert.ok(task);
  const changes = [
    { assignees: [{ person: 'zoe', units: 0.8 }] },
    { status: 'dropped' as const },
    { assignees: [] },
    { assignees: [...task.assignees, { person: 'bob', units: 1 }], rank: 3 },
  ];
  for (const change of changes) {
    const tried: Plan = {
      ...plan,
      tasks: new Map(plan.tasks).set(task.id, { ...task, ...change }),
    };
    const after = { plan: tried, schedule: computeSchedule(tried) };
    const workload = new Workload(plan, before.schedule);
    const loads = workload.changesBy(replacedTasks(before, after));
    const anew: Workload = new Workload(tried, after.schedule);
    const over = workload.overInAll() + workload.overBy(loads);
    assert.equal(over.toFixed(6), anew.overInAll().toFixed(6));
  }
});
