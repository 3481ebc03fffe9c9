import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok } from '../../../src/core/base/result.ts';
import { mostAtOnce, type WitnessedFile } from '../../../src/core/store/outsideChanges.ts';
import { ProjectStore } from '../../../src/core/store/projectStore.ts';
import { memoryFiles, type MemoryFiles } from '../../support/memoryFiles.ts';

const texts = {
  'project.yaml': 'name: Demo\nstart: 2026-03-02\n',
  'tasks/T-AAAA.yaml': 'title: A\n',
  'tasks/T-BBBB.yaml': 'title: B\n',
};
const ids = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'.split('').map(last => `T-MMM${last}`);

interface Watched {
  readonly files: MemoryFiles;
  readonly store: ProjectStore;
  readonly asked: WitnessedFile[];
}

/** A store whose witness vouches for these paths, and remembers what it was asked about. */
async function open(vouched: readonly string[] = [], many = false): Promise<Watched> {
  const more = many ? Object.fromEntries(ids.map(id => [`tasks/${id}.yaml`, 'title: M\n'])) : {};
  const files = memoryFiles({ ...texts, ...more });
  const asked: WitnessedFile[] = [];
  const store = await ProjectStore.open(files, {
    witness: suspects => {
      asked.push(...suspects);
      return Promise.resolve(new Set(vouched));
    },
  });
  return { files, store, asked };
}

const retitle = { kind: 'set', id: 'T-BBBB', field: ['title'], value: 'Mine' } as const;
const codes = (store: ProjectStore): readonly string[] =>
  store.snapshot.problems.map(({ code, file }) => `${code} ${file ?? ''}`.trim());

for (const hint of [undefined, ['tasks/T-AAAA.yaml']]) {
  const how = hint ? 'a hint' : 'a look at the whole folder';

  test(`an item whose file vanished stays in the plan, and that is told, after ${how}`, async () => {
    const { files, store } = await open();
    files.set('tasks/T-AAAA.yaml', undefined);
    await store.reload(hint);
    assert.equal(store.snapshot.plan.tasks.get('T-AAAA')?.title, 'A');
    assert.deepEqual(codes(store), ['file-vanished tasks/T-AAAA.yaml']);
    assert.deepEqual(store.outside, { gone: ['tasks/T-AAAA.yaml'], many: [] });
    const { revision } = store.snapshot;
    await store.reload();
    assert.equal(store.snapshot.revision, revision, 'nothing new to be told');
    assert.ok((await store.apply([retitle], 'Mine')).ok, 'others are edited as before');
    assert.equal(store.snapshot.plan.tasks.get('T-AAAA')?.title, 'A');
    const edit = await store.apply([{ ...retitle, id: 'T-AAAA' }], 'Mine');
    assert.equal(edit.ok ? '' : edit.error.code, 'file-vanished');
  });

  test(`what git took away is gone, after ${how}`, async () => {
    const { files, store, asked } = await open(['tasks/T-AAAA.yaml']);
    files.set('tasks/T-AAAA.yaml', undefined);
    await store.reload(hint);
    assert.equal(store.snapshot.plan.tasks.has('T-AAAA'), false);
    assert.deepEqual(codes(store), []);
    assert.deepEqual(
      asked.map(({ path, isGone, bytes }) => [path, isGone, Buffer.from(bytes).toString()]),
      [['tasks/T-AAAA.yaml', true, 'title: A\n']],
    );
  });

  test(`what another process of ours removed or renamed has not vanished, after ${how}`, async () => {
    const { files, store, asked } = await open();
    await files.move('tasks/T-AAAA.yaml', '.trash/T-AAAA.yaml');
    await store.reload(hint);
    assert.equal(store.snapshot.plan.tasks.has('T-AAAA'), false);
    await files.move('tasks/T-BBBB.yaml', 'tasks/T-ZZZZ.yaml');
    await store.reload(hint && ['tasks/T-BBBB.yaml', 'tasks/T-ZZZZ.yaml']);
    assert.deepEqual([...store.snapshot.plan.tasks.keys()], ['T-ZZZZ']);
    assert.deepEqual(asked, []);
  });
}

test('a vanished file is brought back as it was', async () => {
  const { files, store } = await open();
  files.set('tasks/T-AAAA.yaml', undefined);
  await store.reload();
  assert.ok((await store.settleGone('back')).ok);
  assert.equal(files.text('tasks/T-AAAA.yaml'), 'title: A\n');
  assert.deepEqual(codes(store), []);
});

test('a vanished file comes back by itself', async () => {
  const { files, store } = await open();
  files.set('tasks/T-AAAA.yaml', undefined);
  await store.reload();
  files.set('tasks/T-AAAA.yaml', 'title: Theirs\n');
  await store.reload(['tasks/T-AAAA.yaml']);
  assert.equal(store.snapshot.plan.tasks.get('T-AAAA')?.title, 'Theirs');
  assert.deepEqual(codes(store), []);
});

