import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8 } from '../../../src/core/base/utf8.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import type { Snapshot } from '../../../src/core/store/snapshot.ts';
import { diskFailure, memoryFiles, type MemoryFiles } from '../../support/memoryFiles.ts';

const good = {
  'project.yaml': 'name: Demo\nstart: 2026-03-02\npeople: { ada: { name: Ada } }\n',
  'tasks/T-G00D.yaml': 'title: Good\n',
};

function codesOf({ problems }: Snapshot): readonly string[] {
  return problems.map(({ code, file }) => `${code} ${file ?? ''}`.trim()).sort();
}

/** Puts one bad thing beside the good task: it is found, the good one is shown, nothing is written. */
async function check(
  spoil: (files: MemoryFiles) => void,
  expected: readonly string[],
): Promise<Snapshot> {
  const files = memoryFiles(good);
  spoil(files);
  const before = files.paths().map(path => files.text(path));
  const snapshot = await loadPlan(files);
  assert.deepEqual(codesOf(snapshot), expected);
  assert.equal(snapshot.plan.tasks.get('T-G00D')?.title, 'Good');
  assert.deepEqual(
    files.paths().map(path => files.text(path)),
    before,
  );
  return snapshot;
}

const bad = 'tasks/T-BAD0.yaml';

test('no folder and an empty folder are no failure', async () => {
  assert.deepEqual(codesOf(await loadPlan(memoryFiles())), ['folder-missing']);
  const empty = await loadPlan(memoryFiles({}));
  assert.equal(empty.exists, true);
  assert.deepEqual(codesOf(empty), ['project-missing project.yaml']);
});

test('a folder that cannot be listed is a problem of the folder', async () => {
  const files = memoryFiles(good);
  files.fault = () => {
    throw diskFailure('EACCES');
  };
  const snapshot = await loadPlan(files);
  assert.equal(snapshot.exists, true);
  assert.match(snapshot.problems[0]?.message ?? '', /permission is denied/);
});

test('what is not a readable file is a problem of that file alone', async () => {
  await check(files => files.setKind(bad, 'folder'), [`file-is-folder ${bad}`]);
  await check(files => files.setKind(bad, 'link'), [`file-link ${bad}`]);
  await check(files => files.setKind(bad, 'other'), [`file-unreadable ${bad}`]);
  await check(files => files.setKind('risks', 'link'), ['folder-link risks']);
  await check(files => files.set('risks', 'x'), ['folder-is-file risks']);
  await check(
    files => {
      files.set(bad, 'title: x\n');
      files.fault = (operation, path) => {
        if (operation === 'read' && path === bad) throw diskFailure('EACCES');
      };
    },
    [`file-unreadable ${bad}`],
  );
});

test('a file that is too large is not even read', async () => {
  const files = memoryFiles(good);
  files.set(bad, new Uint8Array(50 * 1024 * 1024));
  const snapshot = await loadPlan(files);
  assert.deepEqual(codesOf(snapshot), [`file-too-large ${bad}`]);
  assert.ok(!files.calls.reads.includes(bad));
});

test('names that are no ids, in any place, are told with the right name', async () => {
  const snapshot = await check(
    files => files.set('tasks/t-bad0.yaml', 'title: x\n'),
    ['file-name tasks/t-bad0.yaml'],
  );
  assert.match(snapshot.problems[0]?.message ?? '', /rename the file to tasks\/T-BAD0\.yaml/);
  await check(files => files.set('tasks/plan.yaml', ''), ['file-name tasks/plan.yaml']);
  await check(files => files.set('tasks/T-BAD0.yml', ''), ['file-name tasks/T-BAD0.yml']);
  await check(files => files.set('risks/T-BAD0.yaml', ''), ['file-name risks/T-BAD0.yaml']);
  await check(files => files.set('config.yaml', ''), ['file-name config.yaml']);
  for (const path of [
    'README.md',
    'tasks/README.md',
    '.gitignore',
    'tasks/.x.yaml',
    'own/a.yaml',
  ]) {
    await check(files => files.set(path, 'text'), []);
  }
});

test('the same id in two cases or places is found, and the right file is shown', async () => {
  const found = (other: string): readonly string[] =>
    [`file-name ${other}`, `id-duplicate ${other}`, 'id-duplicate tasks/T-G00D.yaml'].sort();
  for (const other of ['tasks/t-g00d.yaml', 'risks/T-G00D.yaml', 'tasks/T-G00D.yml']) {
    await check(files => files.set(other, 'title: Other\n'), found(other));
  }
});

test('what cannot be understood is listed and is not writable', async () => {
  const spoiled: readonly (readonly [string | Uint8Array, string])[] = [
    ['', 'file-empty'],
    ['# nothing\n', 'file-empty'],
    ['title: [\n', 'yaml-syntax'],
    ['title: a\ntitle: b\n', 'yaml-duplicate-key'],
    ['title: a\ntags:\n\t- b\n', 'yaml-syntax'],
    ['<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\n', 'file-conflict'],
    [new Uint8Array([0xff, 0xfe, 0x61, 0]), 'file-encoding'],
    ['- a\n', 'yaml-not-a-map'],
  ];
  for (const [content, code] of spoiled) {
    const snapshot = await check(files => files.set(bad, content), [`${code} ${bad}`]);
    if (code !== 'file-empty') assert.equal(snapshot.files.get(bad)?.isWritable, false, code);
  }
});

