import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Timer } from '../../src/core/base/timer.ts';
import { encodeUtf8 } from '../../src/core/base/utf8.ts';
import { FileRefusal } from '../../src/core/store/fileRefusal.ts';
import { loadPlan } from '../../src/core/store/loadPlan.ts';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { createPause } from '../../src/node/pause.ts';
import { replaceFile } from '../../src/node/replaceFile.ts';
import { systemTimer } from '../../src/node/timer.ts';

const made: string[] = [];
after(() => made.forEach(folder => rmSync(folder, { recursive: true, force: true })));

function workspace(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-files-'));
  made.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

const [oldText, newText] = ['old '.repeat(50_000), 'new '.repeat(50_000)];

/** What the child process of the test of crashes does: replace a file until it is killed. */
async function writeForever(target: string): Promise<never> {
  writeFileSync(target, oldText);
  for (let i = 0; ; i++) {
    const bytes = encodeUtf8(i % 2 === 0 ? newText : oldText);
    await replaceFile(target, bytes, { isSame: () => true, isNew: false });
    if (i === 1) process.stdout.write('.');
  }
}

const writerTarget = process.env['GANTRY_TEST_WRITER'];
if (writerTarget !== undefined) await writeForever(writerTarget);

const demo = {
  '.project/project.yaml': 'name: Demo\nstart: 2026-03-02\n',
  '.project/tasks/T-AAAA.yaml': 'title: A # keep\r\nestimate: 2d\r\n',
  '.project/tasks/T-BBBB.yaml': 'title: B\n',
};
const task = 'tasks/T-AAAA.yaml';

test('a missing folder is no plan, and writing makes it', async () => {
  const root = workspace();
  const files = createNodeFiles(root, '.project');
  assert.equal(await files.list(), undefined);
  assert.equal(await files.read(task), undefined);
  assert.equal(await files.write(task, encodeUtf8('title: A\n'), undefined), true);
  assert.equal(readFileSync(path.join(root, '.project', task), 'utf8'), 'title: A\n');
  assert.deepEqual((await files.list())?.map(entry => entry.path).sort(), ['tasks', task]);
});

test('a write compares first, keeps the mode and leaves nothing behind', async () => {
  const root = workspace(demo);
  const file = path.join(root, '.project', task);
  chmodSync(file, 0o640);
  const files = createNodeFiles(root, '.project');
  const before = await files.read(task);
  assert.equal(await files.write(task, encodeUtf8('title: X\n'), encodeUtf8('else')), false);
  assert.equal(await files.write(task, encodeUtf8('title: X\n'), undefined), false);
  assert.equal(readFileSync(file, 'utf8'), demo['.project/tasks/T-AAAA.yaml']);
  assert.equal(await files.write(task, encodeUtf8('title: X\n'), before), true);
  assert.equal(readFileSync(file, 'utf8'), 'title: X\n');
  assert.equal(statSync(file).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(path.dirname(file)).sort(), ['T-AAAA.yaml', 'T-BBBB.yaml']);
});

test('a move never replaces', async () => {
  const root = workspace(demo);
  const files = createNodeFiles(root, '.project');
  assert.equal(await files.move(task, 'tasks/T-BBBB.yaml'), false);
  assert.equal(await files.move(task, '.trash/T-AAAA.yaml'), true);
  assert.equal(existsSync(path.join(root, '.project', task)), false);
  assert.equal(await files.move('.trash/T-AAAA.yaml', task), true);
  assert.equal(
    readFileSync(path.join(root, '.project', task), 'utf8'),
    demo['.project/tasks/T-AAAA.yaml'],
  );
});

test('no path leads out of the plan folder', async () => {
  const root = workspace({ ...demo, 'secret.yaml': 'title: secret\n' });
  const files = createNodeFiles(root, '.project');
  for (const bad of [
    '../secret.yaml',
    'tasks/../../secret.yaml',
    '/etc/passwd',
    'tasks//T-AAAA.yaml',
    './project.yaml',
    'tasks\\..\\..\\secret.yaml',
    'C:secret.yaml',
    'tasks/T-AAAA.yaml\0',
    '',
  ]) {
    await assert.rejects(async () => files.read(bad), FileRefusal, bad);
    await assert.rejects(
      async () => files.write(bad, encodeUtf8('x'), undefined),
      FileRefusal,
      bad,
    );
    await assert.rejects(async () => files.move(bad, task), FileRefusal, bad);
    await assert.rejects(async () => files.move(task, bad), FileRefusal, bad);
  }
  const outside = createNodeFiles(root, '../elsewhere');
  await assert.rejects(async () => outside.list());
  assert.equal((await loadPlan(outside)).problems[0]?.code, 'folder-link');
});

test('links are listed as links and followed neither for reading nor for writing', async () => {
  const root = workspace({ ...demo, 'secret.yaml': 'title: secret\n' });
  const folder = path.join(root, '.project');
  symlinkSync(path.join(root, 'secret.yaml'), path.join(folder, 'tasks/T-7NKA.yaml'));
  symlinkSync('nowhere', path.join(folder, 'tasks/T-7NKB.yaml'));
  symlinkSync(root, path.join(folder, 'risks'));
  symlinkSync(root, path.join(folder, 'tasks/sub'));
  const files = createNodeFiles(root, '.project');
  const snapshot = await loadPlan(files);
  const codes = snapshot.problems.map(({ code, file }) => `${code} ${file}`).sort();
  assert.deepEqual(codes, [
    'file-link tasks/T-7NKA.yaml',
    'file-link tasks/T-7NKB.yaml',
    'folder-link risks',
    'folder-link tasks/sub',
  ]);
  assert.equal(snapshot.plan.tasks.size, 2);
  await assert.rejects(async () => files.read('tasks/T-7NKA.yaml'));
  await assert.rejects(async () => files.read('risks/secret.yaml'));
  await assert.rejects(async () => files.write('risks/R-AAAA.yaml', encodeUtf8('x'), undefined));
  await assert.rejects(async () =>
    files.write('tasks/T-7NKA.yaml', encodeUtf8('x'), encodeUtf8('title: secret\n')),
  );
  assert.equal(readFileSync(path.join(root, 'secret.yaml'), 'utf8'), 'title: secret\n');
  assert.deepEqual(readdirSync(root).sort(), ['.project', 'secret.yaml']);
});

test('a plan folder that is a link or a file is refused', async () => {
  const elsewhere = workspace(demo);
  const root = workspace({ eclipse: '<xml/>' });
  symlinkSync(path.join(elsewhere, '.project'), path.join(root, '.project'));
  assert.equal(
    (await loadPlan(createNodeFiles(root, '.project'))).problems[0]?.code,
    'folder-link',
  );
  const asFile = await loadPlan(createNodeFiles(root, 'eclipse'));
  assert.equal(asFile.problems[0]?.code, 'folder-is-file');
});

test('a folder named like an item and a pipe are findings; neither holds anything up', async () => {
  const root = workspace(demo);
  mkdirSync(path.join(root, '.project/tasks/T-D1RR.yaml'));
  execFileSync('mkfifo', [path.join(root, '.project/tasks/T-P1PE.yaml')]);
  const snapshot = await loadPlan(createNodeFiles(root, '.project'));
  assert.deepEqual(
    snapshot.problems.map(({ code }) => code),
    ['file-is-folder', 'file-unreadable'],
  );
  assert.equal(snapshot.plan.tasks.size, 2);
});

test('strays of a crash are swept once they are old, and nothing else is', async () => {
  const root = workspace({
    ...demo,
    '.project/tasks/.T-AAAA.yaml.0123456789ab.gantry-tmp': 'half',
    '.project/tasks/.T-BBBB.yaml.0123456789ab.gantry-tmp': 'half',
    '.project/tasks/.keep': '',
  });
  const old = path.join(root, '.project/tasks/.T-AAAA.yaml.0123456789ab.gantry-tmp');
  utimesSync(old, new Date(0), new Date(0));
  await createNodeFiles(root, '.project').list();
  assert.deepEqual(readdirSync(path.join(root, '.project/tasks')).sort(), [
    '.T-BBBB.yaml.0123456789ab.gantry-tmp',
    '.keep',
    'T-AAAA.yaml',
    'T-BBBB.yaml',
  ]);
});

test('of two writers with the same knowledge one wins and the other is told', async () => {
  const root = workspace(demo);
  const files = createNodeFiles(root, '.project');
  const [one, two] = [await ProjectStore.open(files), await ProjectStore.open(files)];
  const retitle = (title: string): Parameters<ProjectStore['apply']>[0] => [
    { kind: 'set', id: 'T-AAAA', field: ['title'], value: title },
  ];
  assert.ok((await one.apply(retitle('One'), 'One')).ok);
  const late = await two.apply(retitle('Two'), 'Two');
  assert.equal(late.ok ? '' : late.error.code, 'file-changed');
  assert.equal(
    readFileSync(path.join(root, '.project', task), 'utf8'),
    'title: One # keep\r\nestimate: 2d\r\n',
  );
  assert.equal(two.snapshot.plan.tasks.get('T-AAAA')?.title, 'One');
});

test('a process that is killed while writing leaves the old bytes or the new ones', async () => {
  const root = workspace();
  const target = path.join(root, 'file');
  for (let round = 0; round < 3; round++) {
    const env = { ...process.env, GANTRY_TEST_WRITER: target };
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { env });
    await new Promise(resolve => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise(resolve => child.once('exit', resolve));
    const text = readFileSync(target, 'utf8');
    assert.ok(text === oldText || text === newText);
    for (const name of readdirSync(root)) rmSync(path.join(root, name));
  }
});

test('an edit from outside is followed, and put off for less than a quarter of a second', async t => {
  const root = workspace(demo);
  const delays: number[] = [];
  const after: Timer = (delayMs, run) => {
    delays.push(delayMs);
    return systemTimer(delayMs, run);
  };
  // Neither the watcher nor its timer keeps a process alive.
  const alive = setInterval(() => undefined, 1000);
  const slowClock = t.mock.method(globalThis, 'setInterval');
  const files = createNodeFiles(root, '.project');
  const store = await ProjectStore.open(files, { after, pause: createPause() });
  try {
    for (const title of ['One', 'Two']) {
      const changed = new Promise<void>(resolve => {
        const listening = store.onDidChange(({ plan }) => {
          if (plan.tasks.get('T-BBBB')?.title !== title) return;
          listening.dispose();
          resolve();
        });
      });
      writeFileSync(path.join(root, '.project/tasks/T-BBBB.yaml'), `title: ${title}\n`);
      await changed;
    }
    assert.equal(
      slowClock.mock.callCount(),
      0,
      'the folder is watched, not looked at now and then',
    );
    assert.ok(delays.length > 0 && Math.max(...delays) < 250, `${delays.join(', ')} ms`);
    const added = new Promise<void>(resolve => {
      store.onDidChange(({ plan }) => plan.risks.has('R-AAAA') && resolve());
    });
    mkdirSync(path.join(root, '.project/risks'));
    writeFileSync(path.join(root, '.project/risks/R-AAAA.yaml'), 'title: New\n');
    await added;
  } finally {
    clearInterval(alive);
    store.dispose();
  }
});

test('an edit from outside with the same length and time is seen before a write, and by a new look', async () => {
  const root = workspace(demo);
  const file = path.join(root, '.project/tasks/T-BBBB.yaml');
  const store = await ProjectStore.open(createNodeFiles(root, '.project'));
  const { atime, mtime } = statSync(file);
  writeFileSync(file, 'title: C\n');
  utimesSync(file, atime, mtime);
  const edit = { kind: 'set', id: 'T-BBBB', field: ['title'], value: 'Mine' } as const;
  const done = await store.apply([edit], 'Mine');
  assert.equal(done.ok ? '' : done.error.code, 'file-changed');
  assert.equal(readFileSync(file, 'utf8'), 'title: C\n');
  assert.equal(store.snapshot.plan.tasks.get('T-BBBB')?.title, 'C');
  writeFileSync(file, 'title: D\n');
  utimesSync(file, atime, mtime);
  assert.equal((await store.reload()).plan.tasks.get('T-BBBB')?.title, 'D');
});

test(
  'in a folder that nobody may write an edit is refused with the reason, and the plan is read',
  { skip: process.getuid?.() === 0 && 'nothing is refused to root; the loop of faults refuses' },
  async () => {
    const root = workspace(demo);
    const folders = ['', 'tasks'].map(name => path.join(root, '.project', name));
    folders.forEach(folder => chmodSync(folder, 0o555));
    try {
      const store = await ProjectStore.open(createNodeFiles(root, '.project'));
      const edit = (id: string): Parameters<ProjectStore['apply']>[0][0] => {
        return { kind: 'set', id, field: ['title'], value: 'Mine' };
      };
      for (const edits of [[edit('T-AAAA')], [edit('T-AAAA'), edit('T-BBBB')]]) {
        const done = await store.apply(edits, 'Mine');
        assert.match(done.ok ? '' : done.error.message, /permission is denied/);
      }
      assert.equal(store.snapshot.plan.tasks.get('T-BBBB')?.title, 'B');
    } finally {
      folders.forEach(folder => chmodSync(folder, 0o755));
    }
  },
);

test('a file that is marked read-only is left as it is, and that is said', async () => {
  const root = workspace(demo);
  const file = path.join(root, '.project', 'tasks', 'T-BBBB.yaml');
  chmodSync(file, 0o444);
  const store = await ProjectStore.open(createNodeFiles(root, '.project'));
  const text = readFileSync(file, 'utf8');
  const done = await store.apply(
    [{ kind: 'set', id: 'T-BBBB', field: ['title'], value: 'Mine' }],
    'Mine',
  );
  assert.match(done.ok ? '' : done.error.message, /tasks\/T-BBBB\.yaml .*read-only/);
  assert.equal(readFileSync(file, 'utf8'), text);
});
