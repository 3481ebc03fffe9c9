import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok } from '../../../src/core/base/result.ts';
import { FileRefusal } from '../../../src/core/store/fileRefusal.ts';
import { ProjectStore } from '../../../src/core/store/projectStore.ts';
import type { Change } from '../../../src/core/model/change.ts';
import { diskFailure, memoryFiles, type MemoryFiles } from '../../support/memoryFiles.ts';

const project = 'name: Demo\nstart: 2026-03-02\n';
const parser = '# the first\ntitle: Parser # keep\nestimate: 3d\n';
const writer = 'title: Writer\ndependsOn:\n  - T-AAAA\n';

function demo(): MemoryFiles {
  return memoryFiles({
    'project.yaml': project,
    'tasks/T-AAAA.yaml': parser,
    'tasks/T-BBBB.yaml': writer,
  });
}

const retitle = (id: string, title: string): Change => ({
  kind: 'set',
  id,
  field: ['title'],
  value: title,
});

test('an edit changes one line and nothing else', async () => {
  const files = demo();
  const store = await ProjectStore.open(files);
  const result = await store.apply([retitle('T-AAAA', 'Reader')], 'Rename');
  assert.ok(result.ok);
  assert.equal(
    files.text('tasks/T-AAAA.yaml'),
    '# the first\ntitle: Reader # keep\nestimate: 3d\n',
  );
  assert.equal(store.snapshot.plan.tasks.get('T-AAAA')?.title, 'Reader');
});

test('an edit that changes nothing writes nothing and leaves no undo', async () => {
  const files = demo();
  const store = await ProjectStore.open(files);
  files.fault = operation => {
    if (operation === 'write') throw diskFailure('EIO');
  };
  const before = store.snapshot;
  const result = await store.apply([retitle('T-AAAA', 'Parser')], 'Rename');
  assert.ok(result.ok);
  assert.equal(store.snapshot, before);
  assert.equal(store.undoTitle, undefined);
});

test('an edit is refused when the disk moved on, and the snapshot follows the disk', async () => {
  const files = demo();
  const store = await ProjectStore.open(files);
  files.set('tasks/T-AAAA.yaml', 'title: From outside\n');
  const result = await store.apply([retitle('T-AAAA', 'Mine')], 'Rename');
  assert.equal(result.ok ? '' : result.error.code, 'file-changed');
  assert.equal(files.text('tasks/T-AAAA.yaml'), 'title: From outside\n');
  assert.equal(store.snapshot.plan.tasks.get('T-AAAA')?.title, 'From outside');
});

test('two quick edits of one file both arrive', async () => {
  const files = demo();
  const store = await ProjectStore.open(files);
  const [a, b] = await Promise.all([
    store.apply([retitle('T-AAAA', 'Reader')], 'One'),
    store.apply([{ kind: 'set', id: 'T-AAAA', field: ['estimate'], value: '5d' }], 'Two'),
  ]);
  assert.ok(a.ok && b.ok);
  assert.equal(
    files.text('tasks/T-AAAA.yaml'),
    '# the first\ntitle: Reader # keep\nestimate: 5d\n',
  );
});

test('a change of several files is taken back when one of them cannot be written', async () => {
  const files = demo();
  const store = await ProjectStore.open(files);
  const paths = files.paths();
  files.fault = (operation, path) => {
    if (operation === 'write' && path === 'tasks/T-BBBB.yaml') throw diskFailure('ENOSPC');
  };
  const result = await store.apply(
    [
      retitle('T-AAAA', 'Reader'),
      { kind: 'add', id: 'T-CCCC', fields: { title: 'New' } },
      retitle('T-BBBB', 'Late'),
    ],
    'All',
  );
  assert.equal(result.ok ? '' : result.error.code, 'write-failed');
  assert.match(result.ok ? '' : result.error.message, /disk is full/);
  assert.equal(files.text('tasks/T-AAAA.yaml'), parser);
  assert.equal(files.text('tasks/T-BBBB.yaml'), writer);
  assert.deepEqual(
    files.paths().filter(path => !path.startsWith('.trash/')),
    paths,
  );
});

