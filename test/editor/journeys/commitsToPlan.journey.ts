import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPlan } from './openPlan.ts';
import { until } from './until.ts';

function line(page: Page, text: string): Locator {
  return page
    .locator('.pane', { hasText: 'Attention' })
    .locator('.monaco-list-row', { hasText: text });
}

/**
 * A tree that is just being filled may take a click for another line, so it is looked at again, but
 * not before the first click has had its time: a second one folds what it unfolds.
 */
async function unfold(row: Locator): Promise<void> {
  const unfolded = row.and(row.page().locator('[aria-expanded="true"]'));
  await until('The line is unfolded', async () => {
    if (await unfolded.isVisible()) return true;
    await row.click();
    return unfolded.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
  });
}

test('a commit proposes what it says of its task, and one click writes it', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const file = '.project/tasks/T-C5DE.yaml';
  const before = journey.readText(file);
  journey.writeText('src/pages.ts', 'export const pages = [];\n');
  const git = (...args: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
      cwd: folder,
    });
  git('add', 'src/pages.ts');
  git('commit', '-qm', 'Index the pages\n\nTask: T-C5DE');
  await journey.runCommand('Gantry: Focus on Attention View');
  await unfold(line(page, 'Proposed from commits'));
  const row = line(page, 'doing, started').first();
  await row.waitFor();
  assert.equal(journey.readText(file), before);
  await row.hover();
  await row.getByRole('button', { name: 'Accept What the Commits Say' }).click();
  await until('The status', () => /^status: doing$/m.test(journey.readText(file)));
});

test('a change tells the risk that its file is about, and opens the place', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const code = journey.readText('src/signIn.ts');
  journey.writeText('src/signIn.ts', code.replace('{ person }', '{ person: person.trim() }'));
  await journey.runCommand('Gantry: What a Change Touches');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'since the last commit' })
    .click();
  await line(page, 'Touched by what has changed').waitFor();
  await line(page, 'Who should know').waitFor();
  await page
    .locator('.sidebar')
    .getByRole('treeitem', { name: /^src.signIn.ts:6-8/ })
    .click();
  await page.locator('.view-line', { hasText: 'person.trim()' }).waitFor();
  // The other lines have kept what is theirs.
  await line(page, 'Touched by what has changed').click();
  await line(page, 'Overdue').waitFor();
  await line(page, ' late').first().waitFor();
});
