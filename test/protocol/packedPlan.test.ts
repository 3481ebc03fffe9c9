import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar } from '../../src/core/calendar/compileCalendar.ts';
import type { Plan } from '../../src/core/model/plan.ts';
import { standardCalendar } from '../../src/core/model/project.ts';
import { parseRepetition } from '../../src/core/model/repetition.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { applyChanges, packChanges, packPlan, unpackPlan } from '../../src/protocol/packedPlan.ts';
import { buildPlan } from '../support/buildPlan.ts';
import { drawPlaces, drawTameEdit, idOf, manyHours, withTask } from '../support/drawPlans.ts';
import { seededRandom } from '../support/seededRandom.ts';

function drawPlan(seed: number): Plan {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const words = drawPlaces(draw, 40);
  let plan = buildPlan({
    ...(seed % 3 === 0 ? { statusDate: '2026-03-12' } : {}),
    project: manyHours,
    tasks: Object.fromEntries(words),
    milestones: { 'M-AAAA': { due: '2026-03-20' }, 'M-BBBB': {} },
  });
  for (let step = 0; step < 30; step++) {
    const id = idOf(draw(40));
    plan = withTask(plan, id, drawTameEdit(draw, words.get(id) ?? {}));
  }
  return plan;
}

test('a plan that has gone over the wire has the schedule that it had before', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const plan = drawPlan(seed);
    const before = computeSchedule(plan);
    const arrived = unpackPlan(structuredClone(packPlan(plan)));
    assert.ok(arrived);
    const after = computeSchedule(arrived);
    assert.deepEqual(after.ids, before.ids, `seed ${seed}`);
    for (const id of before.ids) assert.deepEqual(after.datesOf(id), before.datesOf(id), id);
  }
});

test('of a later plan only the tasks that changed go over the wire', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = seededRandom(seed);
    const draw = (below: number): number => Math.floor(random() * below);
    const before = drawPlan(seed);
    let after = before;
    for (let step = 0; step < 3; step++) {
      after = withTask(after, idOf(draw(40)), drawTameEdit(draw, {}));
    }
    const known = unpackPlan(packPlan(before));
    const changes = packChanges(before, after);
    assert.ok(known && changes);
    assert.ok(changes.length < packPlan(after).length / 4);
    const arrived = applyChanges(known, structuredClone(changes));
    assert.deepEqual(arrived, unpackPlan(packPlan(after)));
  }
});

test('what changes more than tasks, or comes from another plan, is no change of tasks', () => {
  const plan = drawPlan(1);
  const other = { ...plan, project: { ...plan.project } };
  const fewer = { ...plan, tasks: new Map([...plan.tasks].slice(1)) };
  const renamed = withTask(fewer, 'T-ZZZZ', {});
  for (const next of [other, fewer, renamed, { ...plan, milestones: new Map() }]) {
    assert.equal(packChanges(plan, next), undefined);
  }
  const changes = packChanges(plan, withTask(plan, idOf(3), { duration: '3d' }));
  assert.ok(changes);
  assert.equal(applyChanges({ ...plan, tasks: new Map() }, changes), undefined);
  for (const text of ['', '{', '{}', 'null']) {
    assert.equal(applyChanges(plan, new TextEncoder().encode(text)), undefined, text);
  }
});

test('repetitions, periods and days that are left open arrive as they were sent', () => {
  const every = parseRepetition('2 weeks on mon');
  assert.ok(every);
  const repeated = {
    title: 'Free',
    fromDay: 20520,
    toDay: 20700,
    shifts: [],
    repeats: { pattern: every, times: undefined },
  };
  const half = [{ from: 540, to: 780 }];
  const summer = { title: 'Summer', fromDay: 20600, toDay: 20690, week: [half, undefined, []] };
  const rules = { ...standardCalendar, key: 'own', periods: [summer], exceptions: [repeated] };
  const plan = buildPlan({ tasks: {}, project: { calendars: new Map([['own', rules]]) } });
  const arrived = unpackPlan(structuredClone(packPlan(plan)))?.project.calendars.get('own');
  assert.ok(arrived);
  assert.deepEqual(arrived.periods, [summer]);
  const days = [20520, 20527, 20534, 20604, 20605, 20606, 20690, 20691];
  const [before, after] = [rules, arrived].map(each => compileCalendar(each, () => undefined));
  for (const day of days) assert.deepEqual(after?.shiftsOn(day), before?.shiftsOn(day));
});

test('bytes that hold no plan are none', () => {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  for (const text of ['', '{', 'null', '[]', '{"project":{}}', '{"project":1,"tasks":[]}']) {
    assert.equal(unpackPlan(bytesOf(text)), undefined, text);
  }
});
