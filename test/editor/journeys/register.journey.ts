import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlan } from './openPlan.ts';
import { changedLines, expectNoChange, expectOneLine } from './planChanges.ts';

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
  await page.keyboard.press('Control+Z');
  await expectNoChange(folder);

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
  await page.keyboard.press('Control+Z');
  await expectNoChange(folder);
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
  await page.keyboard.press('Control+Z');
  await expectNoChange(folder);
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
  assert.equal(await rows.count(), 2);
  await panel.getByRole('button', { name: /^Probability High, impact Low: no risks/ }).click();
  await rows.first().waitFor({ state: 'detached' });
  await button.click();
  await panel.locator('[data-id="R-6HWY"] .cell-title').waitFor();
  assert.equal(await rows.count(), 1);
  await button.click();
  await rows.nth(1).waitFor();
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.equal(await rows.count(), 2);

  await panel.getByRole('radio', { name: 'Opportunities' }).click();
  await panel
    .getByRole('button', { name: /^Probability Low, impact Low: 1 R-3VBN.* gain$/ })
    .click();
  await panel.locator('[data-id="R-3VBN"] .cell-title').waitFor();
  assert.equal(await rows.count(), 1);
});
