import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { bundleChild, killAfter } from '../support/bundledChild.ts';
import { seededRandom } from '../support/seededRandom.ts';

const rounds = Number(process.env['GANTRY_KILLS'] ?? 30);

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

test('a process that is killed in the middle of a change of several files leaves all of it or nothing', async () => {
  const child = await bundleChild('test/node/endlessChanger.ts');
  const workspace = makePlan();
  const random = seededRandom(7);
  let turns = 0;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await killAfter(child.start([workspace]), random() * 30);
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
        [even ? 'T-AAAA' : '', 'T-BBBB', 'T-CCCC', 'T-DDDD', even ? 'T-EEEE' : '', even ? '' : 'T-ZZZZ'].filter(Boolean),
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
    assert.ok(turns > rounds, 'changes were made');
  } finally {
    child.remove();
    rmSync(workspace, { recursive: true, force: true });
  }
});
