import assert from 'node:assert/strict';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Change } from '../../src/core/model/change.ts';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { faultCodes, withFault, withReadOnly } from '../support/diskFaults.ts';

const before = {
  'project.yaml': 'name: Demo\nstart: 2026-03-02\n',
  'tasks/T-AAAA.yaml': 'title: A\n',
  'tasks/T-BBBB.yaml': 'title: B\ndependsOn:\n  - T-AAAA\n',
  'tasks/T-CCCC.yaml': 'title: C\n',
};
const after = {
  'project.yaml': 'name: Demo\nstart: 2026-03-02\n',
  'tasks/T-BBBB.yaml': 'title: B\ndependsOn:\n  - T-ZZZZ\n',
  'tasks/T-DDDD.yaml': 'title: D\n',
  'tasks/T-ZZZZ.yaml': 'title: A\n',
};
const changes: readonly Change[] = [
  { kind: 'rename', id: 'T-AAAA', to: 'T-ZZZZ' },
  { kind: 'set', id: 'T-BBBB', field: ['dependsOn', 0], value: 'T-ZZZZ' },
  { kind: 'add', id: 'T-DDDD', fields: { title: 'D' } },
  { kind: 'remove', id: 'T-CCCC' },
];

function lay(workspace: string): void {
  fs.rmSync(path.join(workspace, '.project'), { recursive: true, force: true });
  fs.mkdirSync(path.join(workspace, '.project', 'tasks'), { recursive: true });
  for (const [name, text] of Object.entries(before)) {
    fs.writeFileSync(path.join(workspace, '.project', name), text);
  }
}

/** The texts of the plan, and whether the removed task is in the trash. */
function read(workspace: string): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const folder of ['', 'tasks/']) {
    for (const name of fs.readdirSync(path.join(workspace, '.project', folder))) {
      if (!name.endsWith('.yaml')) continue;
      texts[folder + name] = fs.readFileSync(
        path.join(workspace, '.project', folder, name),
        'utf8',
      );
    }
  }
  return texts;
}

/** Once everything fails, one code is as good as another. */
const lastingCodes = ['EIO', 'ENOSPC', 'EACCES'] as const;

for (const isLasting of [false, true]) {
  for (const code of isLasting ? lastingCodes : faultCodes) {
    const when = isLasting ? 'from any call on' : 'at any call';
    test(`${code} ${when} leaves a change of several files whole or not done at all`, async () => {
      const workspace = fs.mkdtempSync(path.join(tmpdir(), 'gantry-faults-'));
      try {
        for (let number = 1; ; number += 1) {
          lay(workspace);
          const store = await ProjectStore.open(createNodeFiles(workspace, '.project'));
          let isDone: boolean | undefined;
          const { count } = await withFault({ number, code, isLasting }, async () => {
            isDone = (await store.apply(changes, 'A change')).ok;
          });
          const place = `${code} ${when}: ${number}`;
          assert.notEqual(isDone, undefined, `${place}: thrown`);
          const seen = (await ProjectStore.open(createNodeFiles(workspace, '.project'))).snapshot;
          const texts = read(workspace);
          assert.deepEqual(texts, 'tasks/T-ZZZZ.yaml' in texts ? after : before, place);
          if (isDone === true) assert.deepEqual(texts, after, `${place}: told`);
          if (isDone === false) assert.deepEqual(texts, before, `${place}: refused`);
          assert.deepEqual(
            seen.removed,
            'tasks/T-CCCC.yaml' in texts ? seen.removed : ['T-CCCC'],
            place,
          );
          assert.deepEqual(seen.problems, [], place);
          if (count < number) {
            assert.equal(isDone, true);
            break;
          }
        }
      } finally {
        fs.rmSync(workspace, { recursive: true, force: true });
      }
    });
  }
}

for (const code of ['EROFS', 'EACCES', 'EPERM'] as const) {
  test(`in a folder that cannot be written (${code}) the plan is read, also with a change half done`, async () => {
    const workspace = fs.mkdtempSync(path.join(tmpdir(), 'gantry-faults-'));
    try {
      lay(workspace);
      const turn = await createNodeFiles(workspace, '.project').journal?.begin();
      const [old, mine] = ['title: A\n', 'title: Mine\n'].map(text => Buffer.from(text));
      const file = { path: 'tasks/T-AAAA.yaml', contents: [old, mine], twin: undefined };
      await turn?.note({ title: 'A change', files: [file] });
      fs.writeFileSync(path.join(workspace, '.project', file.path), 'title: Mine\n');
      turn?.release();
      await withReadOnly(code, async () => {
        const store = await ProjectStore.open(createNodeFiles(workspace, '.project'));
        assert.equal(store.snapshot.plan.tasks.size, 3);
        assert.deepEqual(
          store.snapshot.problems.map(problem => problem.code),
          ['change-unfinished'],
        );
        const done = await store.apply(changes, 'A change');
        assert.equal(done.ok ? '' : done.error.code, 'write-failed');
      });
      const { snapshot } = await ProjectStore.open(createNodeFiles(workspace, '.project'));
      assert.deepEqual(snapshot.problems, []);
      assert.equal(snapshot.plan.tasks.get('T-AAAA')?.title, 'A');
    } finally {
      fs.rmSync(workspace, { recursive: true, force: true });
    }
  });
}
