import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitForPicker } from './keyboardPlace.ts';
import { openPlan } from './openPlan.ts';
import { changedLines, expectNoChange, expectOneLine, undoByKeys } from './planChanges.ts';
import { until } from './until.ts';

const file = '.project/risks/R-6HWY.yaml';

test('status, owner and a rating are edited in place, one line each, and taken back', async t => {
  const journey = await openPlan(t, 'small-team', { size: { width: 1800, height: 1000 } });
  const { page, folder } = journey;
  await journey.runCommand('Gantry: Open Risk Register');
  const panel = await journey.panel();
  const cell = (column: string) => panel.locator(`[data-id="R-6HWY"] .cell-${column}`);

  await cell('status').dblclick();
  await panel.getByRole('menuitemradio', { name: 'Mitigating' }).click();
  await expectOneLine(folder, { file, removed: 'status: open', added: 'status: mitigating' });
  await cell('status').filter({ hasText: 'Mitigating' }).waitFor();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expectNoChange(folder);
  await cell('status').filter({ hasText: 'Open' }).waitFor();

  await cell('owner').dblclick();
  await panel.getByRole('menuitemradio', { name: 'Grace' }).click();
  await expectOneLine(folder, { file, removed: 'owner: ada', added: 'owner: grace' });
  await cell('owner').filter({ hasText: 'Grace' }).waitFor();
  await undoByKeys(panel, folder);

  await cell('current').dblclick();
  const form = panel.getByRole('dialog', { name: 'Current rating of R-6HWY' });
  await form.getByLabel('Probability').fill('70%');
  await page.keyboard.press('Enter');
  await expectOneLine(folder, {
    file,
    removed: '  probability: 30%',
    added: '  probability: 70%',
  });
  await page.keyboard.press('Escape');
  await undoByKeys(panel, folder);
});

test('a title is typed over in its cell, and a refusal leaves the file alone', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  await journey.runCommand('Gantry: Open Risk Register');
  const panel = await journey.panel();
  const title = panel.locator('[data-id="R-6HWY"] .cell-title');
  await title.click();
  await page.keyboard.press('F2');
  await page.keyboard.type('The provider: gone?');
  await page.keyboard.press('Enter');
  await expectOneLine(folder, {
    file,
    removed: 'title: Sign-in provider changes its terms',
    added: 'title: "The provider: gone?"',
  });
  await title.filter({ hasText: 'The provider: gone?' }).waitFor();
  await undoByKeys(panel, folder);
  await title.filter({ hasText: 'Sign-in provider changes its terms' }).waitFor();

  await title.dblclick();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await panel.getByRole('alert').filter({ hasText: /title/ }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(changedLines(folder), '');
});

test('a cell of the heat map filters the table, and a second click shows all again', async t => {
  const journey = await openPlan(t, 'small-team');
  await journey.runCommand('Gantry: Open Risk Register');
  const panel = await journey.panel();
  const rows = panel.locator('.register-body .register-row');
  const button = panel.getByRole('button', { name: /^Probability Low, impact Low: 1/ });
  await panel.locator('.matrix-button').first().waitFor();
  const cells = await panel
    .locator('.matrix-button:not([data-empty])')
    .evaluateAll(all => all.map(each => each.getAttribute('aria-label') ?? ''));
  assert.deepEqual(
    cells.map(label => label.replace(/; score.*/, '')),
    ['Probability Low, impact Low: 1 R-6HWY'],
  );
  await until('2 rows', async () => (await rows.count()) === 2);
  await panel.getByRole('button', { name: /^Probability High, impact Low: no risks/ }).click();
  await rows.first().waitFor({ state: 'detached' });
  await button.click();
  await panel.locator('[data-id="R-6HWY"] .cell-title').waitFor();
  await until('1 rows', async () => (await rows.count()) === 1);
  await button.click();
  await rows.nth(1).waitFor();
  await button.and(panel.locator('[aria-pressed="false"]')).waitFor();
  await until('2 rows', async () => (await rows.count()) === 2);

  await panel.getByRole('radio', { name: 'Opportunities' }).click();
  await panel
    .getByRole('button', { name: /^Probability Low, impact Low: 1 R-3VBN.* gain$/ })
    .click();
  await panel.locator('[data-id="R-3VBN"] .cell-title').waitFor();
  await until('1 rows', async () => (await rows.count()) === 1);
});

test('a risk that occurs asks once for its contingency plan, and one undo takes all of it back', async t => {
  const journey = await openPlan(t, 'small-team', { size: { width: 1800, height: 1000 } });
  const { page, folder } = journey;
  const before = `${journey.readText(file)}contingency: |\n  - Ask for a year of grace\n  - Write sign-in again\n`;
  journey.writeText(file, before);
  await journey.runCommand('Gantry: Open Risk Register');
  const panel = await journey.panel();
  const status = panel.locator('[data-id="R-6HWY"] .cell-status');
  await panel.locator('[data-id="R-6HWY"] .cell-title').click();
  await panel.getByText('Ask for a year of grace').first().waitFor();
  await status.dblclick();
  await panel.getByRole('menuitemradio', { name: 'Occurred' }).click();
  const choices = page.locator('.quick-input-list .monaco-list-row');
  await until('Two choices', async () => (await choices.count()) === 2);
  await waitForPicker(page);
  await page.keyboard.press('Enter');
  await until('The risk has occurred', () => /^status: occurred$/m.test(journey.readText(file)));
  const tasks = (): readonly string[] => changedLines(folder).match(/^\S*tasks\/T-\S+$/gm) ?? [];
  await until('Two tasks more', () => tasks().length === 2);
  const titles = tasks().map(task => journey.readText(task).split('\n', 1)[0]);
  assert.deepEqual([...titles].sort(), [
    'title: Ask for a year of grace',
    'title: Write sign-in again',
  ]);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await until('The old bytes', () => journey.readText(file) === before && tasks().length === 0);
});

test('the bow-tie of a risk stands in the place of the table, and git tells its history', async t => {
  const journey = await openPlan(t, 'small-team', { size: { width: 1800, height: 1000 } });
  const { page } = journey;
  await journey.runCommand('Gantry: Open Risk Register');
  const panel = await journey.panel();
  await panel.locator('[data-id="R-6HWY"] .cell-title').click();
  await page.keyboard.press('b');
  const tie = panel.getByRole('region', { name: /^Bow-tie of R-6HWY/ });
  await tie.getByText('it closes the free tier').waitFor();
  await page.keyboard.press('Escape');
  await panel.locator('[data-id="R-6HWY"] .cell-title').waitFor();
  await panel.locator('.risk-history summary').click();
  const moments = panel.getByRole('table', { name: 'History of R-6HWY' }).locator('tbody tr');
  await until('One moment', async () => (await moments.count()) === 1);
});
