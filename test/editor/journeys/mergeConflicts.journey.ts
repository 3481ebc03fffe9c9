import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { plainGit } from '../launch/fixtureCopy.mjs';
import { takeLine } from './keyboardPlace.ts';
import { openPlan } from './openPlan.ts';
import { until } from './until.ts';

const file = '.project/tasks/T-C5DE.yaml';

test('what a merge has left is decided field by field, by keys alone', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const before = journey.readText(file);
  const left =
    'conflicts:\n  - field: priority\n    ours: low\n    theirs: high\n  - field: title\n    theirs: $(x) [a](command:quit)\n';
  journey.writeText(file, `${before}${left}`);
  await journey.runCommand('Gantry: Resolve Merge Conflicts…');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const row = (text: RegExp): typeof rows => rows.filter({ hasText: text });
  await row(/: priority/).waitFor();
  assert.match(await row(/: priority/).innerText(), /here: low · there: high/);
  assert.match(await row(/: title/).innerText(), /there: \$.?\(x\) \[a\].?\(command:quit\)/);
  await takeLine(page, /: priority/);
  await row(/Take high/).waitFor();
  await rows.and(page.locator('.focused')).waitFor();
  await page.keyboard.press('ArrowDown');
  await takeLine(page, 'Take high');
  await until('The field has the value of the other side', () =>
    /^priority: high$/m.test(journey.readText(file)),
  );
  await takeLine(page, /: title/);
  await takeLine(page, 'Leave it out');
  await until('Nothing is left', () => !journey.readText(file).includes('conflicts'));
  await page.getByText('Everything that merges had left is decided').waitFor();
});

test('an item that a merge kept after all is named again by what one side had taken out with it', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder, readText, writeText } = journey;
  const git = (...args: readonly string[]): string => {
    const env = { ...process.env, ...plainGit };
    const done = spawnSync('git', args, { cwd: folder, encoding: 'utf8', env });
    return done.stdout;
  };
  const naming = '.project/tasks/T-C6DE.yaml';
  const before = readText(naming);
  git('checkout', '--quiet', '-b', 'other');
  rmSync(path.join(folder, file));
  writeText(naming, before.replace(/^dependsOn:\n {2}- T-C5DE SS\+2d\n/m, ''));
  assert.notEqual(readText(naming), before);
  git('commit', '--quiet', '--all', '--message=Remove it');
  git('checkout', '--quiet', 'main');
  writeText(file, `${readText(file)}priority: high\n`);
  git('commit', '--quiet', '--all', '--message=Go on with it');
  git('merge', '--quiet', 'other');
  assert.match(git('status', '--porcelain'), /^UD .*T-C5DE/m);
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await journey.runCommand('Gantry: Resolve Merge Conflicts…');
  await rows.filter({ hasText: 'This side of the merge changed the item' }).waitFor();
  await page.keyboard.press('Escape');
  git('add', '--all');
  git('commit', '--quiet', '--message=Keep it');
  assert.notEqual(readText(naming), before);
  await journey.runCommand('Gantry: Resolve Merge Conflicts…');
  await rows.filter({ hasText: 'T-C5DE · kept, and named no more' }).waitFor();
  assert.match(await rows.first().innerText(), /named before by T-C6DE/);
  await takeLine(page, 'kept, and named no more');
  await rows.filter({ hasText: 'Name it again' }).waitFor();
  assert.match(await rows.first().innerText(), /dependsOn of T-C6DE/);
  await takeLine(page, 'Name it again');
  await until('It is named again', () => readText(naming) === before);
  await page.getByText('Everything that merges had left is decided').waitFor();
});
