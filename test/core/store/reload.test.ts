import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Timer } from '../../../src/core/base/timer.ts';
import { ProjectStore } from '../../../src/core/store/projectStore.ts';
import { longestBurstMs, longestWaitMs, quietMs } from '../../../src/core/store/reloadHints.ts';
import { memoryFiles, type MemoryFiles } from '../../support/memoryFiles.ts';

const texts = {
  'project.yaml': 'name: Demo\n',
  'tasks/T-AAAA.yaml': 'title: A\n',
  'tasks/T-BBBB.yaml': 'title: B\n',
};

/** A timer whose time passes only when the test says so. */
function manualTimer(): { readonly after: Timer; pass(ms: number): void } {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    after: (delayMs, run) => {
      const entry = { at: now + delayMs, run };
      waiting.add(entry);
      return { dispose: () => waiting.delete(entry) };
    },
    pass(ms) {
      now += ms;
      for (const entry of [...waiting]) {
        if (entry.at > now || !waiting.delete(entry)) continue;
        entry.run();
      }
    },
  };
}

async function opened(): Promise<{
  files: MemoryFiles;
  store: ProjectStore;
  pass: (ms: number) => void;
  seen: number[];
}> {
  const files = memoryFiles(texts);
  const timer = manualTimer();
  const store = await ProjectStore.open(files, { after: timer.after });
  const seen: number[] = [];
  store.onDidChange(({ revision }) => seen.push(revision));
  files.calls.reads.length = 0;
  files.calls.lists = 0;
  return { files, store, pass: ms => timer.pass(ms), seen };
}

test('of one changed file only that file is read', async () => {
  const { files, store, pass, seen } = await opened();
  files.set('tasks/T-AAAA.yaml', 'title: New\n');
  files.tell(['tasks/T-AAAA.yaml']);
  pass(quietMs);
  await store.reload(['tasks/T-BBBB.yaml']);
  assert.deepEqual(files.calls.reads, ['tasks/T-AAAA.yaml', 'tasks/T-BBBB.yaml']);
  assert.equal(files.calls.lists, 0);
  assert.deepEqual(seen, [2]);
  assert.equal(store.snapshot.plan.tasks.get('T-AAAA')?.title, 'New');
});

test('a burst of hints is one reload', async () => {
  const { files, store, pass, seen } = await opened();
  for (const title of ['One', 'Two', 'Three']) {
    files.set('tasks/T-AAAA.yaml', `title: ${title}\n`);
    files.tell(['tasks/T-AAAA.yaml']);
    pass(quietMs / 2);
  }
  pass(quietMs);
  await store.reload(['tasks/T-BBBB.yaml']);
  assert.deepEqual(seen, [2]);
});

test('a checkout, which writes many files for longer than one waits else, is one reload', async () => {
  const { files, store, pass, seen } = await opened();
  for (let at = 0; at < 40; at++) {
    files.set(`tasks/T-M${at}MM.yaml`, 'title: New\n');
    files.tell([`tasks/T-M${at}MM.yaml`]);
    if (at % 4 === 3) pass(quietMs / 2);
  }
  pass(quietMs);
  await store.reload(['tasks/T-BBBB.yaml']);
  assert.deepEqual(seen, [], 'it is not over yet');
  pass(quietMs);
  await store.reload(['tasks/T-BBBB.yaml']);
  assert.deepEqual(seen, [2]);
  assert.equal(files.calls.lists, 1);
});

test('a burst that never ends is followed all the same', async () => {
  const { files, store, pass, seen } = await opened();
  const many = [1, 2, 3, 4];
  for (let waited = 0; waited < longestBurstMs; waited += quietMs / 2) {
    for (const at of many) files.set(`tasks/T-MM${waited}${at}.yaml`, 'title: New\n');
    files.tell(many.map(at => `tasks/T-MM${waited}${at}.yaml`));
    pass(quietMs / 2);
  }
  await store.reload(['tasks/T-BBBB.yaml']);
  assert.deepEqual(seen, [2]);
});

test('a folder that is never quiet is followed all the same', async () => {
  const { files, store, pass, seen } = await opened();
  files.set('tasks/T-AAAA.yaml', 'title: New\n');
  for (let waited = 0; waited < longestWaitMs; waited += quietMs / 2) {
    files.tell(['tasks/T-AAAA.yaml']);
    pass(quietMs / 2);
  }
  await store.reload(['tasks/T-BBBB.yaml']);
  assert.deepEqual(seen, [2]);
});

