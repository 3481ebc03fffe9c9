import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { formatJournal } from '../../src/node/journalText.ts';
import { putNew } from '../../src/node/replaceFile.ts';
import { bundleChild, killAfter } from '../support/bundledChild.ts';
import { seededRandom } from '../support/seededRandom.ts';

const rounds = Number(process.env['GANTRY_KILLS'] ?? 20);

const journal = '.trash/.change.journal';

function makePlan(): string {
  const workspace = mkdtempSync(path.join(tmpdir(), 'gantry-journal-'));
  mkdirSync(path.join(workspace, '.project', 'tasks'), { recursive: true });
  const write = (name: string, text: string): void => {
    writeFileSync(path.join(workspace, '.project', name), text);
  };
  write('project.yaml', 'name: Demo\nstart: 2026-03-02\n');
  for (const id of ['T-AAAA', 'T-CCCC', 'T-DDDD']) write(`tasks/${id}.yaml`, 'title: Turn 0\n');
  write('tasks/T-BBBB.yaml', 'title: Turn 0\ndependsOn:\n  - T-AAAA\n');
  write('tasks/T-EEEE.yaml', 'title: Comes and goes\n');
  return workspace;
}

test('a process that is killed in the middle of a change of several files leaves all of it or nothing', async t => {
  const child = await bundleChild('test/node/endlessChanger.ts');
  const workspace = makePlan();
  const random = seededRandom(7);
  let turns = 0;
  let interrupted = 0;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await killAfter(child.start([workspace]), random() * 30);
      if (existsSync(path.join(workspace, '.project', journal))) interrupted += 1;
      const store = await ProjectStore.open(createNodeFiles(workspace, '.project'));
      const { plan, problems } = store.snapshot;
      const told = problems.map(({ message }) => message);
      assert.deepEqual(told, [], `round ${round}`);
      const [turn = Number.NaN] = [...plan.tasks.values()].flatMap(({ id, title }) =>
        id === 'T-BBBB' ? [Number(title.slice(5))] : [],
      );
      const even = turn % 2 === 0;
      const made = [...plan.tasks.keys()].filter(id => id.length > 6);
      assert.equal(made.length, turn, `round ${round}: one new item a turn`);
      assert.deepEqual(
        [...plan.tasks.keys()].filter(id => id.length === 6),
        [
          even ? 'T-AAAA' : '',
          'T-BBBB',
          'T-CCCC',
          'T-DDDD',
          even ? 'T-EEEE' : '',
          even ? '' : 'T-ZZZZ',
        ].filter(Boolean),
        `round ${round}, turn ${turn}`,
      );
      for (const id of ['T-CCCC', 'T-DDDD', even ? 'T-AAAA' : 'T-ZZZZ']) {
        assert.equal(plan.tasks.get(id)?.title, `Turn ${turn}`, `round ${round}, ${id}`);
      }
      const links = plan.tasks.get('T-BBBB')?.dependsOn.map(({ predecessor }) => predecessor);
      assert.deepEqual(links, [even ? 'T-AAAA' : 'T-ZZZZ'], `round ${round}`);
      const notes = readdirSync(path.join(workspace, '.project', '.trash'));
      assert.deepEqual(
        notes.filter(name => /^\.change\.[a-z]+$/.test(name)),
        [],
        `round ${round}`,
      );
      turns = turn;
    }
    assert.ok(turns >= rounds, 'changes were made');
    t.diagnostic(`${interrupted} of ${rounds} were killed in the middle of a change`);
  } finally {
    child.remove();
    rmSync(workspace, { recursive: true, force: true });
  }
});

