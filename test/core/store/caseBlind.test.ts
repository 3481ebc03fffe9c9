import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../../src/core/model/change.ts';
import { ProjectStore } from '../../../src/core/store/projectStore.ts';
import { caseBlindFiles } from '../../support/caseBlindFiles.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const project = 'name: Demo\nstart: 2026-03-02\n';
const add: Change = { kind: 'add', id: 'T-AAAA', fields: { title: 'Mine' } };

for (const isBlind of [false, true]) {
  const disk = isBlind ? 'a disk that takes both for the same' : 'a disk that tells cases apart';

  test(`a file whose name differs in case alone is told and never written over, on ${disk}`, async () => {
    const memory = memoryFiles({ 'project.yaml': project, 'tasks/t-aaaa.yaml': 'title: Theirs\n' });
    const store = await ProjectStore.open(isBlind ? caseBlindFiles(memory) : memory);
    const told = store.snapshot.problems.map(({ code, file }) => `${code} ${file}`);
    assert.deepEqual(told, ['file-name tasks/t-aaaa.yaml']);
    const done = await store.apply([add], 'Add');
    assert.equal(
      done.ok ? '' : done.error.message,
      'tasks/t-aaaa.yaml stands where tasks/T-AAAA.yaml belongs, which many systems take for the same file; rename it first',
    );
    assert.equal(memory.text('tasks/t-aaaa.yaml'), 'title: Theirs\n');
    assert.deepEqual(memory.paths(), ['project.yaml', 'tasks/t-aaaa.yaml']);
  });

  test(`a folder whose name differs in case alone is told, and nothing is put into it, on ${disk}`, async () => {
    const memory = memoryFiles({ 'project.yaml': project, 'Tasks/T-BBBB.yaml': 'title: Theirs\n' });
    if (!isBlind) memory.setKind('Tasks', 'folder');
    const store = await ProjectStore.open(isBlind ? caseBlindFiles(memory) : memory);
    assert.deepEqual(
      store.snapshot.problems.map(({ message }) => message),
      ['Tasks is not read as part of the plan; rename the folder to tasks'],
    );
    const done = await store.apply([add], 'Add');
    assert.equal(
      done.ok ? '' : done.error.message,
      'Tasks stands where tasks belongs, which many systems take for the same file; rename it first',
    );
    assert.equal(memory.text('tasks/T-AAAA.yaml'), undefined);
  });

  test(`an item is not renamed over one that differs in case alone, on ${disk}`, async () => {
    const memory = memoryFiles({
      'project.yaml': project,
      'tasks/T-BBBB.yaml': 'title: B\n',
      'tasks/T-aaaa.yaml': 'title: Theirs\n',
    });
    const store = await ProjectStore.open(isBlind ? caseBlindFiles(memory) : memory);
    const done = await store.apply([{ kind: 'rename', id: 'T-BBBB', to: 'T-AAAA' }], 'Rename');
    assert.equal(done.ok, false);
    assert.equal(memory.text('tasks/T-BBBB.yaml'), 'title: B\n');
    assert.equal(memory.text('tasks/T-aaaa.yaml'), 'title: Theirs\n');
  });
}
