import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemKinds } from '../../../src/core/model/ids.ts';
import { refused, texts } from '../../support/everyKind.ts';
import { benchOf, instant } from '../../support/runOnFiles.ts';

test('an item of every kind is added under a new id', async () => {
  for (const kind of itemKinds) {
    const bench = await benchOf(texts);
    const { id } = await bench.run('addItem', { kind, title: ' yes: #1 ', fields: { tags: null } });
    const item = [...bench.store.snapshot.files.values()].find(file => file.id === id);
    assert.match(item?.text ?? '', /^title: ['"]yes: #1['"]\n$/);
  }
});

test('fields of a new item go by dotted name, and ids in them may be prefixes', async () => {
  const bench = await benchOf(texts);
  const { id } = await bench.run('addItem', {
    kind: 'risk',
    title: 'New',
    fields: {
      'response.strategy': 'avoid',
      'response.tasks': ['t-ac'],
      affects: 'm-a',
      owner: 'ada',
    },
  });
  assert.equal(
    bench.files.text(`risks/${id}.yaml`),
    'title: New\nowner: ada\naffects:\n  - M-AAAA\nresponse:\n  strategy: avoid\n  tasks:\n    - T-ACCC\n',
  );
});

test('paths of code are written with slashes, however a person types them', async () => {
  const bench = await benchOf(texts);
  await bench.run('setFields', { id: 'T-ACCC', fields: { code: ['src\\a.ts:3', 'src/b.ts'] } });
  assert.match(bench.files.text('tasks/T-ACCC.yaml') ?? '', /- src\/a\.ts:3\n {2}- src\/b\.ts\n/);
  await bench.run('setFields', { id: 'T-ACCC', fields: { 'code.0': 'lib\\c.ts' } });
  assert.match(bench.files.text('tasks/T-ACCC.yaml') ?? '', /- lib\/c\.ts\n/);
  const { id } = await bench.run('addItem', {
    kind: 'task',
    title: 'New',
    fields: { code: [{ path: 'src\\a.ts', quote: 'a\\b' }] },
  });
  const text = bench.files.text(`tasks/${id}.yaml`) ?? '';
  assert.match(text, /src\/a\.ts/);
  assert.match(text, /a\\b/);
});

test('a bad value or reference is refused before anything is written', async () => {
  const bench = await benchOf(texts);
  const set = (fields: Parameters<typeof bench.run<'setFields'>>[1]['fields']): Promise<string> =>
    refused(bench, 'setFields', { id: 'T-AAAA', fields });
  assert.match(await set({ title: null }), /has no `title`/);
  assert.match(await set({ status: 'started' }), /started/);
  assert.match(await set({ estimate: 'soon' }), /soon/);
  assert.match(await set({ deadline: '2026-02-31' }), /2026-02-31/);
  assert.match(await set({ estimate: '-3d' }), /-3d|below/);
  assert.match(await set({ milestone: 'T-ABBB' }), /T-ABBB is a task/);
  assert.match(await set({ milestone: 'M-ZZZZ' }), /M-ZZZZ/);
  assert.match(await set({ dependsOn: ['T-AAAA'] }), /names itself/);
  assert.match(await set({ estmate: '3d' }), /no field estmate; did you mean estimate/);
  assert.match(await set({ calendar: 'night' }), /night/);
  assert.match(await set({}), /at least one field/);
  assert.match(await refused(bench, 'addItem', { kind: 'task', title: '  ' }), /needs a title/);
  const fields = { status: 'open' };
  assert.match(await refused(bench, 'addItem', { kind: 'task', title: 'X', fields }), /open/);
});

test('fields are set and taken out one line each, on items and on the project', async () => {
  const bench = await benchOf(texts);
  const fields = { progress: null, title: 'Parser', milestone: 'm-a' };
  await bench.run('setFields', { id: 't-aa', fields });
  await bench.run('setFields', { id: 'project', fields: { currency: 'EUR' } });
  await bench.run('setFields', { id: 'R-A', fields: { 'response.strategy': 'avoid' } });
  assert.deepEqual(bench.diff(), [
    'project.yaml: +currency: EUR',
    'risks/R-AAAA.yaml: -  strategy: reduce',
    'risks/R-AAAA.yaml: +  strategy: avoid',
    'tasks/T-AAAA.yaml: -title: A # c',
    'tasks/T-AAAA.yaml: -progress: 40%',
    'tasks/T-AAAA.yaml: +title: Parser # c',
    'tasks/T-AAAA.yaml: +milestone: M-AAAA',
  ]);
});

test('completing says so in the words of each kind, and reopening takes it back', async () => {
  const bench = await benchOf(texts);
  const complete = async (id: string): Promise<void> => {
    await bench.run('completeItem', { id });
    assert.match(await refused(bench, 'completeItem', { id }), /already/);
  };
  assert.match(await refused(bench, 'completeItem', { id: 'T-AAAA' }), /T-ABBB, T-ACCC/);
  // T-ACCC has its milestone from the summary above it.
  assert.equal(
    await refused(bench, 'completeItem', { id: 'M-AAAA' }),
    '"M" (M-AAAA) has open tasks: T-ABBB, T-ACCC; complete or drop those first, or move them to another milestone',
  );
  for (const id of ['T-ACCC', 'T-ABBB', 'T-AAAA', 'M-AAAA', 'R-AAAA', 'D-AAAA', 'N-AAAA']) {
    await complete(id);
  }
  const { plan } = bench.store.snapshot;
  assert.equal(plan.tasks.get('T-AAAA')?.status, 'done');
  assert.equal(plan.tasks.get('T-AAAA')?.finished?.at, instant('2026-03-10'));
  assert.equal(plan.tasks.get('T-AAAA')?.progress, undefined);
  assert.equal(plan.tasks.get('T-AAAA')?.remaining, undefined);
  assert.equal(plan.milestones.get('M-AAAA')?.reached?.at, instant('2026-03-10'));
  assert.equal(plan.risks.get('R-AAAA')?.status, 'closed');
  assert.equal(plan.decisions.get('D-AAAA')?.status, 'accepted');
  assert.deepEqual(
    plan.notes.get('N-AAAA')?.actions.map(({ isDone }) => isDone),
    [true, true],
  );
  for (const id of ['T-AAAA', 'T-ACCC', 'M-AAAA', 'R-AAAA', 'D-AAAA', 'N-AAAA']) {
    await bench.run('reopenItem', { id });
    assert.match(await refused(bench, 'reopenItem', { id }), /open already/);
  }
  const after = bench.store.snapshot.plan;
  assert.equal(after.tasks.get('T-AAAA')?.status, 'todo');
  assert.equal(after.tasks.get('T-ACCC')?.status, 'doing');
  assert.equal(after.tasks.get('T-AAAA')?.finished, undefined);
  assert.equal(after.milestones.get('M-AAAA')?.reached, undefined);
  assert.equal(after.risks.get('R-AAAA')?.status, 'open');
  assert.equal(after.decisions.get('D-AAAA')?.decidedOn, undefined);
});

test('dropping keeps the item, with the open sub-tasks of a summary', async () => {
  const bench = await benchOf(texts);
  await bench.run('completeItem', { id: 'T-ACCC' });
  for (const id of ['T-AAAA', 'M-AAAA', 'R-AAAA', 'D-AAAA']) {
    await bench.run('dropItem', { id });
    assert.match(await refused(bench, 'dropItem', { id }), /already/);
  }
  const { plan } = bench.store.snapshot;
  const statuses = [...plan.tasks.values()].map(({ status }) => status);
  assert.deepEqual(statuses, ['dropped', 'dropped', 'done']);
  assert.equal(plan.milestones.get('M-AAAA')?.isDropped, true);
  assert.equal(plan.decisions.get('D-AAAA')?.status, 'rejected');
  assert.match(await refused(bench, 'dropItem', { id: 'N-AAAA' }), /remove it instead/);
  await bench.run('reopenItem', { id: 'M-AAAA' });
  assert.equal(bench.store.snapshot.plan.milestones.get('M-AAAA')?.isDropped, false);
});

test('what cannot be changed along with a rename or a removal is named', async () => {
  const bench = await benchOf({
    ...texts,
    'tasks/T-BAD0.yaml': 'title: "x\ndependsOn: [t-accc]\n',
    'tasks/T-BAD1.yaml': 'title: "x\ndependsOn: [T-ACCC5]\n',
  });
  const message =
    'tasks/T-BAD0.yaml may still name T-ACCC: it is not changed until it is mended; mend it and look for T-ACCC in it';
  const renamed = await bench.run('renameItem', { id: 'T-ACCC', to: 'T-ZZZZ' });
  assert.deepEqual(
    renamed.remarks?.map(remark => remark.message),
    [message],
  );
  assert.ok((await bench.store.undo()).ok);
  const removed = await bench.run('removeItem', { id: 'T-ACCC' });
  assert.deepEqual(
    removed.remarks?.map(remark => remark.message),
    [message],
  );
});

test('renaming rewrites every reference and keeps what stands beside it', async () => {
  const bench = await benchOf(texts);
  await bench.run('renameItem', { id: 'T-ACCC', to: 't-zzzz' });
  const lines = bench.diff().filter(line => !/^tasks\/T-(ACCC|ZZZZ)/.test(line));
  assert.deepEqual(lines, [
    'baselines/kick.yaml: -  T-ACCC: 2026-03-02T09:00..2026-03-03T18:00',
    'baselines/kick.yaml: +  T-ZZZZ: "2026-03-02T09:00..2026-03-03T18:00"',
    'decisions/D-AAAA.yaml: -affects: [T-ACCC, R-AAAA]',
    'decisions/D-AAAA.yaml: +affects: [T-ZZZZ, R-AAAA]',
    'notes/N-AAAA.yaml: -    task: T-ACCC',
    'notes/N-AAAA.yaml: +    task: T-ZZZZ',
    'risks/R-AAAA.yaml: -  - T-ACCC # the move',
    'risks/R-AAAA.yaml: -  tasks: [T-ACCC]',
    'risks/R-AAAA.yaml: +  - T-ZZZZ # the move',
    'risks/R-AAAA.yaml: +  tasks: [T-ZZZZ]',
    'tasks/T-ABBB.yaml: -dependsOn: [ "T-ACCC SS+2d" ]',
    'tasks/T-ABBB.yaml: +dependsOn: [ "T-ZZZZ SS+2d" ]',
  ]);
  const renamed = `${texts['tasks/T-ACCC.yaml']}formerIds:\n  - T-ACCC\n`;
  assert.equal(bench.files.text('tasks/T-ZZZZ.yaml'), renamed);
  assert.deepEqual(bench.store.snapshot.problems, []);
  assert.match(
    await refused(bench, 'renameItem', { id: 'T-ZZZZ', to: 'R-ZZZZ' }),
    /no id of a task/,
  );
  assert.match(await refused(bench, 'renameItem', { id: 'T-ZZZZ', to: 'T-AAAA' }), /taken/);
  const { id } = await bench.run('renameItem', { id: 'R-BBBB' });
  assert.equal(bench.store.snapshot.plan.risks.get('R-AAAA')?.secondary[0], id);
});

test('people are assigned by key or name, to each kind in its own field', async () => {
  const bench = await benchOf(texts);
  await bench.run('assign', { id: 'T-ACCC', people: ['Ada Lovelace', 'GRACE 50%'] });
  await bench.run('assign', { id: 'M-AAAA', people: ['grace'] });
  await bench.run('assign', { id: 'R-AAAA', people: ['ada'] });
  const { plan } = bench.store.snapshot;
  assert.deepEqual(plan.tasks.get('T-ACCC')?.assignees, [
    { person: 'ada', units: 1 },
    { person: 'grace', units: 0.5 },
  ]);
  assert.equal(plan.milestones.get('M-AAAA')?.owner, 'grace');
  await bench.run('assign', { id: 'R-AAAA', people: [] });
  assert.equal(bench.store.snapshot.plan.risks.get('R-AAAA')?.owner, undefined);
  const assign = (id: string, people: readonly string[]): Promise<string> =>
    refused(bench, 'assign', { id, people });
  assert.match(await assign('T-ACCC', ['bob']), /bob is not among .* ada, grace/);
  assert.match(await assign('M-AAAA', ['ada', 'grace']), /one owner/);
  assert.match(await assign('M-AAAA', ['ada 50%']), /names no person/);
  assert.match(await assign('T-ACCC', ['ada 0%']), /no time/);
});

test('code is linked in the short writing where that says it all', async () => {
  const bench = await benchOf(texts);
  await bench.run('linkCode', { id: 'T-ACCC', path: './src\\c.ts', line: 3, endLine: 9 });
  await bench.run('linkCode', { id: 'T-ACCC', path: 'src/a.ts', line: 12, quote: 'const a = 1;' });
  await bench.run('linkCode', { id: 'R-AAAA', path: 'src/' });
  assert.deepEqual(bench.diff(), [
    'risks/R-AAAA.yaml: +code:',
    'risks/R-AAAA.yaml: +  - src/',
    'tasks/T-ACCC.yaml: -  - src/a.ts:12',
    'tasks/T-ACCC.yaml: +  - path: src/a.ts',
    'tasks/T-ACCC.yaml: +    line: 12',
    'tasks/T-ACCC.yaml: +    quote: const a = 1;',
    'tasks/T-ACCC.yaml: +  - src/c.ts:3-9',
  ]);
  for (const path of ['../x.ts', '/etc/passwd', 'C:/x.ts', 'src/../../x', '']) {
    assert.match(await refused(bench, 'linkCode', { id: 'T-ACCC', path }), /inside the workspace/);
  }
  const backwards = { id: 'T-ACCC', path: 'a', line: 9, endLine: 3 };
  assert.match(await refused(bench, 'linkCode', backwards), /counted from 1/);
  assert.match(await refused(bench, 'linkCode', { id: 'M-AAAA', path: 'a' }), /no links to code/);
  await bench.run('unlinkCode', { id: 'T-ACCC', path: 'src/c.ts', line: 3 });
  await bench.run('unlinkCode', { id: 'T-ACCC', path: 'src/b.ts' });
  await bench.run('unlinkCode', { id: 'T-ACCC', path: 'src/a.ts' });
  assert.equal(bench.store.snapshot.plan.tasks.get('T-ACCC')?.code.length, 0);
  assert.match(await refused(bench, 'unlinkCode', { id: 'T-ACCC', path: 'src/a.ts' }), /no link/);
});

test('moving puts a task under another parent or beside a sibling, but never into itself', async () => {
  const bench = await benchOf(texts);
  await bench.run('moveItem', { id: 'T-ACCC', parent: null, milestone: 'm-aa' });
  assert.match(bench.files.text('tasks/T-ACCC.yaml') ?? '', /^title: C\nmilestone: M-AAAA\n/);
  const inside = await bench.refusal('moveItem', { id: 'T-AAAA', parent: 'T-ABBB' });
  assert.equal(inside.code, 'parent-cycle');
  assert.match(await refused(bench, 'moveItem', { id: 'T-AAAA', parent: 'T-AAAA' }), /itself/);
  assert.match(await refused(bench, 'moveItem', { id: 'R-AAAA', parent: 'T-AAAA' }), /no place/);
  await bench.run('moveItem', { id: 'T-ABBB', before: 'T-ACCC' });
  const moved = bench.store.snapshot.plan.tasks.get('T-ABBB');
  assert.ok(moved);
  assert.equal(moved.parent, undefined);
  assert.equal(moved.milestone, 'M-AAAA');
  assert.equal(typeof moved.rank, 'number');
});

test('a file that is not understood is never changed, and the refusal says what to mend', async () => {
  const bench = await benchOf({ ...texts, 'tasks/T-BAD0.yaml': 'title: [\n' });
  assert.match(
    await refused(bench, 'setFields', { id: 'T-BAD0', fields: { title: 'x' } }),
    /T-BAD0/,
  );
  assert.match(await refused(bench, 'completeItem', { id: 't-bad' }), /must be mended first/);
});

test('a task that moves among the parts of its summary keeps its own milestone', async () => {
  const bench = await benchOf({
    ...texts,
    'tasks/T-SSSS.yaml': 'title: S\n',
    'tasks/T-SAAA.yaml': 'title: SA\nparent: T-SSSS\nmilestone: M-AAAA\nrank: 1\n',
    'tasks/T-SBBB.yaml': 'title: SB\nparent: T-SSSS\nrank: 2\n',
  });
  await bench.run('moveItem', { id: 'T-SAAA', after: 'T-SBBB' });
  const moved = bench.store.snapshot.plan.tasks.get('T-SAAA');
  assert.deepEqual([moved?.milestone, moved?.parent, moved?.rank], ['M-AAAA', 'T-SSSS', 12]);
});

test('an entry before a flawed one can be taken out, and the flaw stays as it is', async () => {
  const bench = await benchOf({
    ...texts,
    'tasks/T-9AAA.yaml':
      'title: X\nconflicts:\n  - field: priority\n    theirs: high\n  - field: title\n    theirs: Y\n',
  });
  await bench.run('resolveConflict', { id: 'T-9AAA', field: 'priority', side: 'theirs' });
  assert.equal(
    bench.files.text('tasks/T-9AAA.yaml'),
    'title: X\npriority: high\nconflicts:\n  - field: title\n    theirs: Y\n',
  );
});