test('every point of failure leaves each file with its old bytes', async () => {
  for (let failAt = 1; failAt < 8; failAt++) {
    const files = demo();
    const store = await ProjectStore.open(files);
    let count = 0;
    files.fault = operation => {
      if (operation === 'list' || operation === 'read') return;
      count++;
      if (count === failAt) throw diskFailure('EIO');
    };
    const result = await store.apply(
      [
        retitle('T-AAAA', 'Reader'),
        { kind: 'remove', id: 'T-BBBB' },
        { kind: 'rename', id: 'T-AAAA', to: 'T-CCCC' },
      ],
      'All',
    );
    if (result.ok) {
      assert.ok(failAt > 3);
      continue;
    }
    assert.equal(files.text('tasks/T-AAAA.yaml'), parser, `failure ${failAt}`);
    assert.equal(files.text('tasks/T-BBBB.yaml'), writer, `failure ${failAt}`);
  }
});

test('undo and redo bring the very bytes back, edit by edit', async () => {
  const files = demo();
  const store = await ProjectStore.open(files);
  await store.apply([retitle('T-AAAA', 'One')], 'First', 'T-AAAA');
  await store.apply([retitle('T-AAAA', 'Two'), retitle('T-BBBB', 'Two')], 'Second');
  assert.equal(store.undoTitle, 'Second');
  const undone = await store.undo();
  assert.ok(undone.ok && undone.value.title === 'Second');
  assert.equal(files.text('tasks/T-BBBB.yaml'), writer);
  assert.equal(store.redoTitle, 'Second');
  assert.ok((await store.undo()).ok);
  assert.equal(files.text('tasks/T-AAAA.yaml'), parser);
  assert.ok(!(await store.undo()).ok);
  assert.ok((await store.redo()).ok);
  assert.ok((await store.redo()).ok);
  assert.match(files.text('tasks/T-AAAA.yaml') ?? '', /title: Two # keep/);
  assert.ok(!(await store.redo()).ok);
});

test('an edit that is planned is planned anew on what came meanwhile, and only where something came', async () => {
  const files = demo();
  const store = await ProjectStore.open(files);
  const plans: string[] = [];
  const extend = (): ReturnType<ProjectStore['edit']> =>
    store.edit(({ plan }) => {
      const title = plan.tasks.get('T-AAAA')?.title ?? '';
      plans.push(title);
      const changes = [retitle('T-AAAA', `${title}, mine`)];
      return ok({ changes, title: 'Extend', id: undefined });
    });
  files.set('tasks/T-AAAA.yaml', 'title: Typed\n');
  assert.ok((await extend()).ok);
  assert.equal(files.text('tasks/T-AAAA.yaml'), 'title: Typed, mine\n');
  assert.deepEqual(plans, ['Parser', 'Typed']);
  assert.ok((await store.undo()).ok);
  assert.equal(files.text('tasks/T-AAAA.yaml'), 'title: Typed\n');
  plans.length = 0;
  files.fault = operation => {
    if (operation === 'write') throw new FileRefusal('file-changed', 'the editor did not save it');
  };
  const refused = await extend();
  assert.equal(refused.ok ? '' : refused.error.code, 'file-changed');
  assert.deepEqual(plans, ['Typed']);
});

test('undo is refused when the file changed since, and the next one is reached', async () => {
  const files = demo();
  const store = await ProjectStore.open(files);
  await store.apply([retitle('T-AAAA', 'One')], 'First');
  await store.apply([retitle('T-BBBB', 'Two')], 'Second');
  files.set('tasks/T-BBBB.yaml', 'title: From outside\n');
  const refused = await store.undo();
  assert.equal(refused.ok ? '' : refused.error.code, 'file-changed');
  assert.equal(
    refused.ok ? '' : refused.error.message,
    'Second: this cannot be undone because tasks/T-BBBB.yaml has changed since; edit the file instead',
  );
  assert.equal(files.text('tasks/T-BBBB.yaml'), 'title: From outside\n');
  assert.ok((await store.undo()).ok);
  assert.equal(files.text('tasks/T-AAAA.yaml'), parser);
});

test('adding, removing, restoring and renaming can each be undone', async () => {
  const changes: readonly (readonly Change[])[] = [
    [{ kind: 'add', id: 'T-CCCC', fields: { title: 'New', estimate: '2d' } }],
    [{ kind: 'remove', id: 'T-AAAA' }],
    [{ kind: 'rename', id: 'T-AAAA', to: 'T-DDDD' }],
    [
      { kind: 'set', id: 'T-BBBB', field: ['dependsOn', 0], value: 'T-DDDD' },
      { kind: 'rename', id: 'T-AAAA', to: 'T-DDDD' },
    ],
  ];
  for (const change of changes) {
    const files = demo();
    const store = await ProjectStore.open(files);
    const result = await store.apply(change, 'Change');
    assert.ok(result.ok, JSON.stringify(result));
    const after = planTexts(files);
    assert.ok((await store.undo()).ok);
    assert.deepEqual(planTexts(files), planTexts(demo()));
    assert.ok((await store.redo()).ok);
    assert.deepEqual(planTexts(files), after);
    assert.ok((await store.undo()).ok);
    assert.deepEqual(planTexts(files), planTexts(demo()));
  }
});

test('a removed item waits in a trash that git does not see, and can be restored', async () => {
  const files = demo();
  const store = await ProjectStore.open(files);
  assert.ok((await store.apply([{ kind: 'remove', id: 'T-BBBB' }], 'Remove')).ok);
  assert.equal(files.text('.trash/T-BBBB.yaml'), writer);
  assert.equal(files.text('.trash/.gitignore'), '*\n');
  assert.deepEqual(store.snapshot.removed, ['T-BBBB']);
  assert.ok(!store.snapshot.plan.tasks.has('T-BBBB'));
  assert.ok((await store.apply([{ kind: 'restore', id: 'T-BBBB' }], 'Restore')).ok);
  assert.equal(files.text('tasks/T-BBBB.yaml'), writer);
  assert.deepEqual(store.snapshot.removed, []);
});

test('a plan of a newer format is read-only as a whole', async () => {
  const files = memoryFiles({ 'project.yaml': 'version: 999\n', 'tasks/T-AAAA.yaml': parser });
  const store = await ProjectStore.open(files);
  const result = await store.apply([retitle('T-AAAA', 'X')], 'Edit');
  assert.equal(result.ok ? '' : result.error.code, 'file-newer');
  assert.equal(files.text('tasks/T-AAAA.yaml'), parser);
});

function planTexts(files: MemoryFiles): Readonly<Record<string, string | undefined>> {
  const paths = files.paths().filter(path => !path.startsWith('.trash/'));
  return Object.fromEntries(paths.map(path => [path, files.text(path)]));
}

test('what is told of an item follows what others say, though its own file stays', async () => {
  const store = await ProjectStore.open(
    memoryFiles({
      'project.yaml': 'name: Demo\n',
      'tasks/T-AAAA.yaml': 'title: A\n',
      'tasks/T-BBBB.yaml': 'title: B\ndependsOn: [T-AAAA]\n',
    }),
  );
  const codes = (): readonly string[] => store.snapshot.problems.map(({ code }) => code);
  assert.deepEqual(codes(), []);
  const drop: Change = { kind: 'set', id: 'T-AAAA', field: ['status'], value: 'dropped' };
  assert.ok((await store.apply([drop], 'Drop')).ok);
  assert.deepEqual(codes(), ['predecessor-dropped']);
  assert.ok((await store.undo()).ok);
  assert.deepEqual(codes(), []);
});

test('edits that are asked for at once are planned one after the other, each on what is there', async () => {
  const files = demo();
  files.set('tasks/T-BBBB.yaml', 'title: Writer\ntags: [a, b, c]\n');
  const store = await ProjectStore.open(files);
  const without = (tag: string): Promise<{ readonly ok: boolean }> =>
    store.edit(({ plan }) => {
      const place = plan.tasks.get('T-BBBB')?.tags.indexOf(tag) ?? 0;
      const change = {
        kind: 'set',
        id: 'T-BBBB',
        field: ['tags', place],
        value: undefined,
      } as const;
      return { ok: true, value: { changes: [change], title: `Without ${tag}`, id: 'T-BBBB' } };
    });
  const done = await Promise.all([without('a'), without('b')]);
  assert.deepEqual(
    done.map(({ ok }) => ok),
    [true, true],
  );
  assert.equal(files.text('tasks/T-BBBB.yaml'), 'title: Writer\ntags: [c]\n');
});