test('a newer project file is shown and not written', async () => {
  const files = memoryFiles({ ...good, 'project.yaml': 'version: 999\nname: Later\n' });
  const snapshot = await loadPlan(files);
  assert.deepEqual(codesOf(snapshot), ['file-newer project.yaml']);
  assert.equal(snapshot.plan.tasks.size, 1);
});

test('references to nothing, to the wrong kind and to oneself are found with their place', async () => {
  const snapshot = await check(files => {
    files.set(
      bad,
      'title: x\nparent: T-BAD0\nmilestone: T-G00D\ndependsOn: [T-G00D, T-N0NE]\nassignees: [bob]\ncalendar: night\n',
    );
    files.set(
      'risks/R-BAD0.yaml',
      'title: r\nsecondary: [R-BAD0]\ncurrent: { probability: odd }\n',
    );
  }, ['calendar-unknown tasks/T-BAD0.yaml', 'level-unknown risks/R-BAD0.yaml', 'person-unknown tasks/T-BAD0.yaml', 'reference-kind tasks/T-BAD0.yaml', 'reference-self risks/R-BAD0.yaml', 'reference-self tasks/T-BAD0.yaml', 'reference-unknown tasks/T-BAD0.yaml'].sort());
  const unknown = snapshot.problems.find(({ code }) => code === 'reference-unknown');
  assert.deepEqual(unknown?.field, ['dependsOn', 1]);
  assert.deepEqual(unknown.items, ['T-BAD0', 'T-N0NE']);
  assert.deepEqual(unknown.range, {
    start: { line: 3, character: 20 },
    end: { line: 3, character: 26 },
  });
});

test('a reference is found at its place also after entries that are none', async () => {
  const files = memoryFiles({ ...good, [bad]: 'title: x\ndependsOn: [nonsense, T-N0NE SS]\n' });
  const { problems } = await loadPlan(files);
  const unknown = problems.find(({ code }) => code === 'reference-unknown');
  assert.equal(unknown?.range?.start.character, 22);
});

test('an item whose own file is broken is no unknown reference, but told to those that wait for it', async () => {
  await check(
    files => {
      files.set(bad, 'title: [\n');
      files.set('tasks/T-AAAA.yaml', 'title: a\ndependsOn: [T-BAD0]\n');
    },
    ['predecessor-undated tasks/T-AAAA.yaml', `yaml-syntax ${bad}`],
  );
});

test('what waits for a dropped item is told so, until the item or what waits is no more open', async () => {
  const waits = 'title: a\ndependsOn: [T-BBBB]\n';
  const told = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    codesOf(await loadPlan(memoryFiles({ ...good, 'tasks/T-AAAA.yaml': waits, ...texts })));
  const dropped = 'title: b\nstatus: dropped\n';
  assert.deepEqual(await told({ 'tasks/T-BBBB.yaml': dropped }), [
    'predecessor-dropped tasks/T-AAAA.yaml',
  ]);
  const part = 'title: b\nparent: T-SSSS\n';
  assert.deepEqual(await told({ 'tasks/T-BBBB.yaml': part, 'tasks/T-SSSS.yaml': dropped }), [
    'predecessor-dropped tasks/T-AAAA.yaml',
  ]);
  const done = `${waits}status: done\n`;
  const both = { 'tasks/T-BBBB.yaml': dropped, 'tasks/T-AAAA.yaml': done };
  assert.deepEqual(await told(both), []);
});

test('people are checked only where the project lists any', async () => {
  const files = memoryFiles({
    ...good,
    'project.yaml': 'name: Demo\n',
    [bad]: 'title: x\nassignees: [bob]\n',
  });
  assert.deepEqual(codesOf(await loadPlan(files)), []);
});

test('ten thousand findings at once are found in one pass', async () => {
  const list = Array.from({ length: 10_000 }, () => '  - T-N0NE\n').join('');
  const snapshot = await loadPlan(memoryFiles({ ...good, [bad]: `title: x\ndependsOn:\n${list}` }));
  assert.equal(snapshot.problems.length, 10_000);
});

test('loading pauses after each file and tells how far it is', async () => {
  const texts: Record<string, string> = { 'project.yaml': 'name: Demo\n' };
  for (let i = 0; i < 99; i++) texts[`tasks/T-${String(1000 + i)}.yaml`] = `title: Task ${i}\n`;
  let pauses = 0;
  const progress: string[] = [];
  const snapshot = await loadPlan(memoryFiles(texts), {
    pause: () => {
      pauses++;
      return undefined;
    },
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  });
  assert.equal(snapshot.plan.tasks.size, 99);
  assert.equal(pauses, 100);
  assert.deepEqual(progress, ['32/100', '64/100', '96/100', '100/100']);
});

test('text that is not ASCII comes back byte for byte', () => {
  const text = '\ufeffÄ 🚀 \u{10ffff} 中';
  assert.deepEqual(encodeUtf8(text), new TextEncoder().encode(text));
});
