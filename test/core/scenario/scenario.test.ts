import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemOf } from '../../../src/core/model/plan.ts';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { readScenario } from '../../../src/core/scenario/scenario.ts';
import { tryScenario, type ScenarioOutcome } from '../../../src/core/scenario/tryScenario.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import type { Snapshot } from '../../../src/core/store/snapshot.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

/** Draw, then Build, then the milestone; Paint has a deadline, and Clean four days of float. */
const files = {
  'project.yaml': 'version: 1\nname: Bridge\nstart: 2026-03-02\n',
  'milestones/M-4XK2.yaml': 'title: Open\ndue: 2026-03-06\n',
  'tasks/T-AAAA.yaml': 'title: Draw\nmilestone: M-4XK2\nduration: 2d\n',
  'tasks/T-BBBB.yaml': 'title: Build\nmilestone: M-4XK2\nduration: 3d\ndependsOn:\n  - T-AAAA\n',
  'tasks/T-CCCC.yaml': 'title: Paint\nestimate: 2d..4d..9d\ndeadline: 2026-03-05\n',
  'tasks/T-DDDD.yaml': 'title: Clean\nduration: 1d\n',
};

function read(): Promise<Snapshot> {
  return loadPlan(memoryFiles(files));
}

async function tryTexts(...texts: readonly string[]): Promise<ScenarioOutcome> {
  const snapshot = await read();
  const scenario = readScenario(snapshot, texts);
  assert.ok(scenario.ok, scenario.ok ? '' : scenario.error.message);
  const { plan } = snapshot;
  const schedule = createScheduler();
  const before = { plan, schedule: schedule(plan) };
  return tryScenario(before, scenario.value.plan, { schedule, options: {} });
}

test('a change means what the file would mean, and what is not changed stays the same value', async () => {
  const snapshot = await read();
  const scenario = readScenario(snapshot, ['t-b.duration=5d', 'T-BBBB.dependsOn-=T-AAAA']);
  assert.ok(scenario.ok);
  const { plan } = scenario.value;
  const after = await loadPlan(
    memoryFiles({
      ...files,
      'tasks/T-BBBB.yaml': 'title: Build\nmilestone: M-4XK2\nduration: 5d\n',
    }),
  );
  assert.deepEqual(itemOf(plan, 'T-BBBB'), itemOf(after.plan, 'T-BBBB'));
  assert.equal(itemOf(plan, 'T-AAAA'), itemOf(snapshot.plan, 'T-AAAA'));
  assert.equal(plan.milestones, snapshot.plan.milestones);
  const project = readScenario(snapshot, ['project.start=2026-03-09']);
  assert.equal(
    project.ok && formatInstant(project.value.plan.project.start?.at ?? 0),
    '2026-03-09T00:00',
  );
});

test('a change that the files would not take is refused for the same reason', async () => {
  const snapshot = await read();
  const check = (texts: readonly string[], code: string, says: RegExp): void => {
    const scenario = readScenario(snapshot, texts);
    assert.equal(scenario.ok ? 'taken' : scenario.error.code, code, texts.join());
    if (!scenario.ok) assert.match(scenario.error.message, says);
  };
  check(
    ['duration=5d'],
    'command-refused',
    /changes nothing; write the id, the field and its value/,
  );
  check(['T-AAAA.duration'], 'command-refused', /sets nothing/);
  check(['T-AAAA.duration=5x'], 'duration-invalid', /5x/);
  check(['T-AAAA.length=5d'], 'command-refused', /has no field/);
  check(['T-ZZZZ.duration=5d'], 'reference-unknown', /T-ZZZZ/);
  check(['T-AAAA.dependsOn=T-BBBB'], 'dependency-cycle', /circle/);
  check(['T-AAAA.duration=5d', 'T-AAAA.duration=4d'], 'command-refused', /given twice/);
  check(['T-AAAA.duration=5d', 'T-BBBB.constraint=X'], 'field-value', /X/);
});

test('a comparison tells the finish, the milestones, what became critical and what was promised', async () => {
  const { comparison } = await tryTexts('T-BBBB.duration=5d');
  assert.equal(comparison.finish.minutes, 960);
  assert.deepEqual(
    comparison.milestones.map(({ id, finish }) => [
      id,
      formatInstant(finish.after),
      finish.minutes,
    ]),
    [['M-4XK2', '2026-03-10T18:00', 960]],
  );
  assert.deepEqual(
    comparison.tasks.map(({ id }) => id),
    ['T-BBBB'],
  );
  assert.deepEqual(comparison.newlyMissed, ['M-4XK2']);
  assert.deepEqual(comparison.newProblems, []);
});

test('a comparison tells what turns round: critical work, kept promises, problems, dates', async () => {
  const shorter = (await tryTexts('T-BBBB.duration=1d')).comparison;
  assert.deepEqual(shorter.noLongerCritical, ['M-4XK2', 'T-AAAA', 'T-BBBB']);
  assert.equal(shorter.finish.minutes, -480);
  const free = (await tryTexts('T-CCCC.duration=3d')).comparison;
  assert.deepEqual([free.becameCritical, free.noLongerCritical], [[], ['T-CCCC']]);
  const longer = (await tryTexts('T-DDDD.duration=9d')).comparison;
  assert.deepEqual([longer.becameCritical, longer.finish.minutes], [['T-DDDD'], 1920]);
  const kept = (await tryTexts('T-CCCC.deadline=2026-03-04')).comparison;
  assert.deepEqual(kept.newlyMissed, ['T-CCCC']);
  const pinned = (await tryTexts('T-BBBB.pinned=2026-03-02')).comparison;
  assert.deepEqual(
    pinned.newProblems.map(({ code }) => code),
    ['constraint-conflict'],
  );
  const dropped = (await tryTexts('T-AAAA.status=dropped')).comparison;
  assert.deepEqual(dropped.lostDates, ['T-AAAA']);
  assert.equal(dropped.finish.minutes, -480);
  const nothing = (await tryTexts('T-AAAA.title=Sketch')).comparison;
  assert.deepEqual(nothing.tasks, []);
  assert.equal(nothing.finish.minutes, 0);
});

test('trying changes the answer for the scenario alone, and the order of trying does not matter', async () => {
  const { plan, schedule } = await tryTexts('T-BBBB.duration=5d', 'T-AAAA.duration=1d');
  assert.equal(schedule.finish, computeSchedule(plan).finish);
  const again = await tryTexts('T-AAAA.duration=1d', 'T-BBBB.duration=5d');
  assert.equal(again.schedule.finish, schedule.finish);
});
