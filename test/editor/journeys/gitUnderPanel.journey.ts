import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { plainGit } from '../launch/fixtureCopy.mjs';
import { openChart, rowOf } from './chartPage.ts';
import { openPlan } from './openPlan.ts';
import { changedLines } from './planChanges.ts';
import { until } from './until.ts';

const file = '.project/tasks/T-C5DE.yaml';
const other = '.project/tasks/T-C6DE.yaml';

test('checkout, stash, rebase and reset under an open chart are followed, and nothing is written by it', async t => {
  const journey = await openPlan(t, 'small-team');
  const { folder, readText, writeText } = journey;
  const git = (...args: readonly string[]): string => {
    const env = { ...process.env, ...plainGit };
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', env }).trim();
  };
  const retitle = (name: string, title: string): void => {
    writeText(name, readText(name).replace(/^title: .*$/m, `title: ${title}`));
  };
  const panel = await openChart(journey, 'T-C5DE');
  const titled = (id: string, title: string): Promise<void> =>
    rowOf(panel, id).filter({ hasText: title }).waitFor();
  const old = /^title: '?(.*?)'?$/m.exec(readText(file))?.[1] ?? '';

  git('checkout', '--quiet', '-b', 'other');
  retitle(file, 'On the other branch');
  git('rm', '--quiet', other);
  git('commit', '--quiet', '--all', '--message=Other');
  await titled('T-C5DE', 'On the other branch');
  await rowOf(panel, 'T-C6DE').waitFor({ state: 'detached' });

  git('checkout', '--quiet', 'main');
  await titled('T-C5DE', old);
  await rowOf(panel, 'T-C6DE').waitFor();
  git('checkout', '--quiet', 'other');
  await titled('T-C5DE', 'On the other branch');
  await rowOf(panel, 'T-C6DE').waitFor({ state: 'detached' });
  git('checkout', '--quiet', 'main');
  await rowOf(panel, 'T-C6DE').waitFor();
  assert.equal(changedLines(folder), '');

  retitle(other, 'Not committed');
  await titled('T-C6DE', 'Not committed');
  git('stash', '--quiet');
  await rowOf(panel, 'T-C6DE').filter({ hasNotText: 'Not committed' }).waitFor();
  git('stash', 'pop', '--quiet');
  await titled('T-C6DE', 'Not committed');
  git('commit', '--quiet', '--all', '--message=Main');

  git('checkout', '--quiet', '-b', 'third', 'HEAD^');
  retitle(file, 'On the third branch');
  git('commit', '--quiet', '--all', '--message=Third');
  git('rebase', '--quiet', 'main');
  await titled('T-C5DE', 'On the third branch');
  await titled('T-C6DE', 'Not committed');
  git('reset', '--quiet', '--hard', 'HEAD^');
  await titled('T-C5DE', old);
  assert.equal(changedLines(folder), '');
  assert.equal(git('stash', 'list'), '');
});

test('an edit that was begun before a checkout is offered again, and a file that nobody took away comes back', async t => {
  const journey = await openPlan(t, 'small-team');
  const { folder, readText, writeText } = journey;
  const git = (...args: readonly string[]): void => {
    const env = { ...process.env, ...plainGit };
    execFileSync('git', args, { cwd: folder, stdio: 'pipe', env });
  };
  const panel = await openChart(journey, 'T-C5DE');
  git('checkout', '--quiet', '-b', 'other');
  writeText(file, readText(file).replace(/^title: .*$/m, 'title: On the other branch'));
  git('commit', '--quiet', '--all', '--message=Other');
  git('checkout', '--quiet', 'main');
  await rowOf(panel, 'T-C5DE').filter({ hasNotText: 'On the other branch' }).waitFor();

  await rowOf(panel, 'T-C5DE').click();
  await journey.page.keyboard.press('F2');
  const field = panel.getByRole('textbox', { name: 'Title' });
  await field.fill('Mine');
  git('checkout', '--quiet', 'other');
  await rowOf(panel, 'T-C5DE').filter({ hasText: 'On the other branch' }).waitFor();
  await field.press('Enter');
  await panel.getByRole('alert').filter({ hasText: 'On the other branch' }).waitFor();
  assert.equal(changedLines(folder), '');
  await field.press('Escape');
  assert.equal(changedLines(folder), '');

  // Deleted past git and Gantry: the chart goes on with it until a person says what it was.
  const text = readText(other);
  rmSync(path.join(folder, other));
  const kept = rowOf(panel, 'T-C6DE').and(panel.locator('[aria-label*="has a problem"]'));
  await kept.waitFor();
  await journey.runCommand('Gantry: Settle Changes From Outside');
  await journey.page.getByRole('option', { name: /Bring back what is gone/ }).click();
  await until('The file is back', () => {
    try {
      return readText(other) === text;
    } catch {
      return false;
    }
  });
  assert.equal(changedLines(folder), '');
});
