import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CachedFile, ParseCache } from '../../../src/core/store/parseCache.ts';
import type { ProjectFiles } from '../../../src/core/store/projectFiles.ts';
import { ProjectStore } from '../../../src/core/store/projectStore.ts';
import type { Snapshot } from '../../../src/core/store/snapshot.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const count = 60;

function taskPath(i: number): string {
  return `tasks/T-${1000 + i}.yaml`;
}

function createBench() {
  const texts: Record<string, string> = { 'project.yaml': 'name: Demo\n' };
  for (let i = 0; i < count; i++) texts[taskPath(i)] = `title: Task ${i}\nduration: 2d\n`;
  const disk = memoryFiles(texts);
  const marks = new Map<string, string | undefined>();
  let kept: readonly CachedFile[] = [];
  let writes = 0;
  const cache: ParseCache = {
    read: () => Promise.resolve(new Map(kept.map(file => [file.path, file]))),
    write: files => {
      writes++;
      // As a file would keep it.
      kept = JSON.parse(JSON.stringify(files)) as CachedFile[];
      return Promise.resolve();
    },
  };
  const reads: string[] = [];
  const files: ProjectFiles = {
    ...disk,
    list: async () => {
      const entries = await disk.list();
      const markOf = (path: string): string | undefined =>
        marks.has(path) ? marks.get(path) : 'old';
      return entries?.map(entry => ({ ...entry, mark: markOf(entry.path) }));
    },
    read: path => {
      reads.push(path);
      return disk.read(path);
    },
  };
  return {
    disk,
    marks,
    writes: () => writes,
    forget: () => (kept = []),
    stay: () => ProjectStore.open(files),
    /** The files that are read in one look at the whole folder. */
    async look(store: ProjectStore): Promise<readonly string[]> {
      reads.length = 0;
      await store.reload();
      return [...reads];
    },
    async open(): Promise<{ readonly snapshot: Snapshot; readonly reads: readonly string[] }> {
      reads.length = 0;
      const store = await ProjectStore.open(files, { cache });
      store.dispose();
      return { snapshot: store.snapshot, reads: [...reads] };
    },
  };
}

test('a second look reads what the disk marks otherwise alone, and what could not be read', async () => {
  const bench = createBench();
  const store = await bench.stay();
  assert.deepEqual(await bench.look(store), []);
  bench.disk.set(taskPath(3), 'title: Newer\n');
  bench.marks.set(taskPath(3), 'new');
  bench.marks.set(taskPath(4), undefined);
  assert.deepEqual(await bench.look(store), [taskPath(3), taskPath(4)]);
  assert.equal(store.snapshot.plan.tasks.get('T-1003')?.title, 'Newer');
  bench.disk.fault = (operation, path) => {
    if (path === taskPath(5)) throw Object.assign(new Error(operation), { code: 'EACCES' });
  };
  bench.marks.set(taskPath(5), 'other');
  await bench.look(store);
  assert.deepEqual(await bench.look(store), [taskPath(4), taskPath(5)]);
  store.dispose();
});

test('what was seen otherwise than on the disk is read again, though the disk marks it as before', async () => {
  const bench = createBench();
  const store = await bench.stay();
  bench.disk.set(taskPath(3), 'title: Typed and not saved\n');
  await store.reload([taskPath(3)]);
  bench.disk.set(taskPath(3), 'title: Task 3\n');
  assert.deepEqual(await bench.look(store), [taskPath(3)]);
  assert.equal(store.snapshot.plan.tasks.get('T-1003')?.title, 'Task 3');
  store.dispose();
});

function said({ plan, problems, files }: Snapshot): unknown {
  return {
    tasks: [...plan.tasks.values()].map(task => ({ ...task })),
    problems,
    texts: [...files.values()].map(({ text }) => text),
  };
}

test('a second start reads what is not in the cache alone, and comes to the same', async () => {
  const bench = createBench();
  const cold = await bench.open();
  assert.equal(cold.reads.length, count + 1);
  assert.equal(bench.writes(), 1);
  const warm = await bench.open();
  assert.deepEqual(warm.reads, ['project.yaml']);
  assert.equal(bench.writes(), 1);
  bench.forget();
  const again = await bench.open();
  assert.deepEqual(JSON.stringify(said(warm.snapshot)), JSON.stringify(said(again.snapshot)));
});

test('a file that the disk marks otherwise, or not yet, is read, and parsed where its bytes differ', async () => {
  const bench = createBench();
  await bench.open();
  bench.disk.set(taskPath(3), 'title: Newer\n');
  bench.marks.set(taskPath(3), 'new');
  bench.marks.set(taskPath(4), undefined);
  const { snapshot, reads } = await bench.open();
  assert.deepEqual(reads, ['project.yaml', taskPath(3), taskPath(4)]);
  assert.equal(snapshot.plan.tasks.get('T-1003')?.title, 'Newer');
  assert.equal(snapshot.plan.tasks.get('T-1004')?.title, 'Task 4');
});

test('a broken file does not stand in the plan as the cache has it, nor does one that is gone', async () => {
  const bench = createBench();
  await bench.open();
  bench.disk.set(taskPath(5), 'title: [\n');
  bench.marks.set(taskPath(5), 'new');
  await bench.disk.move(taskPath(6), 'T-1006.txt');
  const { snapshot } = await bench.open();
  assert.deepEqual(
    [snapshot.plan.tasks.has('T-1005'), snapshot.plan.tasks.has('T-1006')],
    [false, false],
  );
  assert.deepEqual(
    snapshot.problems.map(({ code }) => code),
    ['yaml-syntax'],
  );
});

test('what was wrong with a file is found again at each start', async () => {
  const bench = createBench();
  bench.disk.set(taskPath(7), 'title: A\nduration: soon\n');
  const cold = await bench.open();
  const warm = await bench.open();
  assert.deepEqual(warm.reads, ['project.yaml', taskPath(7)]);
  assert.deepEqual(warm.snapshot.problems, cold.snapshot.problems);
});

test('a checkout that leaves the bytes renews the marks', async () => {
  const bench = createBench();
  await bench.open();
  for (let i = 0; i < count; i++) bench.marks.set(taskPath(i), 'touched');
  assert.equal((await bench.open()).reads.length, count + 1);
  assert.equal(bench.writes(), 2);
  assert.deepEqual((await bench.open()).reads, ['project.yaml']);
});
