import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { bundleChild, outputOf } from '../support/bundledChild.ts';

const owners = ['T-AAAA', 'T-BBBB', 'T-CCCC', 'T-DDDD', 'T-EEEE', 'T-FFFF', 'T-GGGG', 'T-HHHH'];
const shared = ['T-SAME', 'T-ZZZZ'];

for (const [writers, turns] of [
  [2, 24],
  [8, 8],
] as const) {
  test(`of ${writers} processes that write the same and other files none loses an edit`, async () => {
    const child = await bundleChild('test/node/loggedWriter.ts');
    const workspace = mkdtempSync(path.join(tmpdir(), 'gantry-writers-'));
    const folder = path.join(workspace, '.project');
    try {
      mkdirSync(path.join(folder, 'tasks'), { recursive: true });
      writeFileSync(path.join(folder, 'project.yaml'), 'name: Demo\nstart: 2026-03-02\n');
      for (const id of [...owners, ...shared]) {
        writeFileSync(path.join(folder, 'tasks', `${id}.yaml`), `title: ${id}\n`);
      }
      const names = owners.slice(0, writers);
      const logs = await Promise.all(
        names.map(name => outputOf(child.start([workspace, name, String(turns)]))),
      );
      const accepted = logs.flatMap(log => log.trim().split('\n')).sort();
      const { plan, problems } = (await ProjectStore.open(createNodeFiles(workspace, '.project')))
        .snapshot;
      const found = [...plan.tasks.values()].flatMap(({ id, tags }) =>
        tags.map(tag => `${id} ${tag}`),
      );
      assert.deepEqual(problems, []);
      assert.deepEqual(found.sort(), accepted);
      assert.equal(accepted.length, (writers * turns * (1 + 1 + 3 + 2)) / 4);
      const trash = readdirSync(path.join(folder, '.trash'));
      assert.ok(!trash.includes('.change.journal'), 'no note is left');
    } finally {
      child.remove();
      rmSync(workspace, { recursive: true, force: true });
    }
  });
}
