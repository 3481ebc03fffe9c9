import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainItem } from '../../../src/core/scenario/explainItem.ts';
import { editTexts } from '../../../src/core/scenario/findWaysOut.ts';
import { readScenario } from '../../../src/core/scenario/scenario.ts';
import { tellConflict } from '../../../src/core/scenario/tellConflict.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

/** What the first conflict of an item is told with; each edit must read on the command line as well. */
async function check(
  files: Readonly<Record<string, string>>,
  id: string,
  expected: readonly string[],
): Promise<void> {
  const project = 'version: 1\nname: Bridge\nstart: 2026-03-02\n';
  const snapshot = await loadPlan(memoryFiles({ 'project.yaml': project, ...files }));
  const schedule = createScheduler();
  const before = schedule(snapshot.plan);
  const { conflicts, ctx } = explainItem({ snapshot, before, schedule, options: {} }, id);
  const [first] = conflicts;
  assert.ok(first);
  assert.deepEqual(tellConflict(ctx, first).ways, expected);
  for (const way of first.ways) {
    const scenario = readScenario(snapshot, editTexts(way));
    assert.ok(scenario.ok, editTexts(way).join(' '));
  }
}

const draw = 'title: Draw\nduration: 3d\n';
const build = 'title: Build\nduration: 1d\n';

test('[WHY-6] a constraint against logic is moved or taken out, or the dependency is', async () => {
  const held = (constraint: string): Readonly<Record<string, string>> => ({
    'tasks/T-AAAA.yaml': draw,
    'tasks/T-BBBB.yaml': `${build}constraint: ${constraint}\ndependsOn:\n  - T-AAAA\n`,
  });
  await check(held('MFO 2026-03-03'), 'T-BBBB', [
    'Move the constraint to 2026-03-05',
    'Take the constraint out',
    'Take the dependency on T-AAAA "Draw" out',
    'Bring T-AAAA "Draw" 2 working days earlier',
  ]);
  await check(held('MSO 2026-03-03T14:00'), 'T-BBBB', [
    'Move the constraint to 2026-03-05',
    'Take the constraint out',
    'Take the dependency on T-AAAA "Draw" out',
    'Bring T-AAAA "Draw" 1.5 working days earlier',
  ]);
});

test('[WHY-6] what does not end a conflict is not offered: a summary holds it as well', async () => {
  await check(
    {
      'tasks/T-AAAA.yaml': draw,
      'tasks/T-SSSS.yaml': 'title: Sum\ndependsOn:\n  - T-AAAA FS-1d\n',
      'tasks/T-BBBB.yaml': `${build}parent: T-SSSS\npinned: 2026-03-02\ndependsOn:\n  - T-AAAA\n`,
    },
    'T-BBBB',
    [
      'Move the pin to 2026-03-05',
      'Take the pin out',
      'Bring T-AAAA "Draw" 3 working days earlier',
    ],
  );
});

test('[WHY-6] a missed promise is moved, and what that would break is told', async () => {
  const files = {
    'tasks/T-AAAA.yaml': `${draw}milestone: M-AAAA\n`,
    'milestones/M-AAAA.yaml': 'title: Open\ndue: 2026-03-02\n',
  };
  await check(files, 'M-AAAA', [
    'Move the due date to 2026-03-04',
    'Bring what it hangs on 2 working days earlier',
  ]);
});

test('[WHY-6] where several promises press on an item they are moved together', async () => {
  const after = (on: string, words: string): string =>
    `title: ${on}\nduration: 1d\ndeadline: ${words}\ndependsOn:\n  - T-${on}\n`;
  const files = {
    'tasks/T-AAAA.yaml': draw,
    'tasks/T-BBBB.yaml': after('AAAA', '2026-03-02'),
    'tasks/T-CCCC.yaml': after('BBBB', '2026-03-04'),
  };
  await check(files, 'T-AAAA', [
    'Move the deadline of T-BBBB "AAAA" to 2026-03-05, and move the deadline of T-CCCC "BBBB" to 2026-03-06',
    'Shorten what lies between by 3 working days',
  ]);
});

const draft =
  'title: Draft\nduration: 3d\nstarted: 2026-03-02\nfinished: 2026-03-04\nstatus: done\n';

test('[WHY-6] what is finished cannot be brought earlier', async () => {
  const held = (words: string): Readonly<Record<string, string>> => ({
    'tasks/T-AAAA.yaml': draft,
    'tasks/T-BBBB.yaml': `${draw}${words}dependsOn:\n  - T-AAAA\n`,
  });
  const ways = ['Move the constraint to 2026-03-09', 'Take the constraint out'];
  const apart = 'Take the dependency on T-AAAA "Draft" out';
  await check(held('constraint: FNLT 2026-03-04\n'), 'T-BBBB', [...ways, apart]);
  await check(held('constraint: FNLT 2026-03-06\n'), 'T-BBBB', [
    ...ways,
    apart,
    'Shorten it by 1 working day',
  ]);
  await check(held('deadline: 2026-03-06\n'), 'T-BBBB', [
    'Move the deadline to 2026-03-09',
    'Shorten it by 1 working day',
  ]);
});

test('[WHY-6] what waits for nothing has to be shorter to be finished as promised', async () => {
  await check({ 'tasks/T-AAAA.yaml': `${draw}deadline: 2026-03-03\n` }, 'T-AAAA', [
    'Move the deadline to 2026-03-04',
    'Shorten it by 1 working day',
  ]);
  await check({ 'tasks/T-AAAA.yaml': `${draw}deadline: 2026-02-27\n` }, 'T-AAAA', [
    'Move the deadline to 2026-03-04',
  ]);
});

test('[WHY-6] [CON-8] of late work that a promise would have before what it waits for, both ends are told', async () => {
  const waits = `${build}constraint: ALAP\ndependsOn:\n  - T-AAAA\n`;
  const plan = { 'tasks/T-AAAA.yaml': draw, 'tasks/T-BBBB.yaml': waits };
  await check({ ...plan, 'tasks/T-BBBB.yaml': `${waits}deadline: 2026-03-03\n` }, 'T-BBBB', [
    'Move the deadline to 2026-03-05',
    'Bring what it hangs on 2 working days earlier',
  ]);
  const promise = `${build}constraint: FNLT 2026-03-03\ndependsOn:\n  - T-BBBB\n`;
  await check({ ...plan, 'tasks/T-CCCC.yaml': promise }, 'T-CCCC', [
    'Move the constraint to 2026-03-06',
    'Take the constraint out',
    'Take the dependency on T-BBBB "Build" out',
    'Bring T-BBBB "Build" 3 working days earlier',
  ]);
});

test('[WHY-6] [ACT-8] begun work that ends after its limit is offered what a deadline offers', async () => {
  const begun = `${build}duration: 10d\nstatus: doing\nstarted: 2026-03-03\nprogress: 20%\n`;
  const held = (constraint: string): Readonly<Record<string, string>> => ({
    'tasks/T-AAAA.yaml': `${begun.replace('duration: 1d\n', '')}constraint: ${constraint}\n`,
  });
  for (const kind of ['MFO', 'FNLT']) {
    await check(held(`${kind} 2026-03-06`), 'T-AAAA', [
      'Move the constraint to 2026-03-16',
      'Take the constraint out',
      'Shorten it by 6 working days',
    ]);
  }
  // With eight days left, nine cannot be saved.
  await check(held('FNLT 2026-03-03'), 'T-AAAA', [
    'Move the constraint to 2026-03-16',
    'Take the constraint out',
  ]);
});
