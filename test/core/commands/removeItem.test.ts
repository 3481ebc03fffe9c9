import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refused, texts } from '../../support/everyKind.ts';
import { benchOf } from '../../support/runOnFiles.ts';

test('removing takes every reference out, moves children up and can be undone as one', async () => {
  const bench = await benchOf(texts);
  await bench.run('removeItem', { id: 'T-ACCC' });
  assert.deepEqual(bench.diff(), [
    `.trash/T-ACCC.yaml: +title: C`,
    `.trash/T-ACCC.yaml: +parent: T-ABBB`,
    `.trash/T-ACCC.yaml: +started: 2026-03-03`,
    `.trash/T-ACCC.yaml: +code:`,
    `.trash/T-ACCC.yaml: +  - src/a.ts:12`,
    `.trash/T-ACCC.yaml: +  - src/b.ts`,
    '.trash/T-ACCC.yaml: +removedFrom:',
    ...[
      '  - item: D-AAAA',
      '    field: affects.0',
      '    value: T-ACCC',
      '    entryOf: affects',
      '  - item: N-AAAA',
      '    field: actions.0.task',
      '    value: T-ACCC',
      '  - item: R-AAAA',
      '    field: affects.0',
      '    value: T-ACCC',
      '    entryOf: affects',
      '    comment: "# the move"',
      '  - item: R-AAAA',
      '    field: response.tasks.0',
      '    value: T-ACCC',
      '    entryOf: response.tasks',
      '  - item: T-ABBB',
      '    field: dependsOn.0',
      '    value: T-ACCC SS+2d',
      '    entryOf: dependsOn',
    ].map(line => `.trash/T-ACCC.yaml: +${line}`),
    'decisions/D-AAAA.yaml: -affects: [T-ACCC, R-AAAA]',
    'decisions/D-AAAA.yaml: +affects: [R-AAAA]',
    'notes/N-AAAA.yaml: -    task: T-ACCC',
    'risks/R-AAAA.yaml: -  - T-ACCC # the move',
    'risks/R-AAAA.yaml: -  tasks: [T-ACCC]',
    'tasks/T-ABBB.yaml: -dependsOn: [ "T-ACCC SS+2d" ]',
    'tasks/T-ACCC.yaml: -title: C',
    'tasks/T-ACCC.yaml: -parent: T-ABBB',
    'tasks/T-ACCC.yaml: -started: 2026-03-03',
    'tasks/T-ACCC.yaml: -code:',
    'tasks/T-ACCC.yaml: -  - src/a.ts:12',
    'tasks/T-ACCC.yaml: -  - src/b.ts',
  ]);
  assert.deepEqual(bench.store.snapshot.problems, []);
  assert.ok((await bench.store.undo()).ok);
  assert.deepEqual(bench.diff(), []);
  await bench.run('removeItem', { id: 'T-ABBB' });
  assert.equal(bench.store.snapshot.plan.tasks.get('T-ACCC')?.parent, 'T-AAAA');
  await bench.run('removeItem', { id: 'M-AAAA' });
  await bench.run('removeItem', { id: 'R-BBBB' });
  assert.deepEqual(bench.store.snapshot.problems, []);
  await bench.run('restoreItem', { id: 't-ab' });
  assert.equal(bench.store.snapshot.plan.tasks.get('T-ABBB')?.title, 'B');
  assert.match(await refused(bench, 'restoreItem', { id: 'T-ABBB' }), /No removed item/);
});

test('restoring brings the item back into the fields that named it', async () => {
  const bench = await benchOf(texts);
  await bench.run('removeItem', { id: 'T-ACCC' });
  const restored = await bench.run('restoreItem', { id: 'T-ACCC' });
  assert.equal(restored.remarks, undefined);
  assert.equal(bench.files.text('tasks/T-ACCC.yaml'), texts['tasks/T-ACCC.yaml']);
  assert.deepEqual(bench.diff(), [
    'risks/R-AAAA.yaml: -  tasks: [T-ACCC]',
    'risks/R-AAAA.yaml: +  tasks:',
    'risks/R-AAAA.yaml: +    - T-ACCC',
    'tasks/T-ABBB.yaml: -dependsOn: [ "T-ACCC SS+2d" ]',
    'tasks/T-ABBB.yaml: +dependsOn:',
    'tasks/T-ABBB.yaml: +  - T-ACCC SS+2d',
  ]);
  await bench.run('removeItem', { id: 'T-ABBB' });
  assert.equal(bench.store.snapshot.plan.tasks.get('T-ACCC')?.parent, 'T-AAAA');
  await bench.run('restoreItem', { id: 'T-ABBB' });
  assert.equal(bench.store.snapshot.plan.tasks.get('T-ACCC')?.parent, 'T-ABBB');
});

