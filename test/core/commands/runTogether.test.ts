import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  drawsIds,
  runTogether,
  stepOf as step,
  type Step,
} from '../../../src/core/commands/runTogether.ts';
import { benchOf, contextOf, instant, type Bench } from '../../support/runOnFiles.ts';

const texts = {
  'project.yaml': 'name: Demo\nstart: 2026-03-02\n',
  'tasks/T-AAAA.yaml': 'title: A\nestimate: 1d\n',
  'tasks/T-BBBB.yaml': 'title: B\nestimate: 1d\ndependsOn:\n  - T-AAAA\n',
  'tasks/T-CCCC.yaml': 'title: C\nestimate: 1d\n',
};

/** The title of the edit, or why it was refused, and the lines that differ. */
async function edit(bench: Bench, steps: readonly Step[]): Promise<readonly string[]> {
  const planned = runTogether(contextOf(bench.store.snapshot), steps);
  if (!planned.ok) return [planned.error.message, ...bench.diff()];
  const { changes, title } = planned.value;
  const applied = await bench.store.apply(changes, title);
  return [applied.ok ? title : applied.error.message, ...bench.diff()];
}

test('commands build on one another, and one undo takes all of them back', async () => {
  const bench = await benchOf(texts);
  const link = step('linkTasks', { predecessor: 'T-BBBB', successor: 'T-CCCC' });
  const lag = step('linkTasks', { predecessor: 'T-BBBB', successor: 'T-CCCC', lag: '+2d' });
  assert.deepEqual(await edit(bench, [link, lag, step('dropItem', { id: 'T-AAAA' })]), [
    'Let T-CCCC wait for T-BBBB and 2 more',
    'tasks/T-AAAA.yaml: +status: dropped',
    'tasks/T-CCCC.yaml: +dependsOn:',
    'tasks/T-CCCC.yaml: +  - T-BBBB FS+2d',
  ]);
  assert.ok((await bench.store.undo()).ok);
  assert.deepEqual(bench.diff(), []);
});

test('what names each other goes in any order', async () => {
  const removals = ['T-AAAA', 'T-BBBB'].map(id => step('removeItem', { id }));
  for (const steps of [removals, removals.toReversed()]) {
    const bench = await benchOf(texts);
    await edit(bench, steps);
    assert.deepEqual([...bench.store.snapshot.plan.tasks.keys()], ['T-CCCC']);
    assert.ok((await bench.store.undo()).ok);
    assert.deepEqual(bench.diff(), []);
  }
});

test('one refusal refuses all, also of what only the others bring about', async () => {
  const bench = await benchOf(texts);
  const circle = [
    step('linkTasks', { predecessor: 'T-BBBB', successor: 'T-CCCC' }),
    step('linkTasks', { predecessor: 'T-CCCC', successor: 'T-AAAA' }),
  ];
  assert.deepEqual(await edit(bench, circle), [
    'That would close the circle T-AAAA → T-CCCC → T-BBBB → T-AAAA',
  ]);
  assert.match((await edit(bench, []))[0] ?? '', /Nothing was asked for/);
});

test('bars that are moved together move by the same, linked or not', async () => {
  const bench = await benchOf(texts);
  const moves = [
    step('rescheduleTask', { id: 'T-AAAA', start: instant('2026-03-04') }),
    step('rescheduleTask', { id: 'T-CCCC', start: instant('2026-03-04') }),
  ];
  assert.deepEqual(await edit(bench, moves), [
    'Move "A" to 2026-03-04 and 1 more',
    'tasks/T-AAAA.yaml: +constraint: SNET 2026-03-04',
    'tasks/T-CCCC.yaml: +constraint: SNET 2026-03-04',
  ]);
});

test('what is left to look at after one of them is told after all', async () => {
  const bench = await benchOf({
    ...texts,
    'tasks/T-BAD0.yaml': 'title: "x\ndependsOn: [T-AAAA, T-CCCC]\n',
  });
  const removals = ['T-AAAA', 'T-BBBB', 'T-CCCC'].map(id => step('removeItem', { id }));
  const planned = runTogether(contextOf(bench.store.snapshot), removals);
  assert.ok(planned.ok);
  assert.deepEqual(
    planned.value.remarks?.map(({ message }) => message.slice(0, 38)),
    ['tasks/T-BAD0.yaml may still name T-AAA', 'tasks/T-BAD0.yaml may still name T-CCC'],
  );
});

test('each command that makes a file of a new id says so, for the sake of other branches', async () => {
  const inputs = {
    addItem: { kind: 'task', title: 'D', fields: {} },
    divideTask: { id: 'T-CCCC', at: instant('2026-03-02T12:00') },
    markOccurred: { id: 'R-AAAA', steps: ['Do without'] },
    setFields: { id: 'T-AAAA', fields: { title: 'New' } },
    linkTasks: { predecessor: 'T-AAAA', successor: 'T-CCCC' },
  } as const;
  const risk = 'title: R\n';
  for (const [name, input] of Object.entries(inputs)) {
    const bench = await benchOf({ ...texts, 'risks/R-AAAA.yaml': risk });
    const before = bench.files.paths().length;
    const command = name as keyof typeof inputs;
    await bench.run(command, input);
    const after = bench.files.paths().filter(path => !path.endsWith('.gitignore')).length;
    assert.equal(drawsIds(command), after > before, name);
  }
});