test('a vanished item that is let go rests in the trash', async () => {
  const { files, store } = await open();
  files.set('tasks/T-AAAA.yaml', undefined);
  await store.reload();
  assert.ok((await store.settleGone('trash')).ok);
  assert.equal(store.snapshot.plan.tasks.has('T-AAAA'), false);
  assert.equal(files.text('.trash/T-AAAA.yaml'), 'title: A\n');
  assert.equal(files.text('.trash/.gitignore'), '*\n');
  assert.deepEqual(store.snapshot.removed, ['T-AAAA']);
  assert.deepEqual(codes(store), []);
});

test('the project file stays in force while it is gone', async () => {
  const { files, store } = await open();
  files.set('project.yaml', undefined);
  await store.reload();
  assert.equal(store.snapshot.plan.project.name, 'Demo');
  assert.deepEqual(codes(store), ['file-vanished project.yaml']);
  assert.ok((await store.settleGone('trash')).ok);
  assert.deepEqual(codes(store), ['project-missing project.yaml']);
});

test('after many changes at once nothing is written before a person has looked', async () => {
  const { files, store } = await open([], true);
  for (const id of ids) files.set(`tasks/${id}.yaml`, 'title: Theirs\n');
  await store.reload();
  assert.equal(store.snapshot.plan.tasks.get('T-MMMA')?.title, 'Theirs', 'they are shown');
  assert.deepEqual(codes(store), ['mass-change']);
  const refused = await store.apply([retitle], 'Mine');
  assert.equal(refused.ok ? '' : refused.error.code, 'mass-change');
  assert.equal(files.text('tasks/T-BBBB.yaml'), 'title: B\n');
  await store.reload(['tasks/T-AAAA.yaml']);
  assert.deepEqual(codes(store), ['mass-change'], 'it is still told');
  await store.accept();
  assert.deepEqual(codes(store), []);
  assert.ok((await store.apply([retitle], 'Mine')).ok);
});

test('many changes that git made ask nobody, and neither do a few or many new files', async () => {
  const { files, store } = await open(
    ids.map(id => `tasks/${id}.yaml`),
    true,
  );
  for (const id of ids) files.set(`tasks/${id}.yaml`, 'title: Theirs\n');
  await store.reload();
  assert.ok((await store.apply([retitle], 'Mine')).ok);
  const few = await open([], true);
  for (const id of ids.slice(0, mostAtOnce)) few.files.set(`tasks/${id}.yaml`, 'title: C\n');
  for (const id of ids) few.files.set(`tasks/${id}Z.yaml`, 'title: New\n');
  await few.store.reload();
  assert.deepEqual(few.asked, []);
  assert.ok((await few.store.apply([retitle], 'Mine')).ok);
});

test('many items that vanish at once are kept, and nothing is written until they are settled', async () => {
  const { files, store } = await open([], true);
  for (const id of ids) files.set(`tasks/${id}.yaml`, undefined);
  await store.reload();
  assert.equal(store.snapshot.plan.tasks.size, ids.length + 2);
  const refused = await store.apply([retitle], 'Mine');
  assert.equal(refused.ok ? '' : refused.error.code, 'mass-change');
  await store.accept();
  assert.ok((await store.settleGone('back')).ok);
  assert.equal(files.text('tasks/T-MMMA.yaml'), 'title: M\n');
  assert.deepEqual(codes(store), []);
});

test('what the editor is asked to put into many files is nobody else’s doing', async () => {
  const { files, store } = await open([], true);
  const texts = new Map(ids.map(id => [`tasks/${id}.yaml`, 'title: Ours\n'] as const));
  store.expect(new Map([...texts, ['tasks/T-AAAA.yaml', undefined]]));
  for (const [path, text] of texts) files.set(path, text);
  files.set('tasks/T-AAAA.yaml', undefined);
  files.set('tasks/T-BBBB.yaml', 'title: Theirs\n');
  await store.reload();
  assert.deepEqual([codes(store), store.outside], [[], { gone: [], many: [] }]);
  assert.equal(store.snapshot.plan.tasks.has('T-AAAA'), false);
  for (const id of ids) files.set(`tasks/${id}.yaml`, 'title: Theirs\n');
  await store.reload();
  assert.deepEqual(codes(store), ['mass-change'], 'another text is somebody else’s');
});

test('nothing is planned for others to do either before a person has looked', async () => {
  const { files, store } = await open([], true);
  const plan = (): ReturnType<ProjectStore['plan']> =>
    store.plan(() => ok({ changes: [retitle], title: 'Mine', id: undefined }));
  const planned = await plan();
  assert.deepEqual(planned.ok && planned.value.changes, [retitle]);
  for (const id of ids) files.set(`tasks/${id}.yaml`, 'title: Theirs\n');
  await store.reload();
  const refused = await plan();
  assert.equal(refused.ok ? '' : refused.error.code, 'mass-change');
  assert.equal(files.text('tasks/T-BBBB.yaml'), 'title: B\n');
});