test('a note that is not as removing writes it brings nothing back', async () => {
  const noted = (field: string, value: string, more = ''): string =>
    `title: C\nremovedFrom:\n  - item: T-AAAA\n    field: ${field}\n    value: ${value}\n${more}`;
  for (const text of [
    noted('title', 'Another'),
    noted('title', 'T-ACCC'),
    noted('parent', 'R-AAAA'),
    noted('dependsOn.0', 'T-ACCC', '    entryOf: tags\n'),
    noted('tags.0', 'T-ACCC', '    entryOf: tags\n'),
    noted('__proto__', 'T-ACCC'),
  ]) {
    const bench = await benchOf({ 'tasks/T-AAAA.yaml': 'title: A\n', '.trash/T-ACCC.yaml': text });
    const { remarks } = await bench.run('restoreItem', { id: 'T-ACCC' });
    assert.equal(remarks, undefined, text);
    assert.equal(bench.files.text('tasks/T-AAAA.yaml'), 'title: A\n', text);
    assert.equal(bench.files.text('tasks/T-ACCC.yaml'), 'title: C\n');
  }
  const text = noted('dependsOn.0', 'T-ACCC', '    entryOf: dependsOn\n');
  const bench = await benchOf({ 'tasks/T-AAAA.yaml': 'title: A\n', '.trash/T-ACCC.yaml': text });
  await bench.run('restoreItem', { id: 'T-ACCC' });
  assert.equal(bench.files.text('tasks/T-AAAA.yaml'), 'title: A\ndependsOn:\n  - T-ACCC\n');
});

test('restoring leaves what was changed since, and says so', async () => {
  const bench = await benchOf(texts);
  await bench.run('removeItem', { id: 'T-ACCC' });
  await bench.run('setFields', { id: 'D-AAAA', fields: { affects: ['T-AAAA'] } });
  await bench.run('setFields', { id: 'N-AAAA', fields: { 'actions.0.task': 'T-AAAA' } });
  await bench.run('removeItem', { id: 'T-ABBB' });
  const { remarks } = await bench.run('restoreItem', { id: 'T-ACCC' });
  assert.deepEqual(
    remarks?.map(({ message }) => message),
    [
      'actions.0.task of N-AAAA names T-ACCC no more, because it has another value by now',
      'dependsOn of T-ABBB names T-ACCC no more, because that item is not in the plan',
    ],
  );
  assert.deepEqual(bench.store.snapshot.plan.decisions.get('D-AAAA')?.affects, [
    'T-ACCC',
    'T-AAAA',
  ]);
});

test('a new id never meets that of a removed item', async () => {
  const bench = await benchOf(texts);
  const { id } = await bench.run('addItem', { kind: 'task', title: 'First' });
  assert.ok(id !== undefined);
  await bench.run('removeItem', { id });
  const again = await bench.run('addItem', { kind: 'task', title: 'Second' });
  assert.notEqual(again.id, id);
});

test('what a sub-task had through a removed task alone stays its own', async () => {
  const bench = await benchOf({
    'project.yaml': 'name: Demo\n',
    'milestones/M-AAAA.yaml': 'title: M\n',
    'tasks/T-AAAA.yaml': 'title: A\nmilestone: M-AAAA\n',
    'tasks/T-BBBB.yaml': 'title: B\nparent: T-AAAA\n',
  });
  await bench.run('removeItem', { id: 'T-AAAA' });
  const part = bench.store.snapshot.plan.tasks.get('T-BBBB');
  assert.deepEqual([part?.parent, part?.milestone], [undefined, 'M-AAAA']);
});