/** Lays a plan in which a process died in the middle of two edits and a new file. */
async function inInterrupted(
  use: (workspace: string, read: (name: string) => string | undefined) => Promise<void>,
): Promise<void> {
  const workspace = makePlan();
  const place = (name: string): string => path.join(workspace, '.project', name);
  const read = (name: string): string | undefined =>
    existsSync(place(name)) ? readFileSync(place(name), 'utf8') : undefined;
  try {
    const turn = await createNodeFiles(workspace, '.project').journal?.begin();
    await turn?.note({
      title: 'Turn 1',
      files: [
        { path: 'tasks/T-CCCC.yaml', contents: [zero, one], twin: undefined },
        { path: 'tasks/T-DDDD.yaml', contents: [zero, one], twin: undefined },
        { path: 'tasks/T-FFFF.yaml', contents: [undefined, one], twin: undefined },
      ],
    });
    writeFileSync(place('tasks/T-CCCC.yaml'), one);
    writeFileSync(place('tasks/T-FFFF.yaml'), one);
    turn?.release();
    await use(workspace, read);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

const zero = Buffer.from('title: Turn 0\n');
const one = Buffer.from('title: Turn 1\n');

test('a change that was interrupted is taken back before the plan is read', () =>
  inInterrupted(async (workspace, read) => {
    const { snapshot } = await ProjectStore.open(createNodeFiles(workspace, '.project'));
    assert.deepEqual(snapshot.problems, []);
    assert.equal(read('tasks/T-CCCC.yaml'), 'title: Turn 0\n');
    assert.equal(read('tasks/T-FFFF.yaml'), undefined);
    assert.equal(read('.trash/T-FFFF.yaml'), 'title: Turn 1\n');
    assert.equal(read(journal), undefined);
  }));

test('a change that was interrupted is taken back before the next edit of anybody', () =>
  inInterrupted(async (workspace, read) => {
    const files = createNodeFiles(workspace, '.project');
    rmSync(path.join(workspace, '.project', journal));
    const store = await ProjectStore.open(files);
    const turn = await files.journal?.begin();
    await turn?.note({
      title: 'Turn 1',
      files: [{ path: 'tasks/T-CCCC.yaml', contents: [zero, one], twin: undefined }],
    });
    turn?.release();
    const edit = { kind: 'set', id: 'T-BBBB', field: ['title'], value: 'Mine' } as const;
    assert.ok((await store.apply([edit], 'Mine')).ok);
    assert.equal(read('tasks/T-CCCC.yaml'), 'title: Turn 0\n');
    assert.equal(store.snapshot.plan.tasks.get('T-CCCC')?.title, 'Turn 0');
  }));

test('a file that somebody else changed meanwhile is left alone, and told until it is seen to', () =>
  inInterrupted(async (workspace, read) => {
    const theirs = 'title: Theirs\n';
    writeFileSync(path.join(workspace, '.project', 'tasks/T-CCCC.yaml'), theirs);
    for (let look = 0; look < 2; look++) {
      const { snapshot } = await ProjectStore.open(createNodeFiles(workspace, '.project'));
      assert.deepEqual(
        snapshot.problems.map(({ code, file }) => `${code} ${file}`),
        ['change-unfinished tasks/T-CCCC.yaml'],
      );
    }
    assert.equal(read('tasks/T-CCCC.yaml'), theirs);
    assert.equal(read('tasks/T-FFFF.yaml'), undefined);
    const store = await ProjectStore.open(createNodeFiles(workspace, '.project'));
    const edit = { kind: 'set', id: 'T-CCCC', field: ['title'], value: 'Seen to' } as const;
    assert.ok((await store.apply([edit], 'Seen to')).ok);
    assert.deepEqual(store.snapshot.problems, []);
  }));

test('a note that is damaged, or that names files beyond the plan, changes nothing and is told', () =>
  inInterrupted(async (workspace, read) => {
    const text = read(journal) ?? '';
    for (const damaged of [
      text.slice(0, -20),
      text.replace('tasks/T-CCCC.yaml', 'tasks/.gitignore'),
      text.replace('tasks/T-CCCC.yaml', '../T-CCCC.yaml'),
      text.replace(/"[0-9a-f]{64}":"/, '$&AA'),
      text.replace('"version":1', '"version":2'),
      '[]',
    ]) {
      writeFileSync(path.join(workspace, '.project', journal), damaged);
      const { snapshot } = await ProjectStore.open(createNodeFiles(workspace, '.project'));
      assert.deepEqual(
        snapshot.problems.map(({ code }) => code),
        ['change-unfinished'],
        damaged,
      );
      assert.equal(read('tasks/T-CCCC.yaml'), 'title: Turn 1\n');
      rmSync(path.join(workspace, '.project', '.trash/.change.damaged'));
    }
  }));

test('another process waits for its turn to change several files, and sees a plan that is whole', async () => {
  const workspace = makePlan();
  try {
    const first = createNodeFiles(workspace, '.project');
    const turn = await first.journal?.begin();
    await turn?.note({
      title: 'Turn 1',
      files: [{ path: 'tasks/T-CCCC.yaml', contents: [zero, one], twin: undefined }],
    });
    writeFileSync(path.join(workspace, '.project', 'tasks/T-CCCC.yaml'), one);
    const opened = ProjectStore.open(createNodeFiles(workspace, '.project'));
    setTimeout(() => void turn?.end().then(() => turn.release()), 100);
    const { snapshot } = await opened;
    assert.equal(snapshot.plan.tasks.get('T-CCCC')?.title, 'Turn 1');
    assert.equal(await turn?.end(), false, 'a note that is gone was not ours to end');
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
});

/** A change that would put back what nobody ever had, and take two files away. */
const forged = {
  title: 'A change of somebody else',
  files: [
    {
      path: 'tasks/T-AAAA.yaml',
      contents: [Buffer.from('title: Forged\n'), Buffer.from('title: Turn 0\n')],
      twin: undefined,
    },
    {
      path: 'tasks/T-CCCC.yaml',
      contents: [undefined, Buffer.from('title: Turn 0\n')],
      twin: 'tasks/T-EEEE.yaml',
    },
  ],
};

test('a journal that came with a repository changes nothing, and is told', async () => {
  const workspace = makePlan();
  try {
    const root = path.join(workspace, '.project');
    const { ino } = statSync(root);
    mkdirSync(path.join(root, '.trash'));
    writeFileSync(path.join(root, journal), formatJournal(forged, ino));
    const store = await ProjectStore.open(createNodeFiles(workspace, '.project'));
    const titles = [...store.snapshot.plan.tasks.values()].map(({ title }) => title);
    assert.deepEqual(titles, ['Turn 0', 'Turn 0', 'Turn 0', 'Turn 0', 'Comes and goes']);
    const codes = store.snapshot.problems.map(({ code }) => code);
    assert.deepEqual(codes, ['change-unfinished']);
  } finally {
    rmSync(workspace, { recursive: true });
  }
});

test('a file whose content is not at the other end of its move goes to the trash', async () => {
  const workspace = makePlan();
  try {
    const root = path.join(workspace, '.project');
    mkdirSync(path.join(root, '.trash'));
    putNew(path.join(root, journal), ino => Buffer.from(formatJournal(forged, ino)));
    const store = await ProjectStore.open(createNodeFiles(workspace, '.project'));
    assert.equal(store.snapshot.plan.tasks.get('T-AAAA')?.title, 'Forged');
    assert.equal(store.snapshot.plan.tasks.has('T-CCCC'), false);
    const kept = readFileSync(path.join(root, '.trash', 'T-CCCC.yaml'), 'utf8');
    assert.equal(kept, 'title: Turn 0\n');
  } finally {
    rmSync(workspace, { recursive: true });
  }
});
