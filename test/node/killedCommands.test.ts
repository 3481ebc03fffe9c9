import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { bundleChild, killAfter } from '../support/bundledChild.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { deeds, doOnce, planTexts } from './planOnce.ts';

const rounds = Number(process.env['GANTRY_KILLS'] ?? 25);
const seed = Number(process.env['GANTRY_SEED'] ?? 8);

/** More than one process does before it is killed. */
const plansInRound = 15;
const longestMs = 60;

/** The files of the plan by name, without what the sweep takes away when it is old. */
function textsIn(workspace: string): Readonly<Record<string, string>> {
  const plan = path.join(workspace, '.project');
  const names = readdirSync(plan, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(plan, path.join(entry.parentPath, entry.name)))
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => !name.startsWith('.') && !name.includes('/.'));
  return Object.fromEntries(
    names.sort().map(name => [name, readFileSync(path.join(plan, name), 'utf8')]),
  );
}

function layPlan(workspace: string): void {
  for (const [name, text] of Object.entries(planTexts())) {
    const target = path.join(workspace, '.project', name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

test('a process that is killed while it levels, accepts, supersedes, makes tasks or freezes has done all of it or nothing', async t => {
  const child = await bundleChild('test/node/endlessCommands.ts');
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-deeds-'));
  const random = seededRandom(seed);
  const seen = new Map(deeds.map(({ name }) => [name, { none: 0, all: 0, torn: 0 }]));
  try {
    layPlan(path.join(folder, 'before'));
    const before = textsIn(path.join(folder, 'before'));
    const after: Readonly<Record<string, string>>[] = [];
    for (const deed of deeds) {
      const { name } = deed;
      layPlan(path.join(folder, name));
      const done = await doOnce(path.join(folder, name), deed);
      assert.ok(done.ok, done.ok ? '' : done.error.message);
      const texts = textsIn(path.join(folder, name));
      assert.notDeepEqual(texts, before, name);
      after.push(texts);
    }
    for (let round = 0; round < rounds; round++) {
      const plans = path.join(folder, 'round');
      for (let i = 0; i < plansInRound; i++) layPlan(path.join(plans, String(i)));
      const args = [plans, String(round), String(plansInRound)];
      await killAfter(child.start(args), random() * longestMs);
      let isBegun = true;
      for (let i = 0; i < plansInRound && isBegun; i++) {
        const workspace = path.join(plans, String(i));
        const which = (round + i) % deeds.length;
        const name = deeds[which]?.name ?? '';
        const place = `seed ${seed}, round ${round}, plan ${i}: ${name}`;
        const counts = seen.get(name) ?? { none: 0, all: 0, torn: 0 };
        if (existsSync(path.join(workspace, '.project/.trash/.change.journal'))) counts.torn++;
        const { snapshot } = await ProjectStore.open(createNodeFiles(workspace, '.project'));
        assert.deepEqual(snapshot.problems, [], place);
        const texts = textsIn(workspace);
        isBegun = JSON.stringify(texts) !== JSON.stringify(before);
        if (isBegun) assert.deepEqual(texts, after[which], place);
        counts[isBegun ? 'all' : 'none']++;
      }
      rmSync(plans, { recursive: true });
    }
    for (const [name, { none, all, torn }] of seen) {
      assert.ok(rounds < 20 || all > 0, `${name} was done`);
      t.diagnostic(`${name}: ${all} whole, ${none} not there, of which ${torn} were taken back`);
    }
  } finally {
    child.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