test("nothing changed is no news, also after one's own edit", async () => {
  const { files, store, pass, seen } = await opened();
  await store.reload();
  assert.deepEqual(seen, []);
  await store.apply([{ kind: 'set', id: 'T-AAAA', field: ['title'], value: 'X' }], 'Edit');
  files.tell(['tasks/T-AAAA.yaml']);
  pass(quietMs);
  await store.reload();
  assert.deepEqual(seen, [2]);
});

test('files that come and go are seen, through hints with and without paths', async () => {
  const { files, store } = await opened();
  files.set('risks/R-AAAA.yaml', 'title: R\n');
  await store.reload(['risks/R-AAAA.yaml']);
  assert.ok(store.snapshot.plan.risks.has('R-AAAA'));
  assert.deepEqual(files.calls.reads, ['risks/R-AAAA.yaml']);
  files.set('tasks/T-BBBB.yaml', undefined);
  await store.reload(['tasks/T-BBBB.yaml']);
  assert.ok(!store.snapshot.plan.tasks.has('T-BBBB'));
  files.setKind('tasks/T-AAAA.yaml', 'link');
  await store.reload(['tasks/T-AAAA.yaml']);
  assert.equal(store.snapshot.problems[0]?.code, 'file-link');
  files.set('tasks/T-AAAA.yaml', 'title: Back\n');
  await store.reload();
  assert.deepEqual(store.snapshot.problems, []);
});

test('unchanged items keep their identity, so that others can tell what changed', async () => {
  const { files, store } = await opened();
  const before = store.snapshot.plan.tasks.get('T-BBBB');
  files.set('tasks/T-AAAA.yaml', 'title: New\n');
  await store.reload();
  assert.equal(store.snapshot.plan.tasks.get('T-BBBB'), before);
});

test('a store that was disposed says nothing more', async () => {
  const { files, store, pass, seen } = await opened();
  store.dispose();
  files.set('tasks/T-AAAA.yaml', 'title: New\n');
  files.tell();
  pass(longestWaitMs);
  await store.reload();
  assert.deepEqual(seen, []);
});

test('while a file is broken the plan goes on with what it said before', async () => {
  const { files, store } = await opened();
  const path = 'tasks/T-AAAA.yaml';
  const codesAfter = async (text: string): Promise<readonly string[]> => {
    files.set(path, text);
    const { problems, plan } = await store.reload([path]);
    return [plan.tasks.get('T-AAAA')?.title ?? '', ...problems.map(({ code }) => code)];
  };
  assert.deepEqual(await codesAfter('title: New\ntags: [\n'), ['A', 'yaml-syntax', 'file-kept']);
  assert.deepEqual(await codesAfter('title: Newer\ntags: {\n'), ['A', 'yaml-syntax', 'file-kept']);
  const change = { kind: 'set', id: 'T-AAAA', field: ['title'], value: 'Mine' } as const;
  const done = await store.apply([change], 'Set the title');
  assert.equal(done.ok, false);
  assert.deepEqual(await codesAfter('title: Newest\n'), ['Newest']);
  files.set(path, undefined);
  await store.reload([path]);
  assert.equal(store.snapshot.plan.tasks.has('T-AAAA'), false);
});

test('an item that another program removes a second time comes back to what named it last', async () => {
  const note = (item: string): string =>
    `title: A\nremovedFrom:\n  - item: ${item}\n    field: dependsOn.0\n    value: T-AAAA\n    entryOf: dependsOn\n`;
  const files = memoryFiles({
    'project.yaml': 'name: Demo\n',
    'tasks/T-BBBB.yaml': 'title: B\n',
    'tasks/T-CCCC.yaml': 'title: C\n',
    '.trash/T-AAAA.yaml': note('T-BBBB'),
  });
  const store = await ProjectStore.open(files);
  assert.equal(store.snapshot.lost?.get('T-AAAA')?.[0]?.id, 'T-BBBB');
  files.set('.trash/T-AAAA.yaml', note('T-CCCC'));
  await store.reload();
  assert.equal(store.snapshot.lost.get('T-AAAA')?.[0]?.id, 'T-CCCC');
});
